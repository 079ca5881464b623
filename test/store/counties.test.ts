import { expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { Problem } from '../../server/base/errors/problem.js';
import { commitImport } from '../../server/intake/commit.js';
import { NO_TABLES } from '../../server/intake/tables.js';
import { listCounties, readCounty } from '../../server/store/counties.js';
import { COUNTY, criteria, OTHER_YONGPING, receipt, STAMP, village, YONGLE, YONGPING } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';

describeOnBoth('counties', (_, newStore) => {
  test('are listed with townships, villages counted, and parks', async () => {
    const store = await newStore();
    expect(await listCounties(store.db)).toEqual([]);
    await commitImport(store, COUNTY, STAMP);
    const more = { ...NO_TABLES, villages: [village('451027001201', '甲村', '甲镇')] };
    await commitImport(store, more, STAMP);
    expect(await listCounties(store.db)).toEqual([
      {
        code: '451026',
        name: '那坡县',
        asOf: monthOf(2020, 5),
        villageCount: 3,
        demonstration: false,
        revision: 1,
        townships: [
          {
            code: '451026100',
            name: '城厢镇',
            villageCount: 2,
          },
          {
            code: '451026101',
            name: '平孟镇',
            villageCount: 1,
          },
        ],
        parks: [
          {
            code: 'P1',
            name: '鲜茧园',
            kind: '加工',
            payer: null,
          },
        ],
      },
      {
        code: '451027',
        name: '凌云县',
        asOf: null,
        villageCount: 1,
        demonstration: false,
        revision: 2,
        townships: [
          {
            code: '451027001',
            name: '甲镇',
            villageCount: 1,
          },
        ],
        parks: [],
      },
    ]);
  });

  test('are read whole, money exact and in yuan, absent values null or left out', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    expect(await readCounty(store.db, '451026')).toEqual({
      code: '451026',
      name: '那坡县',
      demonstration: false,
      asOf: monthOf(2020, 5),
      townships: [
        {
          code: '451026100',
          name: '城厢镇',
        },
        {
          code: '451026101',
          name: '平孟镇',
        },
      ],
      villages: [
        {
          code: YONGPING,
          name: '永平村',
          township: '451026100',
          criteria: criteria(true),
        },
        {
          code: YONGLE,
          name: '永乐村',
          township: '451026100',
          criteria: criteria(null),
        },
        {
          code: OTHER_YONGPING,
          name: '永平村',
          township: '451026101',
          criteria: criteria(null),
        },
      ],
      parks: [
        {
          code: 'P1',
          name: '鲜茧园',
          kind: '加工',
          payer: null,
        },
      ],
      projects: [
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
          terms: { rate: 0.082 },
          stage: 'PUBLICITY',
        },
      ],
      targets: [
        {
          village: YONGPING,
          year: 2020,
          amount: 1e5,
        },
      ],
      receipts: [
        {
          village: YONGPING,
          mode: 'INDUSTRY',
          industry: 'SERICULTURE',
          park: 'P1',
          project: null,
          month: monthOf(2019, 1),
          amount: 12345.67,
        },
        {
          village: YONGPING,
          mode: 'TOURISM',
          industry: null,
          park: null,
          project: null,
          month: monthOf(2020, 5),
          amount: 0.01,
        },
        {
          village: YONGLE,
          mode: 'SERVICE',
          industry: null,
          park: null,
          project: 'X1',
          month: monthOf(2020, 4),
          amount: -300,
        },
      ],
    });
  });

  test('are read up to the as-of month', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP, { asOf: monthOf(2020, 4) });
    const { asOf, receipts } = await readCounty(store.db, '451026');
    expect([asOf, receipts.map(({ month }) => month)]).toEqual([monthOf(2020, 4), [monthOf(2019, 1), monthOf(2020, 4)]]);
  });

  test('that are not loaded are named, with those that are', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const problem = await readCounty(store.db, '451025').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).text('en')).toBe(
      'unknown region code "451025"; counties loaded: 那坡县 451026; did you mean 那坡县 (451026)?',
    );
  });

  test('share a park as soon as villages of two have a stake in it', async () => {
    const store = await newStore();
    await commitImport(store, COUNTY, STAMP);
    const elsewhere = village('451027001201', '甲村', '甲镇');
    const receipts = [receipt(elsewhere.code, 2020, 3, 100, { park: 'P1' })];
    await commitImport(store, { ...NO_TABLES, villages: [elsewhere], receipts }, STAMP);
    const parks = (await listCounties(store.db)).map((county) => county.parks.map((park) => park.code));
    expect(parks).toEqual([['P1'], ['P1']]);
    expect((await readCounty(store.db, '451027')).parks).toEqual([{ code: 'P1', name: '鲜茧园', kind: '加工', payer: null }]);
  });

  test('keep a sum of large amounts exact', async () => {
    const store = await newStore();
    const receipts = Array.from({ length: 50 }, (_, index) =>
      receipt(YONGPING, 2019, (index % 12) + 1, 99_999_999_999 - index, { reference: String(index) }),
    );
    await commitImport(store, { ...COUNTY, receipts }, STAMP);
    const rows = await store.db.selectFrom('receipts').select('amount').orderBy('amount').execute();
    expect(rows.map((row) => row.amount)).toEqual(receipts.map((row) => row.amount).toSorted((left, right) => left - right));
  });
});
