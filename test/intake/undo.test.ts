import { expect, test } from 'vitest';
import { Problem } from '../../server/base/errors/problem.js';
import { monthOf } from '../../server/base/month.js';
import { commitImport } from '../../server/intake/commit.js';
import { type ImportTables, NO_TABLES } from '../../server/intake/tables.js';
import { undoImport } from '../../server/intake/undo.js';
import { listCounties } from '../../server/store/counties.js';
import { listImportBatches } from '../../server/store/import-batches.js';
import { COUNTY, OTHER_YONGPING, receipt, STAMP, village, YONGLE, YONGPING } from '../setup/county.js';
import { dumpRows } from '../setup/dump.js';
import { describeOnBoth } from '../setup/stores.js';

const UNDO = { at: new Date('2020-07-02T08:00:00Z'), by: 'planner' };

/** Changes something of every table, and adds to most. */
const EVERYTHING_CHANGED: ImportTables = {
  villages: [village(YONGPING, '永平', '城厢街道', false), village('451026102201', '丁村', '丁镇')],
  parks: [
    { code: 'P1', name: '鲜茧园', payer: '某公司' },
    { code: 'P2', name: '芒果园' },
  ],
  projects: [{ ...COUNTY.projects[0]!, village: YONGPING, park: 'P2', capital: 1, terms: { rate: null, late: 0.5 }, stage: 'COMMITTED' }],
  targets: [
    { village: YONGPING, year: 2020, amount: 1 },
    { village: '451026102201', year: 2020, amount: 2 },
  ],
  receipts: [
    { ...COUNTY.receipts[0]!, amount: 5, source: { file: 'other.csv', row: 9 } },
    receipt('451026102201', 2020, 6, 1, { park: 'P2', project: 'X1' }),
  ],
};

