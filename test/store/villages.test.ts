import { expect, test } from 'vitest';
import { commitImport } from '../../server/intake/commit.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { findVillages, readTargets, readVillages, type VillageQuery } from '../../server/store/villages.js';
import { COUNTY, criteria, OTHER_YONGPING, STAMP, village, YONGLE, YONGPING } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('villages', (_, newStore) => {
  test('are found by scope, code, township, eligibility and part of the name or code', async () => {
    const store = await newStore();
    const odd = village('451026101202', '100%_村\\', '平孟镇', false);
    await commitImport(store, { ...COUNTY, villages: [...COUNTY.villages, odd] }, STAMP);
    const find = async (query: Partial<VillageQuery>) => {
      const { totalCount, hasNextPage, rows } = await findVillages(store.db, { first: 10, ...query });
      expect([totalCount, hasNextPage]).toEqual([rows.length, false]);
      return rows.map((row) => row.code);
    };
    const all = [YONGPING, YONGLE, OTHER_YONGPING, odd.code];
    expect(await find({})).toEqual(all);
    expect(await find({ scope: ['45'] })).toEqual(all);
    expect(await find({ scope: [] })).toEqual([]);
    expect(await find({ scope: ['451026101', YONGPING] })).toEqual([YONGPING, OTHER_YONGPING, odd.code]);
    expect(await find({ scope: ['4510261', "45'; drop table villages"] })).toEqual(all);
    expect(await find({ scope: ['451027'] })).toEqual([]);
    expect(await find({ codes: [odd.code, YONGPING, '999999999999'] })).toEqual([YONGPING, odd.code]);
    expect(await find({ townships: ['451026101'] })).toEqual([OTHER_YONGPING, odd.code]);
    expect(await find({ eligible: true })).toEqual([YONGPING]);
    expect(await find({ eligible: false })).toEqual([YONGLE, OTHER_YONGPING, odd.code]);
    expect(await find({ search: '永平' })).toEqual([YONGPING, OTHER_YONGPING]);
    expect(await find({ search: ' 101202 ' })).toEqual([odd.code]);
    expect(await find({ search: '%' })).toEqual([odd.code]);
    expect(await find({ search: '%_' })).toEqual([odd.code]);
    expect(await find({ search: '\\' })).toEqual([odd.code]);
    expect(await find({ search: '_' })).toEqual([odd.code]);
    expect(await find({ search: '永平', townships: ['451026101'], scope: ['45'] })).toEqual([OTHER_YONGPING]);
  });

  test('come in pages that follow each other', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const first = await findVillages(store.db, { first: 2 });
    expect([first.totalCount, first.hasNextPage, first.rows.map((row) => row.code)]).toEqual([3, true, [YONGPING, YONGLE]]);
    const second = await findVillages(store.db, { first: 2, after: YONGLE });
    expect([second.totalCount, second.hasNextPage, second.rows.map((row) => row.code)]).toEqual([3, false, [OTHER_YONGPING]]);
    expect(second.rows[0]).toEqual({
      code: OTHER_YONGPING,
      name: '永平村',
      township: '451026101',
      townshipName: '平孟镇',
      criteria: criteria(null),
    });
  });

  test('are read by code, in order, unknown ones left out, any number of them', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const codes = Array.from({ length: 40_000 }, (_, index) => String(900_000_000_000 + index));
    const rows = await readVillages(store.db, [OTHER_YONGPING, ...codes, YONGPING]);
    expect(rows.map((row) => [row.code, row.townshipName])).toEqual([
      [YONGPING, '城厢镇'],
      [OTHER_YONGPING, '平孟镇'],
    ]);
    expect((await findVillages(store.db, { first: 5, codes: [...codes, YONGLE] })).rows.map((row) => row.code)).toEqual([YONGLE]);
  });

  test('keep a condition without a column, and lose one whose cell is empty', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const again = { ...COUNTY.villages[0]!, criteria: { cohesion: null, achievement: false } };
    await commitImport(store, { ...NO_TABLES, villages: [again] }, STAMP);
    const [read] = await readVillages(store.db, [YONGPING]);
    expect(read?.criteria).toEqual({ ...criteria(true), cohesion: null, achievement: false });
  });

  test('have targets by year, in yuan', async () => {
    const store = await newStore();
    const targets = [
      { village: YONGLE, year: 2021, amount: 5_000_001 },
      { village: YONGPING, year: 2021, amount: 1 },
      { village: YONGPING, year: 2020, amount: 0 },
    ];
    await commitImport(store, { ...COUNTY, targets }, STAMP);
    expect(await readTargets(store.db, [YONGLE, YONGPING, '999999999999'])).toEqual([
      { village: YONGPING, year: 2020, amount: 0 },
      { village: YONGPING, year: 2021, amount: 0.01 },
      { village: YONGLE, year: 2021, amount: 50_000.01 },
    ]);
    expect(await readTargets(store.db, [])).toEqual([]);
  });
});
