import { describe, expect, test } from 'vitest';
import { REGISTERS } from '../../server/supervision/registers/all-registers.js';
import { serving, type Answer } from './serving.js';

const server = serving();
const VILLAGE = '451026100201';
const SAVE = `mutation ($input: SavePartnerInput!) { save: savePartner(input: $input) {
  entry { id revision name rating checkedOn updatedBy documents { name } } userErrors { field code message } } }`;
const save = async (input: object, language = 'zh'): Promise<Answer> => (await server.ask(SAVE, { input }, language)).data.save;

describe('registers over GraphQL', () => {
  test('are listed with their fields, in the language asked for', async () => {
    const query =
      '{ registers { name plural typeName group groupLabel label title fields { name kind label required choices { code label } register } } }';
    const { registers } = (await server.ask(query, {}, 'zh')).data;
    expect(registers).toHaveLength(REGISTERS.length);
    expect(registers.find(({ name }: { name: string }) => name === 'partner')).toMatchObject({
      plural: 'partners',
      typeName: 'Partner',
      groupLabel: '风险防控保障',
      label: '合作主体',
      title: 'name',
    });
    const english = (await server.ask(query, {}, 'en')).data.registers;
    expect(english.find(({ name }: { name: string }) => name === 'partner').fields.at(2)).toEqual({
      name: 'rating',
      kind: 'choice',
      label: 'Rating',
      required: true,
      choices: [
        { code: 'A', label: 'A: sound' },
        { code: 'B', label: 'B: fair' },
        { code: 'C', label: 'C: risky' },
        { code: 'D', label: 'D: avoid' },
      ],
      register: null,
    });
  });

  test.each(REGISTERS.map(({ plural, name }) => [plural, name]))('%s can be asked for', async (plural, name) => {
    const { data, errors } = await server.ask(
      `{ list: ${plural} { totalCount pageInfo { hasNextPage endCursor } nodes { id county } } one: ${name}(id: "none") { id } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.one).toBeNull();
    expect(data.list.nodes).toHaveLength(data.list.totalCount);
  });

  test('take an entry, show it with the places it names, and tell what is wrong in place', async () => {
    const made = await save({ name: '广西某桑蚕公司', rating: 'B', checkedOn: '2020-04-02', checkedBy: '县国资局', by: '黄干事' });
    expect(made).toMatchObject({
      userErrors: [],
      entry: { revision: 1, name: '广西某桑蚕公司', rating: 'B', updatedBy: '黄干事', documents: [] },
    });
    expect(await save({ id: made.entry.id, revision: 1, rating: 'C', reason: '去年迟付' })).toMatchObject({
      entry: { revision: 2, name: '广西某桑蚕公司', rating: 'C' },
    });
    expect(await save({ id: made.entry.id, revision: 1, rating: 'A' })).toEqual({
      entry: null,
      userErrors: [{ field: ['input', 'revision'], code: 'ENTRY_CHANGED_MEANWHILE', message: expect.stringContaining('没有写入') }],
    });
    expect((await save({ name: 'x', rating: 'A', checkedOn: '二月', checkedBy: 'y' }, 'en')).userErrors).toEqual([
      { field: ['input', 'checkedOn'], code: 'FIELD_NOT_A_DAY', message: 'Checked: "二月" is no day; write 2020-05-31' },
    ]);
    const contract = await server.ask(
      `mutation ($input: SaveContractInput!) { saveContract(input: $input) { entry { village { name township { name } } partner { name rating } yearlyAmount } userErrors { message } } }`,
      {
        input: { village: VILLAGE, partner: made.entry.id, counterparty: '某公司', subject: '林地', state: 'SOUND', yearlyAmount: 1234.5 },
      },
    );
    expect(contract.data.saveContract).toEqual({
      entry: {
        village: { name: expect.any(String), township: { name: expect.any(String) } },
        partner: { name: '广西某桑蚕公司', rating: 'C' },
        yearlyAmount: 1234.5,
      },
      userErrors: [],
    });
    const { entryChanges } = (
      await server.ask('{ entryChanges(register: "partner") { nodes { action by reason fields { field label before after } } } }', {}, 'zh')
    ).data;
    expect(entryChanges.nodes[0]).toEqual({
      action: 'CHANGED',
      by: null,
      reason: '去年迟付',
      fields: [{ field: 'rating', label: '评级', before: 'B 一般', after: 'C 有风险' }],
    });
  });

  test('are narrowed by place, word, time and choice, and paged', async () => {
    const names = async (where: object, more = ''): Promise<string[]> =>
      (
        await server.ask(`query ($where: EntryFilter) { partners(where: $where ${more}) { nodes { name } } }`, { where })
      ).data.partners.nodes.map(({ name }: { name: string }) => name);
    await save({ name: '百色某物流公司', rating: 'A', checkedOn: '2020-05-31', checkedBy: '县国资局' });
    await save({ name: '南宁某农资公司', rating: 'D', checkedOn: '2019-12-01', checkedBy: '县国资局' });
    expect(await names({ search: '物流' })).toEqual(['百色某物流公司']);
    expect(await names({ search: '不宜合作' })).toEqual(['南宁某农资公司']);
    expect(await names({ from: '2020-05', to: '2020-05' })).toEqual(['百色某物流公司']);
    expect(await names({ choices: [{ field: 'rating', values: ['A', 'D'] }] })).toEqual(['百色某物流公司', '南宁某农资公司']);
    expect(await names({}, ', first: 1')).toEqual(['百色某物流公司']);
    expect(await server.refusal('{ partners(where: { choices: [{ field: "name", values: [] }] }) { totalCount } }')).toEqual([
      'NOT_A_CHOICE_FIELD ["where","choices","0","field"] "name" is no field with choices; there are: rating',
    ]);
    expect(await server.refusal('{ partners(first: 0) { totalCount } }')).toEqual([
      'PAGE_SIZE ["first"] first = 0 is not between 1 and 1000',
    ]);
    expect(await server.refusal('{ entryChanges(register: "secrets") { nodes { number } } }')).toEqual([
      expect.stringMatching(/^UNKNOWN_REGISTER \["register"\] there is no register "secrets"; there are duty,/),
    ]);
  });
});
