import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();

const NOTEBOOK = 'id title county place origin revision editor createdAt updatedAt deletedAt spec source';
const FAULTS = 'userErrors { field code message }';
const MUTATIONS = {
  createNotebook: { input: 'CreateNotebookInput!', answer: `notebook { ${NOTEBOOK} } ${FAULTS}` },
  saveNotebook: {
    input: 'SaveNotebookInput!',
    answer: `notebook { ${NOTEBOOK} } savedRevision conflict { id revision editor spec } ${FAULTS}`,
  },
  restoreNotebookVersion: { input: 'RestoreNotebookVersionInput!', answer: `notebook { revision spec } savedRevision ${FAULTS}` },
  nameNotebookVersion: { input: 'NameNotebookVersionInput!', answer: `version { revision name } ${FAULTS}` },
  moveNotebookToBin: { input: 'NotebookIdInput!', answer: `notebook { id place deletedAt } ${FAULTS}` },
  restoreNotebookFromBin: { input: 'NotebookIdInput!', answer: `notebook { id place deletedAt } ${FAULTS}` },
  deleteNotebookForGood: { input: 'NotebookIdInput!', answer: `deletedId ${FAULTS}` },
} as const;

async function change(name: keyof typeof MUTATIONS, input: object, language = 'en'): Promise<Answer> {
  const { input: type, answer } = MUTATIONS[name];
  const { data, errors } = await server.ask(
    `mutation ($input: ${type}) { change: ${name}(input: $input) { ${answer} } }`,
    { input },
    language,
  );
  expect(errors).toBeUndefined();
  return data.change;
}
async function ask(query: string, variables: object = {}): Promise<Answer> {
  const { data, errors } = await server.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const list = async (more: string): Promise<string[]> =>
  (await ask(`{ notebookList(${more}) { nodes { id } } }`)).notebookList.nodes.map(({ id }: Answer) => id);

const spec = (title: string, text = '') => ({ notebook: 1, title, cells: [{ id: 'words', kind: 'text', text }] });
const create = async (id: string): Promise<Answer> => (await change('createNotebook', { id, spec: spec(id), editor: '王' })).notebook;

describe('a notebook', () => {
  test('is a copy of an example that leaves the example as it is, and can be read as YAML', async () => {
    const { notebook, userErrors } = await change('createNotebook', {
      id: 'copy-of-example',
      from: '1357',
      title: '我的副本',
      editor: ' 王 ',
    });
    expect(userErrors).toEqual([]);
    expect(notebook).toMatchObject({
      title: '我的副本',
      county: '451026',
      place: 'OWN',
      origin: '1357',
      revision: 1,
      editor: '王',
      deletedAt: null,
    });
    const { example, source } = await ask(
      '{ example: notebook(id: "1357") { title place revision spec } source: notebookSource(id: "copy-of-example") }',
    );
    expect(example).toMatchObject({ place: 'EXAMPLES', revision: 0 });
    expect(notebook.spec).toEqual({ ...example.spec, title: '我的副本' });
    expect(source).toBe(notebook.source);
    const { notebookReading } = await ask(
      'query ($source: String!) { notebookReading(source: $source) { spec lines(paths: [["title"]]) userErrors { code } } }',
      { source },
    );
    expect(notebookReading).toEqual({ spec: notebook.spec, lines: [2], userErrors: [] });
    const imported = await change('createNotebook', { source });
    expect(imported.notebook.spec).toEqual(notebook.spec);
    expect(imported.notebook.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is saved as its next revision, and read back at once', async () => {
    const { id } = await create('saved-notebook');
    const saved = await change('saveNotebook', { id, revision: 1, spec: spec('新题', '一'), editor: '李' });
    expect(saved).toMatchObject({
      savedRevision: 2,
      conflict: null,
      userErrors: [],
      notebook: { title: '新题', revision: 2, editor: '李' },
    });
    const { notebook } = await ask('query ($id: ID!) { notebook(id: $id) { spec revision } }', { id });
    expect(notebook).toEqual({ spec: spec('新题', '一'), revision: 2 });
  });

  test('changed by two from the same revision is written by one; the other is shown what there is', async () => {
    const { id } = await create('two-editors');
    await change('saveNotebook', { id, revision: 1, spec: spec('甲改的'), editor: '甲' });
    const second = await change('saveNotebook', { id, revision: 1, spec: spec('乙改的'), editor: '乙' }, 'zh-CN');
    expect(second).toEqual({
      notebook: null,
      savedRevision: null,
      conflict: { id, revision: 2, editor: '甲', spec: spec('甲改的') },
      userErrors: [
        {
          field: ['input', 'revision'],
          code: 'NOTEBOOK_CONFLICT',
          message: '笔记本已被甲改过：现在是第 2 版，您的改动基于第 1 版；没有写入，请先看差别',
        },
      ],
    });
    const again = await change('saveNotebook', { id, revision: 2, spec: spec('乙改的'), editor: '乙' });
    expect(again).toMatchObject({ savedRevision: 3, userErrors: [] });
  });

  test('goes to the bin, is not changed there, comes back, and is deleted for good only from there', async () => {
    const { id } = await create('binned-notebook');
    expect((await change('deleteNotebookForGood', { id })).userErrors[0].code).toBe('NOTEBOOK_NOT_IN_BIN');
    expect((await change('moveNotebookToBin', { id })).notebook).toMatchObject({ place: 'BIN', deletedAt: expect.any(String) });
    expect((await change('saveNotebook', { id, revision: 1, spec: spec('b') })).userErrors[0].code).toBe('NOTEBOOK_IN_BIN');
    expect([await list('place: OWN'), await list('place: BIN')]).toEqual([expect.not.arrayContaining([id]), [id]]);
    expect((await change('restoreNotebookFromBin', { id })).notebook).toEqual({ id, place: 'OWN', deletedAt: null });
    expect(await list('search: "BINNED"')).toEqual([id]);
    await change('moveNotebookToBin', { id });
    expect(await change('deleteNotebookForGood', { id })).toEqual({ deletedId: id, userErrors: [] });
    expect(await ask('query ($id: ID!) { notebook(id: $id) { id } notebookVersions(notebook: $id) { totalCount } }', { id })).toEqual({
      notebook: null,
      notebookVersions: { totalCount: 0 },
    });
  });

  test('an example is listed with its language, and never changed', async () => {
    expect(await list('place: EXAMPLES')).toContain('1357');
    for (const [name, input] of [
      ['saveNotebook', { revision: 1, spec: spec('x') }],
      ['moveNotebookToBin', {}],
      ['nameNotebookVersion', { revision: 0, name: 'x' }],
      ['restoreNotebookVersion', { revision: 0, version: 0 }],
    ] as const) {
      expect((await change(name, { id: '1357', ...input })).userErrors).toEqual([
        { field: ['input', 'id'], code: 'NOTEBOOK_IS_EXAMPLE', message: expect.stringContaining('make a copy first') },
      ]);
    }
  });
});

describe('versions of a notebook', () => {
  test('are listed in pages, named, and brought back as the next revision', async () => {
    const { id } = await create('with-versions');
    for (const revision of [1, 2, 3]) await change('saveNotebook', { id, revision, spec: spec(`第 ${revision + 1} 版`) });
    expect((await change('nameNotebookVersion', { id, revision: 2, name: ' 会前 ' })).version).toEqual({ revision: 2, name: '会前' });
    const page = async (after: string | null): Promise<Answer> =>
      (
        await ask(
          'query ($id: ID!, $after: String) { notebookVersions(notebook: $id, first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { revision name spec } } }',
          { id, after },
        )
      ).notebookVersions;
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, endCursor: '2' } });
    expect(first.nodes).toEqual([
      { revision: 4, name: null, spec: spec('第 4 版') },
      { revision: 3, name: null, spec: spec('第 3 版') },
      { revision: 2, name: '会前', spec: spec('第 2 版') },
    ]);
    expect((await page('2')).nodes).toEqual([{ revision: 1, name: null, spec: spec(id) }]);
    expect(await change('restoreNotebookVersion', { id, version: 2, revision: 4 })).toEqual({
      notebook: { revision: 5, spec: spec('第 2 版') },
      savedRevision: 5,
      userErrors: [],
    });
    const { kept, gone } = await ask(
      'query ($id: ID!) { kept: notebookVersion(notebook: $id, revision: 4) { spec } gone: notebookVersion(notebook: $id, revision: 9) { spec } }',
      { id },
    );
    expect([kept.spec, gone]).toEqual([spec('第 4 版'), null]);
    expect((await change('restoreNotebookVersion', { id, version: 9, revision: 5 })).userErrors[0].code).toBe('UNKNOWN_NOTEBOOK_VERSION');
  });

  test('read no more statements for many than for few', async () => {
    const statements = async (first: number) => {
      server.statements = 0;
      await ask(`{ notebookVersions(notebook: "with-versions", first: ${first}) { nodes { spec } } }`);
      return server.statements;
    };
    expect(await statements(5)).toBe(await statements(1));
  });
});

