import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importFiles } from '../../server/intake/import-files.js';
import { importWordKey, type ImportWordKind } from '../../server/intake/import-words.js';
import type { TableKind } from '../../server/intake/table-kind.js';
import { readImportWords, removeImportWord, saveImportWord } from '../../server/store/import-words.js';
import type { Store } from '../../server/store/store.js';
import { describeOnBoth } from '../setup/stores.js';

const VILLAGES = '村代码,村名,乡镇\n451026100201,永平村,城厢镇\n451026100202,永乐村,城厢镇\n451026101201,永平村,平孟镇\n';
const OPTIONS = { at: new Date('2020-07-01T00:00:00Z'), by: 'planner' };

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planner-words-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries({ '村.csv': VILLAGES, ...files })) await writeFile(join(folder, name), content);
  return folder;
}

const say = ({ db }: Store, kind: ImportWordKind, written: string, meaning: string, table?: TableKind) =>
  saveImportWord(db, { kind, key: importWordKey(kind, written, table), written, meaning, said_at: '2020-06-01T00:00:00Z', said_by: null });

const receiptsOf = async ({ db }: Store) =>
  (await db.selectFrom('receipts').select(['village', 'amount']).orderBy('amount').execute()).map(({ village, amount }) => [
    village,
    amount,
  ]);

describeOnBoth('words of imported files', (_newPlace, newStore) => {
  test('that no village has are known once they are said, within a township before anywhere', async () => {
    const store = await newStore();
    const folder = await folderWith({
      '收入.csv': '村,乡镇,模式,月份,金额\n老街,,产业,2020-05,1\n老街,平孟镇,产业,2020-05,2\n老街,城厢镇,产业,2020-04,3\n',
    });
    await expect(importFiles(store, [folder], OPTIONS)).rejects.toMatchObject({
      findings: [
        { problem: { code: 'NO_SUCH_VILLAGE' } },
        { problem: { code: 'NO_SUCH_VILLAGE' } },
        { problem: { code: 'NO_SUCH_VILLAGE' } },
      ],
    });
    await say(store, 'VILLAGE', '老 街', '451026100202');
    await say(store, 'VILLAGE', '平孟镇/老街', '451026101201');
    expect((await importFiles(store, [folder], OPTIONS)).batch).toBe(1);
    expect(await receiptsOf(store)).toEqual([
      ['451026100202', 100],
      ['451026101201', 200],
      ['451026100202', 300],
    ]);
  });

  test('that mean a village which is not there are asked again', async () => {
    const store = await newStore();
    const folder = await folderWith({ '收入.csv': '村,模式,月份,金额\n老街,产业,2020-05,1\n' });
    await say(store, 'VILLAGE', '老街', '451026109999');
    await expect(importFiles(store, [folder], OPTIONS)).rejects.toMatchObject({ findings: [{ problem: { code: 'NO_SUCH_VILLAGE' } }] });
  });

  test('that head a column count as the column in its table alone, with the unit that they name, in wide sheets too', async () => {
    const store = await newStore();
    const long = await folderWith({ '收入.csv': '村,模式,月份,创收成果（万元）\n永乐村,产业,2020-05,1.5\n' });
    await expect(importFiles(store, [long], OPTIONS)).rejects.toMatchObject({
      findings: [{ problem: { code: 'MISSING_COLUMNS', details: { table: 'receipts', missingZh: ['金额'] } } }],
    });
    await say(store, 'COLUMN', '创收成果(万元)', 'receipts.amount', 'receipts');
    await importFiles(store, [long], OPTIONS);
    expect(await receiptsOf(store)).toEqual([['451026100202', 1_500_000]]);

    const wide = await folderWith({ '2020年收入.csv': '村级组织,模式,1月,2月\n永乐村,物业,10,20\n' });
    await expect(importFiles(store, [wide], OPTIONS)).rejects.toMatchObject({ findings: [{ problem: { code: 'MISSING_COLUMNS' } }] });
    await say(store, 'COLUMN', '村级组织', 'receipts.village', 'receipts');
    await importFiles(store, [wide], OPTIONS);
    expect(await receiptsOf(store)).toEqual([
      ['451026100202', 1_000],
      ['451026100202', 2_000],
      ['451026100202', 1_500_000],
    ]);
  });

  test('that name a file say what it is, or that it is passed over', async () => {
    const store = await newStore();
    const folder = await folderWith({
      '台账.csv': '村,年度,金额\n永乐村,2020,50000\n',
      '说明事项.csv': '村,乡镇,模式,月份,金额\n乱写,,,,\n',
    });
    await say(store, 'SHEET', '台账', 'targets');
    await say(store, 'SHEET', '说明事项', 'nothing');
    const { notices, files } = await importFiles(store, [folder], OPTIONS);
    expect(files.map(({ kind }) => kind).toSorted()).toEqual(['targets', 'villages']);
    expect(notices.map(({ place, code }) => [place.file, code])).toContainEqual(['说明事项.csv', 'SHEET_PASSED_OVER']);
  });

  test('have one meaning each, the last that was said, until it is forgotten', async () => {
    const store = await newStore();
    await say(store, 'VILLAGE', '老街', '451026100201');
    const { id } = await say(store, 'VILLAGE', ' 老 街', '451026100202');
    expect((await readImportWords(store.db)).map(({ meaning }) => meaning)).toEqual(['451026100202']);
    expect([await removeImportWord(store.db, id), await removeImportWord(store.db, id)]).toEqual([true, false]);
    expect(await readImportWords(store.db)).toEqual([]);
  });
});
