import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving({ demonstration: false });
const CASE = join(import.meta.dirname, '../cases/import/unit-jump-stops-until-the-unit-is-named');

const post = (query: Record<string, string>, body: Buffer | string, type = 'application/octet-stream') =>
  fetch(`${server.url}/imports?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': type, 'accept-language': 'zh-CN' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
const sent = async (folder: string, ...names: string[]): Promise<string> => {
  let id = '';
  for (const name of names) {
    const response = await post({ name, ...(id ? { import: id } : {}) }, await readFile(join(CASE, folder, name)));
    expect(response.status).toBe(201);
    id = ((await response.json()) as Answer).id;
  }
  return id;
};

const PREVIEW = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) {
  preview { committable sheets { file sheet table rows unit unitNamed } counts { table added changed same removed }
    counties { code name asOfBefore asOf } remarkCounts { group count }
    remarks(groups: [FINDING, UNIT_JUMP]) { totalCount nodes { group code file sheet row column message } } }
  userErrors { field code message } } }`;
const COMMIT = `mutation ($input: CommitImportInput!) { commitImport(input: $input) {
  batch { id importedBy reason files { name rows } counts { table added } counties { code } undoneAt } userErrors { field code } } }`;
const UNDO = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { batch { id undoneBy undoReason } userErrors { field code message } } }`;
const preview = async (input: object) => (await server.ask(PREVIEW, { input }, 'zh')).data.previewImport;
const commit = async (input: object) => (await server.ask(COMMIT, { input })).data.commitImport;
const undo = async (input: object) => (await server.ask(UNDO, { input })).data.undoImport;

describe('imports over the API', () => {
  test('a year in the wrong unit is stopped, corrected, committed and taken back', async () => {
    const first = await sent('last-year', '村.csv', '收入.csv');
    expect((await preview({ id: first })).preview).toMatchObject({
      committable: true,
      counts: [
        { table: 'VILLAGES', added: 3 },
        { table: 'RECEIPTS', added: 36 },
      ],
    });
    expect((await commit({ id: first, by: '韦会计', reason: '上年决算' })).batch).toMatchObject({
      id: '1',
      reason: '上年决算',
      importedBy: '韦会计',
      counties: [{ code: '451026' }],
    });

    const id = await sent('this-year', '2019年收入.xlsx');
    const stopped = await preview({ id });
    expect(stopped.preview).toMatchObject({
      committable: false,
      sheets: [{ file: '2019年收入.xlsx', sheet: null, table: 'RECEIPTS', rows: 36, unit: 'WAN', unitNamed: false }],
      remarks: { totalCount: 1, nodes: [{ group: 'UNIT_JUMP', file: '2019年收入.xlsx', sheet: null }] },
    });
    expect(stopped.preview.remarks.nodes[0].message).toContain('相差约 10,997 倍（现按万元读）');
    expect(await commit({ id })).toEqual({ batch: null, userErrors: [{ field: null, code: 'UNIT_NOT_NAMED' }] });

    const mended = await preview({ id, units: [{ file: '2019年收入.xlsx', unit: 'YUAN' }] });
    expect(mended.preview).toMatchObject({
      committable: true,
      sheets: [{ unit: 'YUAN', unitNamed: true }],
      counts: [{ table: 'RECEIPTS', added: 36, changed: 0, same: 0, removed: 0 }],
      counties: [{ code: '451026', name: '那坡县', asOfBefore: '2018-12', asOf: '2019-12' }],
      remarks: { totalCount: 0 },
    });
    const rows = `query ($id: ID!) { importPreview(id: $id) { remarks(groups: [ADDED, SAME], first: 1) { totalCount nodes { group code row message } } } }`;
    expect((await server.ask(rows, { id }, 'zh')).data.importPreview.remarks).toMatchObject({
      totalCount: 36,
      nodes: [{ group: 'ADDED', code: 'RECEIPTS' }],
    });
    expect((await commit({ id })).batch).toMatchObject({ id: '2', importedBy: null });

    expect((await undo({ batch: '1' })).userErrors).toMatchObject([{ code: 'BATCH_BUILT_UPON' }]);
    expect(await undo({ batch: '2', by: '黄干事', reason: '单位仍有疑问' })).toEqual({
      batch: { id: '2', undoneBy: '黄干事', undoReason: '单位仍有疑问' },
      userErrors: [],
    });
    expect((await undo({ batch: 'x' })).userErrors).toMatchObject([{ field: ['input', 'batch'], code: 'NO_SUCH_BATCH' }]);
    const { data } = await server.ask('{ importBatches(first: 1) { totalCount pageInfo { hasNextPage } nodes { id undoneAt } } }');
    expect(data.importBatches).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ id: '2' }] });
  });

  test('what is wrong is told by file, row and column, in pages', async () => {
    const bad = `村,模式,月份,金额\n${'没有村,产业,2020-05,1\n'.repeat(150)}`;
    const { id } = (await (await post({ name: '收入.csv' }, bad)).json()) as Answer;
    const { preview: shown } = await preview({ id });
    expect(shown.remarkCounts[0]).toEqual({ group: 'FINDING', count: 150 });
    expect(shown.remarks.nodes).toHaveLength(100);
    expect(shown.remarks.nodes[0]).toMatchObject({ code: 'NO_SUCH_VILLAGE', file: '收入.csv', row: 2, column: '村' });
    const rest = await server.ask(
      `query ($id: ID!) { importPreview(id: $id) {
        remarks(first: 100, after: "FINDING-100") { pageInfo { hasNextPage } nodes { row } } } }`,
      { id },
    );
    expect(rest.data.importPreview.remarks.pageInfo.hasNextPage).toBe(false);
    expect(rest.data.importPreview.remarks.nodes.map(({ row }: Answer) => row)).toEqual(Array.from({ length: 50 }, (_, row) => row + 102));
    const drop = 'mutation ($input: DropImportInput!) { dropImport(input: $input) { id userErrors { code } } }';
    expect((await server.ask(drop, { input: { id } })).data.dropImport).toEqual({ id, userErrors: [] });
    expect((await server.ask(drop, { input: { id } })).data.dropImport).toEqual({ id: null, userErrors: [{ code: 'NO_SUCH_IMPORT' }] });
    expect((await server.ask('query ($id: ID!) { importPreview(id: $id) { id } }', { id })).data.importPreview).toBeNull();
  });

  test('templates are taken as they are filled in, and unfilled say nothing', async () => {
    const asked = '{ importTemplates { table label counterHeader columns { header required note example choices } } }';
    const { importTemplates } = (await server.ask(asked, {}, 'zh')).data;
    expect(importTemplates.map(({ label }: Answer) => label)).toEqual(['村', '园区', '项目', '目标', '收入']);
    const csvOf = ({ counterHeader, columns }: Answer, counter: string) =>
      [
        [counterHeader, ...columns.map(({ header }: Answer) => header)],
        ['说明', ...columns.map(({ note }: Answer) => note)],
        [counter, ...columns.map(({ example }: Answer) => example)],
      ]
        .map((row) => row.map((cell) => `"${cell}"`).join(','))
        .join('\n');
    const previewed = async (counter: string) => {
      let id = '';
      for (const template of importTemplates) {
        const response = await post({ name: `${template.label}.csv`, ...(id ? { import: id } : {}) }, csvOf(template, counter));
        id = ((await response.json()) as Answer).id;
      }
      return (await preview({ id })).preview;
    };
    const empty = await previewed('示例');
    expect(empty.remarks.nodes.map(({ code }: Answer) => code)).toEqual(Array(5).fill('HEADER_ONLY'));
    const filled = await previewed('1');
    expect(filled.remarks.nodes).toEqual([]);
    expect(filled.counts.map(({ table, added, changed }: Answer) => [table, added + changed])).toEqual(
      ['VILLAGES', 'PARKS', 'PROJECTS', 'TARGETS', 'RECEIPTS'].map((table) => [table, 1]),
    );
  });

  test('files are refused in words, and only as bytes that no foreign page can send', async () => {
    const refused = await post({ name: '../收入.csv' }, 'a');
    expect([refused.status, ((await refused.json()) as Answer).code]).toEqual([422, 'IMPORT_FILE_NAME']);
    const wrong = await post({ name: '收入.pdf' }, 'a');
    expect(await wrong.json()).toEqual({
      code: 'IMPORT_FILE_KIND',
      message: '“收入.pdf”不是表格文件；可收 .csv .txt .tsv .xlsx .xlsm .xls .et',
    });
    expect((await post({ name: '收入.csv' }, 'a', 'text/plain')).status).toBe(415);
  });
});

describe('words of imported files over the API', () => {
  const REMEMBER = `mutation ($input: RememberImportWordInput!) { rememberImportWord(input: $input) {
    word { id kind written table meaning saidBy } userErrors { field code message } } }`;
  const remember = async (input: object): Promise<Answer> => (await server.ask(REMEMBER, { input }, 'zh')).data.rememberImportWord;

  test('are asked for with the remark, said once, listed and forgotten', async () => {
    const receipts = Buffer.from('村,模式,月份,金额,记账人\n老街,产业,2020-05,1\n');
    const response = await post({ name: '收入.csv' }, receipts);
    const { id } = (await response.json()) as Answer;
    const asks = `mutation ($input: PreviewImportInput!) { previewImport(input: $input) { preview { committable
      remarks(groups: [FINDING, NOTICE]) { nodes { code asks words candidates table } } } } }`;
    const look = async (): Promise<Answer> => (await server.ask(asks, { input: { id } }, 'zh')).data.previewImport.preview;
    expect((await look()).remarks.nodes).toEqual([
      { code: 'NO_SUCH_VILLAGE', asks: 'VILLAGE', words: ['老街'], candidates: expect.any(Array), table: null },
    ]);
    const said = await remember({ kind: 'VILLAGE', written: '老街', village: '城厢镇/永平村(451026100201)', by: '韦会计' });
    expect(said).toEqual({
      word: {
        id: expect.any(String),
        kind: 'VILLAGE',
        written: '老街',
        table: null,
        meaning: '城厢镇/永平村(451026100201)',
        saidBy: '韦会计',
      },
      userErrors: [],
    });
    const seen = await look();
    expect(seen.committable).toBe(true);
    expect(seen.remarks.nodes).toContainEqual({
      code: 'COLUMN_IGNORED',
      asks: 'COLUMN',
      words: ['记账人'],
      candidates: [],
      table: 'RECEIPTS',
    });

    expect((await remember({ kind: 'COLUMN', written: '记账人', table: 'RECEIPTS', column: '凭证号' })).word).toMatchObject({
      table: 'RECEIPTS',
      meaning: '凭证号',
    });
    expect((await remember({ kind: 'SHEET', written: '通讯录' })).word).toMatchObject({ table: null, meaning: '不导入' });
    const words = '{ importWords { id written } }';
    expect((await server.ask(words)).data.importWords.map(({ written }: Answer) => written)).toEqual(['通讯录', '记账人', '老街']);
    const forget = `mutation ($input: ForgetImportWordInput!) { forgetImportWord(input: $input) { id userErrors { code } } }`;
    const forgetting = async () => (await server.ask(forget, { input: { id: said.word.id } })).data.forgetImportWord;
    expect([await forgetting(), await forgetting()]).toEqual([
      { id: said.word.id, userErrors: [] },
      { id: null, userErrors: [{ code: 'NO_SUCH_IMPORT_WORD' }] },
    ]);
    expect((await look()).committable).toBe(false);
  });

  test('are refused with the field and the fix where they say nothing', async () => {
    const wrong = async (input: object) => (await remember(input)).userErrors.map(({ field, code }: Answer) => [field.at(-1), code]);
    expect(await wrong({ kind: 'VILLAGE', written: '老街', village: '永平村' })).toEqual([['village', 'BAD_CODE']]);
    expect(await wrong({ kind: 'VILLAGE', written: ' ', village: '451026100201' })).toEqual([['written', 'WORD_LENGTH']]);
    expect(await wrong({ kind: 'COLUMN', written: '成果', column: '金额' })).toEqual([['table', 'WORD_NEEDS_TABLE']]);
    expect(await wrong({ kind: 'COLUMN', written: '成果', table: 'RECEIPTS', column: '成果' })).toEqual([['column', 'NO_SUCH_COLUMN']]);
  });
});
