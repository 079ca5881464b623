import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const E = '{ mean standardError low high }';
const scenario = {
  trials: 100,
  horizon: 2,
  options: [
    { code: 'shed', mode: 'PROPERTY', rate: 0.06 },
    { code: 'farm', mode: 'INDUSTRY', rate: 0.08, failure: 0.1, sd: 0.3 },
  ],
  policy: { neediest: { budget: 1_000_000, amount: 500_000, option: 'shed' } },
};
const rule = { budget: 2_000_000, lump: 100_000, max: 500_000, options: ['shed', 'farm'], objective: 'EXPECTED_REACHING' };
const policies = { budget: 2_000_000, option: 'shed' };

/** Of each question: the rest of its arguments with their types, and what is read of the answer. */
const QUESTIONS: readonly (readonly [kind: string, types: Readonly<Record<string, string>>, asked: object, fields: string])[] = [
  [
    'allocation',
    { input: 'AllocationInput!' },
    { input: { ...rule, groups: [{ option: 'farm', cap: 500_000 }] } },
    `objective year seed trials dataVersion engineVersion status value upperBound gap baseline freshValue ${E} spent unspent
     unspentReason { code message } bindingConstraints { code message } grants { village { code township { name } } option amount chanceBefore chance elsewhere }
     notFunded { village { code eligible } reason { code message } flipGrant flipIncome flipOption { option rate } } frontier { budget value funded droppedOut { code } }`,
  ],
  [
    'policyComparison',
    { input: 'PolicyComparisonInput!' },
    { input: policies },
    `seed dataVersion policies { kind label cost expectedReaching ${E} freshReaching ${E} giniOfChances ${E} townships { township { name } villageCount } difference { gaining { village { code } before after } } }`,
  ],
  [
    'robustness',
    { input: 'PolicyComparisonInput!', views: '[RivalViewKind!]' },
    { input: policies, views: ['LOW_RETURNS', 'LATE_PARKS'] },
    `best steadiest neverFunded plans { kind greatestRegret ${E} } views { view label basis order lead ${E} } funded { village { code } amounts }`,
  ],
  ['sensitivity', { only: '[String!]' }, { only: ['target'] }, `base ${E} bars { assumption label basis unit low high swing ${E} }`],
  [
    'sensitivityTable',
    { rows: 'SensitivitySideInput!', columns: 'SensitivitySideInput!' },
    { rows: { assumption: 'target' }, columns: { assumption: 'option.shed.rate' } },
    `base ${E} rows { label values } cells { expectedReaching ${E} }`,
  ],
  [
    'valueOfInformation',
    { input: 'PolicyComparisonInput!', only: '[String!]' },
    { input: policies, only: ['target'] },
    `best price assumptions { assumption label villages ${E} atLow { policy anew } }`,
  ],
];

const start = async (kind: string, input: object): Promise<Answer> => {
  const name = `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  const query = `mutation ($input: Start${name}Input!) { start: start${name}(input: $input) { job { id status } userErrors { field code } } }`;
  const { data, errors } = await server.ask(query, { input });
  expect(errors).toBeUndefined();
  return data.start;
};

/** Asks for a job until it is over; each answer takes the server a moment, so this is no busy loop. */
async function finished(id: string): Promise<Answer> {
  for (;;) {
    const { job } = (await server.ask('query ($id: ID!) { job(id: $id) { status progress error { code } } }', { id })).data;
    if (['COMPLETED', 'FAILED', 'CANCELED'].includes(job.status)) return job;
  }
}

describe('a question before a decision as a job', () => {
  test.each(QUESTIONS)(
    '%s is answered like the synchronous one, to the last bit, and not computed again',
    async (kind, types, asked, fields) => {
      const { job, userErrors } = await start(kind, { scenario, year: 2021, ...asked });
      expect(userErrors).toEqual([]);
      expect(await finished(job.id)).toEqual({ status: 'COMPLETED', progress: 1, error: null });
      const declared = Object.entries({ scenario: 'ScenarioInput!', ...types });
      const query = `query ($id: ID!, ${declared.map(([name, type]) => `$${name}: ${type}`)}) {
      job(id: $id) { ${kind} { ${fields} } }
      ${kind}(year: 2021, ${declared.map(([name]) => `${name}: $${name}`)}) { ${fields} }
    }`;
      const { data, errors } = await server.ask(query, { id: job.id, scenario, ...asked }, 'zh');
      expect(errors).toBeUndefined();
      expect(data.job[kind]).toEqual(data[kind]);
      expect((await start(kind, { scenario, year: 2021, ...asked })).job).toEqual({ id: job.id, status: 'COMPLETED' });
    },
  );

  test('says what is wrong before any work begins', async () => {
    const refused = async (kind: string, more: object) =>
      (await start(kind, { scenario, ...more })).userErrors.map(({ field, code }: Answer) => `${code} ${field.join('.')}`);
    expect(await refused('allocation', { input: { ...rule, options: ['shop'], min: 900_000 } })).toEqual([
      'MIN_ABOVE_MAX input.input.min',
      'UNKNOWN_OPTION input.input.options.0',
    ]);
    expect(await refused('robustness', { input: { ...policies, option: 'shop' } })).toEqual(['UNKNOWN_OPTION input.input.option']);
    expect(await refused('sensitivity', { only: ['targets'] })).toEqual(['UNKNOWN_ASSUMPTION input.only.0']);
    expect(await refused('policyComparison', { input: policies, year: 2035 })).toEqual(['YEAR_NOT_PROJECTED input.year']);
  });

  test('ends when it is canceled', async () => {
    const { job } = await start('valueOfInformation', { scenario: { ...scenario, trials: 5000 }, input: policies });
    await server.ask('mutation ($id: ID!) { cancelJob(id: $id) { userErrors { code } } }', { id: job.id });
    expect((await finished(job.id)).status).toBe('CANCELED');
  });
});
