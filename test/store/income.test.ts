import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf } from '../../server/base/month.js';
import { MODES } from '../../server/base/vocabulary.js';
import { commitImport } from '../../server/intake/commit.js';
import { aggregateIncome, type IncomeDimension, type IncomeQuery } from '../../server/store/income.js';
import { knownRegions } from '../../server/store/regions.js';
import { COUNTY, OTHER_YONGPING, receipt, STAMP, YONGLE, YONGPING } from '../setup/county.js';
import { describeOnBoth } from '../setup/stores.js';

const RECEIPTS = [
  receipt(YONGPING, 2019, 12, 100, { mode: 'TOURISM', park: 'P1' }),
  receipt(YONGPING, 2020, 1, 20, { industry: 'HERBS', project: 'X1' }),
  receipt(YONGLE, 2020, 1, -3, { mode: 'PROPERTY' }),
  receipt(OTHER_YONGPING, 2020, 2, 4, { industry: 'OTHER', park: 'P1' }),
  receipt(OTHER_YONGPING, 2020, 3, 1_000, { reference: 'later' }),
];

describeOnBoth('income', (_, newStore) => {
  async function stored() {
    const store = await newStore();
    // March lies after the as-of month: it is stored and never read.
    await commitImport(store, { ...COUNTY, receipts: RECEIPTS }, STAMP, { asOf: monthOf(2020, 2) });
    const ask = (query: Partial<IncomeQuery>) => aggregateIncome(store.db, { groupBy: [], limit: 100, ...query });
    const amounts = async (groupBy: IncomeDimension[]) => (await ask({ groupBy })).groups.map((group) => group.amount);
    return { store, ask, amounts };
  }

  test('is summed in one group where no dimension is asked for', async () => {
    const { ask } = await stored();
    const none = { region: null, mode: null, industry: null, park: null, project: null, year: null, month: null };
    expect(await ask({})).toEqual({ total: 121, truncated: false, groups: [{ ...none, amount: 121, receipts: 4 }] });
    expect(await ask({ from: monthOf(2021, 1) })).toEqual({ total: 0, truncated: false, groups: [] });
  });

  test('is grouped in the order of the dimensions, what is absent first', async () => {
    const { amounts } = await stored();
    expect(await amounts(['YEAR'])).toEqual([100, 21]);
    expect(await amounts(['MONTH'])).toEqual([100, 17, 4]);
    expect(await amounts(['VILLAGE'])).toEqual([120, -3, 4]);
    expect(await amounts(['MODE'])).toEqual([24, -3, 100]);
    expect(await amounts(['INDUSTRY'])).toEqual([97, 20, 4]);
    expect(await amounts(['PARK'])).toEqual([17, 104]);
    expect(await amounts(['PROJECT'])).toEqual([101, 20]);
    expect(await amounts(['MODE', 'VILLAGE'])).toEqual([20, 4, -3, 100]);
    expect(await amounts(['VILLAGE', 'MODE', 'VILLAGE'])).toEqual([20, 100, -3, 4]);
  });

  test('parts sum to the whole, in fen: months to years, villages to townships to the county, modes, parks and projects', async () => {
    const { store } = await stored();
    const place = fc.constantFrom(YONGPING, YONGLE, OTHER_YONGPING);
    const one = fc
      .tuple(
        place,
        fc.integer({ min: 2017, max: 2019 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -5_000, max: 90_000 }),
        fc.constantFrom(...MODES),
      )
      .map(([village, year, month, amount, mode]) => receipt(village, year, month, amount, { mode, park: amount % 2 ? 'P1' : null }));
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 60 }), async (drawn) => {
        const receipts = drawn.map((row, index) => ({ ...row, reference: String(index) }));
        await commitImport(store, { ...COUNTY, receipts: [...RECEIPTS, ...receipts] }, STAMP, { asOf: monthOf(2020, 2) });
        const ask = async (...groupBy: IncomeDimension[]) => aggregateIncome(store.db, { groupBy, limit: 10_000 });
        const whole = await ask();
        for (const [coarse, fine] of [
          ['YEAR', 'MONTH'],
          ['COUNTY', 'TOWNSHIP'],
          ['TOWNSHIP', 'VILLAGE'],
        ] as const) {
          const parts = await ask(coarse, fine);
          const wholes = (await ask(coarse)).groups.map(({ amount, receipts: count }) => [amount, count]);
          const keys = (await ask(coarse)).groups.map(({ region, year }) => region?.code ?? year);
          const sums = keys.map((key) => {
            const own = parts.groups.filter(({ region, year }) => (region ? region.code.startsWith(String(key)) : year === key));
            return [own.reduce((sum, { amount }) => sum + amount, 0), own.reduce((sum, { receipts: count }) => sum + count, 0)];
          });
          expect(sums).toEqual(wholes);
        }
        for (const dimension of ['MODE', 'INDUSTRY', 'PARK', 'PROJECT', 'MONTH', 'VILLAGE'] as const) {
          const { groups } = await ask(dimension);
          expect(groups.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole.total);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('names the finest region, the park, and every other dimension', async () => {
    const { ask } = await stored();
    const dimensions: IncomeDimension[] = [
      'PROVINCE',
      'PREFECTURE',
      'COUNTY',
      'TOWNSHIP',
      'VILLAGE',
      'MODE',
      'INDUSTRY',
      'PARK',
      'PROJECT',
      'YEAR',
      'MONTH',
    ];
    expect((await ask({ groupBy: dimensions })).groups[1]).toEqual({
      region: {
        code: YONGPING,
        name: '永平村',
      },
      mode: 'TOURISM',
      industry: null,
      park: {
        code: 'P1',
        name: '鲜茧园',
      },
      project: null,
      year: 2019,
      month: monthOf(2019, 12),
      amount: 100,
      receipts: 1,
    });
    const regionOf = async (groupBy: IncomeDimension[]) => (await ask({ groupBy })).groups[0]?.region;
    expect(await regionOf(['PROVINCE'])).toEqual({ code: '45', name: '广西壮族自治区' });
    expect(await regionOf(['PROVINCE', 'PREFECTURE'])).toEqual({ code: '4510', name: '百色市' });
    expect(await regionOf(['COUNTY', 'PROVINCE'])).toEqual({ code: '451026', name: '那坡县' });
    expect(await regionOf(['TOWNSHIP'])).toEqual({ code: '451026100', name: '城厢镇' });
  });

  test('is restricted by every filter', async () => {
    const { ask } = await stored();
    const total = async (query: Partial<IncomeQuery>) => (await ask(query)).total;
    expect(await total({ scope: ['451026100'] })).toBe(117);
    expect(await total({ scope: [] })).toBe(0);
    expect(await total({ villages: [YONGLE, OTHER_YONGPING] })).toBe(1);
    expect(await total({ townships: ['451026101'] })).toBe(4);
    expect(await total({ modes: ['TOURISM', 'PROPERTY'] })).toBe(97);
    expect(await total({ modes: [] })).toBe(0);
    expect(await total({ industries: ['HERBS'] })).toBe(20);
    expect(await total({ parks: ['P1', 'none'] })).toBe(104);
    expect(await total({ projects: ['X1'] })).toBe(20);
    expect(await total({ from: monthOf(2020, 1), to: monthOf(2020, 1) })).toBe(17);
    expect(await total({ scope: ['45'], modes: ['INDUSTRY'], from: monthOf(2020, 2) })).toBe(4);
  });

  test('keeps the total of everything beyond the limit', async () => {
    const { ask } = await stored();
    const { total, truncated, groups } = await ask({ groupBy: ['VILLAGE'], limit: 2 });
    expect([total, truncated, groups.map((group) => group.amount)]).toEqual([121, true, [120, -3]]);
    expect((await ask({ groupBy: ['VILLAGE'], limit: 3 })).truncated).toBe(false);
  });

  test('has regions from provinces down to villages, for checks of codes', async () => {
    const { store } = await stored();
    expect(await knownRegions(store.db)).toEqual([
      { code: '45', name: '广西壮族自治区' },
      { code: '4510', name: '百色市' },
      { code: '451026', name: '那坡县' },
      { code: '451026100', name: '城厢镇' },
      { code: YONGPING, name: '永平村' },
      { code: YONGLE, name: '永乐村' },
      { code: '451026101', name: '平孟镇' },
      { code: OTHER_YONGPING, name: '永平村' },
    ]);
  });
});
