import { expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { commitImport, fillDemonstration, previewImport } from '../../server/intake/commit.js';
import { demonstrationCounty } from '../../server/intake/demonstration.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { listCounties, readCounty } from '../../server/store/counties.js';
import { COUNTY, criteria, receipt, STAMP, village, YONGLE, YONGPING } from '../setup/county.js';
import { dumpRows } from '../setup/dump.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('commit', (_, newStore) => {
  test('changes nothing where the same tables come again, not even the revision', async () => {
    const store = await newStore();
    expect((await commitImport(store, COUNTY, STAMP)).batch).toBe(1);
    const before = await dumpRows(store);
    const again = await commitImport(store, COUNTY, STAMP);
    expect([again.batch, again.plan.changes.receipts.same.length, again.plan.changes.villages.same.length]).toEqual([null, 3, 3]);
    expect(await dumpRows(store)).toEqual(before);
    expect((await listCounties(store.db))[0]?.revision).toBe(1);
  });

  test('replaces an amount, never adds to it', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const { plan } = await commitImport(store, { ...NO_TABLES, receipts: [{ ...COUNTY.receipts[0]!, amount: 7 }] }, STAMP);
    expect(plan.changes.receipts.changed.map(({ before, after }) => [before.amount, after.amount])).toEqual([[1_234_567, 7]]);
    expect((await readCounty(store.db, '451026')).receipts[0]?.amount).toBe(0.07);
  });

  test('tells receipts apart by every part of the key', async () => {
    const store = await newStore();
    const first = receipt(YONGPING, 2020, 1, 1);
    const receipts = [
      first,
      { ...first, village: YONGLE },
      { ...first, mode: 'TOURISM' as const },
      { ...first, industry: 'OTHER' as const },
      { ...first, park: 'P1' },
      { ...first, project: 'X1' },
      { ...first, month: monthOf(2020, 2) },
      { ...first, reference: 'a' },
    ];
    await commitImport(store, { ...COUNTY, receipts }, STAMP);
    const { plan, batch } = await commitImport(store, { ...COUNTY, receipts }, STAMP);
    expect([plan.changes.receipts.same.length, batch]).toEqual([8, null]);
  });

  test('writes all or nothing', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const before = await dumpRows(store);
    const broken = {
      ...NO_TABLES,
      targets: [{ village: YONGPING, year: 2021, amount: 1 }],
      receipts: [receipt('451026999999', 2020, 1, 1)],
    };
    await expect(commitImport(store, broken, STAMP)).rejects.toThrow(/foreign key/i);
    expect(await dumpRows(store)).toEqual(before);
    expect((await commitImport(store, { ...NO_TABLES, targets: broken.targets }, STAMP)).batch).toBe(2);
  });

  test('previews the same plan and writes nothing', async () => {
    const store = await newStore();
    const preview = await previewImport(store.db, COUNTY);
    expect(Object.values(await dumpRows(store)).flat()).toEqual([]);
    expect((await commitImport(store, COUNTY, STAMP)).plan).toEqual(preview);
  });

  test('queues imports that come at the same time', async () => {
    const store = await newStore();
    await commitImport(store, { ...NO_TABLES, villages: COUNTY.villages }, STAMP);
    const months = Array.from({ length: 6 }, (_, index) => ({ ...NO_TABLES, receipts: [receipt(YONGPING, 2020, index + 1, 100)] }));
    const done = await Promise.all(months.map((tables) => commitImport(store, tables, STAMP)));
    expect(done.map(({ batch }) => batch).toSorted()).toEqual([2, 3, 4, 5, 6, 7]);
    expect((await readCounty(store.db, '451026')).receipts).toHaveLength(6);
    expect((await listCounties(store.db))[0]).toMatchObject({ asOf: monthOf(2020, 6), revision: 7 });
  });

  test('moves the as-of month on with new receipts only, or as it is named', async () => {
    const store = await newStore();
    const asOf = async () => (await listCounties(store.db))[0]?.asOf;
    await commitImport(store, COUNTY, STAMP, { asOf: monthOf(2020, 3) });
    expect(await asOf()).toBe(monthOf(2020, 3));
    await commitImport(store, COUNTY, STAMP);
    expect(await asOf()).toBe(monthOf(2020, 3));
    await commitImport(store, { ...NO_TABLES, receipts: [receipt(YONGPING, 2020, 2, 1)] }, STAMP);
    expect(await asOf()).toBe(monthOf(2020, 3));
    await commitImport(store, { ...NO_TABLES, receipts: [receipt(YONGPING, 2020, 4, 1)] }, STAMP);
    expect(await asOf()).toBe(monthOf(2020, 4));
    await commitImport(store, { ...NO_TABLES, targets: COUNTY.targets }, STAMP, { asOf: monthOf(2020, 6) });
    expect(await asOf()).toBe(monthOf(2020, 6));
  });

  test('keeps the fields of parks and projects that a file has no column for', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const { industry: _, park: __, funder: ___, ...project } = COUNTY.projects[0]!;
    const parks = [{ code: 'P1', name: '鲜茧集中加工园' }];
    await commitImport(store, { ...NO_TABLES, parks, projects: [{ ...project, terms: { late: 0.2 }, stage: 'COMMITTED' }] }, STAMP);
    const county = await readCounty(store.db, '451026');
    expect(county.parks).toEqual([{ code: 'P1', name: '鲜茧集中加工园', kind: '加工', payer: null }]);
    expect(county.projects).toEqual([
      {
        code: 'X1',
        village: YONGLE,
        name: '养蚕房',
        mode: 'INDUSTRY',
        industry: 'SERICULTURE',
        park: 'P1',
        funder: '县财政',
        capital: 5e5,
        start: monthOf(2020, 6),
        terms: {
          rate: 0.082,
          late: 0.2,
        },
        stage: 'COMMITTED',
      },
    ]);
  });
});