describe('what is no notebook is refused, and nothing is written', () => {
  test.each<[keyof typeof MUTATIONS, object, string, string[] | null]>([
    ['createNotebook', { id: 'SHOUTING' }, 'NOTEBOOK_ID', ['input', 'id']],
    ['createNotebook', { id: '1357-no-' + 'x'.repeat(80) }, 'NOTEBOOK_ID', ['input', 'id']],
    ['createNotebook', { from: 'nowhere' }, 'UNKNOWN_NOTEBOOK', ['input', 'from']],
    ['createNotebook', { source: 'notebook: 1', spec: {} }, 'NOTEBOOK_CONTENT', null],
    ['createNotebook', { source: '[' }, 'BAD_YAML', null],
    ['createNotebook', { editor: 'x'.repeat(41) }, 'NAME_LENGTH', ['input', 'editor']],
    ['saveNotebook', { id: 'nowhere', revision: 1, spec: spec('x') }, 'UNKNOWN_NOTEBOOK', ['input', 'id']],
    ['saveNotebook', { id: 'nowhere', revision: 1, spec: { notebook: 1, title: 'x' } }, 'NOTEBOOK_FIELD', ['input', 'spec', 'cells']],
    ['saveNotebook', { id: 'nowhere', revision: 1, spec: spec('x', 'x'.repeat(300_000)) }, 'NOTEBOOK_TOO_LARGE', ['input', 'spec']],
    ['moveNotebookToBin', { id: "' or 1=1 --" }, 'UNKNOWN_NOTEBOOK', ['input', 'id']],
    ['nameNotebookVersion', { id: 'nowhere', revision: 1, name: 'x' }, 'UNKNOWN_NOTEBOOK', ['input', 'id']],
  ])('%s %#', async (name, input, code, field) => {
    const before = await list('first: 100');
    const { userErrors } = await change(name, input);
    expect(userErrors[0]).toMatchObject({ code, field });
    expect(await list('first: 100')).toEqual(before);
  });

  test('a revision that has never been cannot be what a change is based on', async () => {
    const { id } = await create('ahead-of-itself');
    expect((await change('saveNotebook', { id, revision: 7, spec: spec('x') })).userErrors).toMatchObject([{ code: 'NOTEBOOK_REVISION' }]);
  });

  test('an id that is taken by another notebook', async () => {
    await create('taken-id');
    expect((await change('createNotebook', { id: 'taken-id', spec: spec('other') })).userErrors).toMatchObject([
      { code: 'NOTEBOOK_ID_TAKEN' },
    ]);
    expect((await create('taken-id')).revision).toBe(1);
  });
});