describeOnBoth('undo', (_, newStore) => {
  test('brings back every row exactly as it was', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const before = await dumpRows(store);
    const { batch } = await commitImport(store, EVERYTHING_CHANGED, STAMP);
    expect(await dumpRows(store)).not.toEqual(before);
    expect(await undoImport(store, batch!, UNDO)).toEqual({
      batch: 2,
      counties: [
        {
          code: '451026',
          name: '那坡县',
        },
      ],
      restoredDemonstration: null,
    });
    expect(await dumpRows(store)).toEqual(before);
    await undoImport(store, 1, UNDO);
    expect(Object.values(await dumpRows(store)).flat()).toEqual([]);
  });

  test('raises the revision, so that no cached result of the undone data is taken for the present', async () => {
    const store = await newStore();
    const revision = async () => (await listCounties(store.db)).map((county) => county.revision);
    await commitImport(store, COUNTY, STAMP);
    await commitImport(store, EVERYTHING_CHANGED, STAMP);
    expect(await revision()).toEqual([2]);
    await undoImport(store, 2, UNDO);
    expect(await revision()).toEqual([3]);
    await undoImport(store, 1, UNDO);
    await commitImport(store, COUNTY, STAMP);
    expect(await revision()).toEqual([5]);
  });

  test('is refused where a later import built upon the batch, and only then', async () => {
    const store = await newStore();
    const refusal = async (batch: number) => {
      const problem: unknown = await undoImport(store, batch, UNDO).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(Problem);
      return { code: (problem as Problem).code, later: (problem as Problem).details.later };
    };
    await commitImport(store, { ...NO_TABLES, villages: COUNTY.villages }, STAMP); // 1
    await commitImport(store, { ...NO_TABLES, targets: COUNTY.targets }, STAMP); // 2 refers to villages of 1
    await commitImport(store, { ...NO_TABLES, targets: [{ village: YONGLE, year: 2020, amount: 1 }] }, STAMP); // 3 likewise, not to 2
    const before = await dumpRows(store);
    expect(await refusal(1)).toEqual({ code: 'BATCH_BUILT_UPON', later: ['3', '2'] });
    expect(await refusal(9)).toEqual({ code: 'NO_SUCH_BATCH', later: undefined });
    expect(await dumpRows(store)).toEqual(before);
    await undoImport(store, 2, UNDO);
    expect(await refusal(2)).toEqual({ code: 'BATCH_UNDONE', later: undefined });
    await commitImport(store, { ...NO_TABLES, targets: [...COUNTY.targets, { village: YONGLE, year: 2020, amount: 1 }] }, STAMP); // 4 confirms a row of 3
    expect(await refusal(3)).toEqual({ code: 'BATCH_BUILT_UPON', later: ['4'] });
    await undoImport(store, 4, UNDO);
    await undoImport(store, 3, UNDO);
    await undoImport(store, 1, UNDO);
    expect(Object.values(await dumpRows(store)).flat()).toEqual([]);
  });

  test('is refused where a later import moved the as-of month on, or put a village into the county', async () => {
    const store = await newStore();
    const month = (number: number) => ({ ...NO_TABLES, receipts: [receipt(YONGPING, 2020, number, 100)] });
    await commitImport(store, { ...NO_TABLES, villages: COUNTY.villages.slice(0, 1) }, STAMP); // 1
    await commitImport(store, month(1), STAMP); // 2
    await commitImport(store, month(2), STAMP); // 3
    await expect(undoImport(store, 2, UNDO)).rejects.toMatchObject({ code: 'BATCH_BUILT_UPON', details: { later: ['3'] } });
    await undoImport(store, 3, UNDO);
    expect((await listCounties(store.db))[0]?.asOf).toBe(monthOf(2020, 1));
    await commitImport(store, { ...NO_TABLES, villages: [village(OTHER_YONGPING, '永平村', '平孟镇')] }, STAMP); // 4 stands in the county
    await expect(undoImport(store, 1, UNDO)).rejects.toMatchObject({ code: 'BATCH_BUILT_UPON', details: { later: ['4', '2'] } });
  });

  test('restores a removed demonstration county whole, but not beside what was imported after it', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP, { demonstration: true });
    const before = await dumpRows(store);
    const elsewhere = village('451027001201', '甲村', '甲镇');
    await commitImport(store, { ...NO_TABLES, villages: [elsewhere] }, STAMP);
    expect((await listCounties(store.db)).map((county) => county.code)).toEqual(['451027']);
    await commitImport(store, { ...NO_TABLES, villages: [village('451028001201', '乙村', '乙镇')] }, STAMP);
    await expect(undoImport(store, 2, UNDO)).rejects.toMatchObject({ code: 'BATCH_BUILT_UPON', details: { later: ['3'] } });
    await undoImport(store, 3, UNDO);
    expect((await undoImport(store, 2, UNDO)).restoredDemonstration).toBe('451026');
    expect(await dumpRows(store)).toEqual(before);
  });

  test('is recorded beside the import', async () => {
    const store = await newStore();
    const files = [{ name: '村.csv', size: 7, hash: 'ab', encoding: 'UTF-8', rows: 3 }];
    await commitImport(
      store,
      { ...NO_TABLES, villages: [village(YONGPING, '永平村', '城厢镇', true)] },
      { ...STAMP, reason: '第一季度', files },
    );
    const none = { added: 0, changed: 0, removed: 0, same: 0 };
    const one = { ...none, added: 1 };
    const imported = {
      id: 1,
      importedAt: '2020-07-01T08:00:00.000Z',
      importedBy: 'planner',
      demonstration: false,
      files,
      counts: {
        counties: one,
        townships: one,
        villages: one,
        parks: none,
        projects: none,
        targets: none,
        receipts: none,
      },
      counties: [
        {
          code: '451026',
          name: '那坡县',
        },
      ],
      removedDemonstration: null,
      undoneAt: null,
      undoneBy: null,
      reason: '第一季度',
      undoReason: null,
    };
    expect(await listImportBatches(store.db)).toEqual([imported]);
    await undoImport(store, 1, { ...UNDO, by: 'another', reason: '报错了文件' });
    const undone = { undoneAt: '2020-07-02T08:00:00.000Z', undoneBy: 'another', undoReason: '报错了文件' };
    expect(await listImportBatches(store.db)).toEqual([{ ...imported, ...undone }]);
  });
});