describeOnBoth('the demonstration county', (_, newStore) => {
  const demonstration = { demonstration: true };

  test('fills an empty database once, whole', async () => {
    const store = await newStore();
    expect(await fillDemonstration(store)).toBe(true);
    expect(await fillDemonstration(store)).toBe(false);
    const tables = demonstrationCounty();
    const county = await readCounty(store.db, tables.villages[0]!.code.slice(0, 6));
    expect(county.demonstration).toBe(true);
    const counts = [county.villages, county.parks, county.projects, county.targets, county.receipts].map((rows) => rows.length);
    expect(counts).toEqual([tables.villages, tables.parks, tables.projects, tables.targets, tables.receipts].map((rows) => rows.length));
    const fen = county.receipts.reduce((sum, row) => sum + Math.round(row.amount * 100), 0);
    expect(fen).toBe(tables.receipts.reduce((sum, row) => sum + row.amount, 0));
  });

  test('does not fill a database with a real county', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    expect(await fillDemonstration(store)).toBe(false);
  });

  test('goes whole with the first real import, of another county or with its own list of villages', async () => {
    for (const villages of [[village('451027001201', '甲村', '甲镇')], [village(YONGPING, '永平村', '城厢镇')]]) {
      const store = await newStore();
      await commitImport(store, COUNTY, STAMP, demonstration);
      const { plan } = await commitImport(store, { ...NO_TABLES, villages }, STAMP);
      expect(plan.removal).toMatchObject({ county: { code: '451026' }, keepsVillages: false });
      const county = await readCounty(store.db, villages[0]!.code.slice(0, 6));
      expect(county).toMatchObject({ demonstration: false, asOf: undefined, parks: [], projects: [], targets: [], receipts: [] });
      expect(county.villages.map(({ code }) => code)).toEqual(villages.map(({ code }) => code));
      expect(await listCounties(store.db)).toHaveLength(1);
    }
  });

  test('leaves its list of villages, with no condition judged, to real receipts without a list of their own', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP, demonstration);
    await commitImport(store, { ...NO_TABLES, receipts: [receipt(YONGPING, 2019, 1, 4_200, { mode: 'SERVICE' })] }, STAMP);
    const county = await readCounty(store.db, '451026');
    expect(county).toMatchObject({ demonstration: false, asOf: monthOf(2019, 1), parks: [], projects: [], targets: [] });
    expect(county.villages.map((row) => row.criteria)).toEqual([criteria(null), criteria(null), criteria(null)]);
    expect(county.receipts).toEqual([
      { village: YONGPING, mode: 'SERVICE', industry: null, park: null, project: null, month: monthOf(2019, 1), amount: 42 },
    ]);
  });

  test('leaves no generated amount behind where a real receipt has the same key', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP, demonstration);
    const { plan } = await commitImport(store, COUNTY, STAMP);
    expect([plan.changes.receipts.added.length, plan.changes.receipts.same.length]).toEqual([3, 0]);
    expect((await readCounty(store.db, '451026')).receipts).toHaveLength(3);
  });

  test('is never removed by a second real import, since there is none left', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const { plan } = await commitImport(store, { ...NO_TABLES, villages: [village('451027001201', '甲村', '甲镇')] }, STAMP);
    expect(plan.removal).toBeUndefined();
    expect(await listCounties(store.db)).toHaveLength(2);
  });
});
