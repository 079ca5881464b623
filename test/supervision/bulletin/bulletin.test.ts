import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMonth, monthOf } from '../../../server/base/month.js';
import { SUPERVISION_DEFAULTS } from '../../../server/scenario/supervision-defaults.js';
import { colourOf, toBulletin, type BulletinRow, type BulletinSources } from '../../../server/supervision/bulletin/bulletin.js';
import { dayAfter, daysBetween, lastDayOf } from '../../../server/supervision/bulletin/days.js';
import { county, village, yearly } from '../../model/county.js';

const MAY = monthOf(2020, 5);
const ONE = village(1);
const TWO = village(2);

/** An entry as a register keeps it. */
const entry = <V>(values: V) => ({
  id: 'x',
  register: 'r',
  county: '451026',
  revision: 1,
  values,
  createdAt: '',
  updatedAt: '',
  updatedBy: null,
});
const report = (of: string, values: object = {}) =>
  entry({
    village: of,
    month: '2020-05',
    source: '农经站',
    amount: null,
    reportedOn: '2020-06-03',
    reportedBy: '某某',
    confirmed: null,
    documents: [],
    ...values,
  });

function sources(part: Partial<BulletinSources> = {}): BulletinSources {
  return {
    record: county({ villages: [ONE, TWO], receipts: [] }, MAY),
    month: MAY,
    defaults: SUPERVISION_DEFAULTS,
    inScope: () => true,
    targetOf: () => 50_000,
    paces: new Map(),
    chances: new Map(),
    chancesBefore: new Map(),
    reports: [],
    reporters: [],
    payments: [],
    milestones: [],
    ...part,
  };
}

const rowOf = (part: Partial<BulletinSources>, of = ONE.code): BulletinRow =>
  toBulletin(sources(part)).rows.find((row) => row.village === of)!;
const codes = (row: BulletinRow) => row.flags.map(({ code }) => code);
const words = (row: BulletinRow) => row.flags.map((flag) => flag.text('zh'));

describe('days', () => {
  test('fall due in the month after', () => {
    expect(dayAfter(monthOf(2019, 12), 5)).toBe('2020-01-05');
    expect(lastDayOf(monthOf(2020, 2))).toBe('2020-02-29');
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  });

  test('of any month are due after its last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: monthOf(1950, 1), max: monthOf(2190, 12) }), fc.integer({ min: 1, max: 28 }), (month, due) => {
        expect(daysBetween(lastDayOf(month), dayAfter(month, due))).toBe(due);
        expect(lastDayOf(month).startsWith(formatMonth(month))).toBe(true);
      }),
    );
  });
});

describe('a row of the bulletin', () => {
  test('sums what came in this year, in the month, and up to the same month of the year before', () => {
    const receipts = [
      ...yearly(ONE, 'SERVICE', 2018, [100, 200, 300], { inMonth: 5 }),
      ...yearly(ONE, 'SERVICE', 2018, [1, 2, 3], { inMonth: 1 }),
      ...yearly(ONE, 'SERVICE', 2018, [5_000, 6_000], { inMonth: 11 }),
    ];
    expect(rowOf({ record: county({ villages: [ONE], receipts }, MAY) })).toMatchObject({
      inMonth: 300,
      received: 303,
      sameMonthLastYear: 202,
      reported: true,
    });
    const first = county({ villages: [ONE], receipts: yearly(ONE, 'SERVICE', 2020, [7], { inMonth: 2 }) }, MAY);
    expect(rowOf({ record: first })).toMatchObject({ received: 7, sameMonthLastYear: null });
  });

  test('ranks by the share of the target; equal shares have equal places', () => {
    const receipts = [...yearly(ONE, 'SERVICE', 2020, [1_000], { inMonth: 5 }), ...yearly(TWO, 'SERVICE', 2020, [2_000], { inMonth: 5 })];
    const record = county({ villages: [ONE, TWO, village(3)], receipts }, MAY);
    const ranks = (targetOf: (of: string) => number) =>
      toBulletin(sources({ record, targetOf }))
        .rows.toSorted((left, right) => (left.village < right.village ? -1 : 1))
        .map(({ rank }) => rank);
    expect(ranks(() => 50_000)).toEqual([2, 1, 3]);
    expect(ranks((of) => (of === TWO.code ? 100_000 : 50_000))).toEqual([1, 1, 3]);
  });

  test('is coloured by its chance, else by what has come in of the pace', () => {
    expect([1, 0.8, 0.79, 0.5, 0.2, 0.19].map((chance) => colourOf(chance, SUPERVISION_DEFAULTS))).toEqual([
      'GREEN',
      'GREEN',
      'YELLOW',
      'YELLOW',
      'ORANGE',
      'RED',
    ]);
    const record = county({ villages: [ONE], receipts: yearly(ONE, 'SERVICE', 2020, [5_000], { inMonth: 3 }) }, MAY);
    const paces = new Map([[ONE.code, { expected: null, share: 0.2 }]]);
    expect(rowOf({ record, paces })).toMatchObject({ colour: 'YELLOW', pace: 10_000, chance: null });
    expect(rowOf({ record, paces, chances: new Map([[ONE.code, { chance: 0.9, standardError: 0.01 }]]) }).colour).toBe('GREEN');
  });

  test('tells a report that is missing, late, or in doubt', () => {
    expect(words(rowOf({ reports: [report(ONE.code, { month: '2020-03' })] }))[0]).toBe('2020-05 没有上报；最近一次报的是 2020-03');
    expect(rowOf({ reports: [report(ONE.code)] })).toMatchObject({ reported: true, lateDays: 0 });
    const late = rowOf({ reports: [report(ONE.code, { reportedOn: '2020-06-17' })] });
    expect(late.lateDays).toBe(12);
    expect(words(late)[0]).toBe('2020-05 的数晚报 12 天（应于 2020-06-05 前）');
    const two = [report(ONE.code, { amount: 123_400 }), report(ONE.code, { source: '组织部', amount: 1_234_00_00 })];
    expect(words(rowOf({ reports: two }))[0]).toBe('2020-05 的当月到账，各来源对不上：农经站 1234、组织部 123400；请核实后确认一个');
    expect(codes(rowOf({ reports: [{ ...two[0]!, values: { ...two[0]!.values, confirmed: true as never } }, two[1]!] }))).not.toContain(
      'SOURCES_DIFFER',
    );
  });

  test('tells a figure that jumps, repeats or was taken back', () => {
    const usual = [1, 2, 3, 4].flatMap((inMonth) => yearly(ONE, 'SERVICE', 2020, [1_000], { inMonth }));
    const withMay = (amount: number) =>
      county({ villages: [ONE], receipts: [...usual, ...yearly(ONE, 'SERVICE', 2020, [amount], { inMonth: 5 })] }, MAY);
    expect(words(rowOf({ record: withMay(10_000_000) }))).toContain(
      '当月到账 10000000 元，是平常月份的 10000 倍；请核对单位（元、万元）和凭证',
    );
    expect(codes(rowOf({ record: withMay(9_000) }))).not.toContain('FIGURE_JUMPS');
    expect(words(rowOf({ record: withMay(1_000) }))).toContain('连续 5 个月报同一个数（1000 元）；请核对是否照抄');
    expect(words(rowOf({ record: withMay(-20) }))).toContain('当月有冲减 20 元');
  });

  test('tells income that is behind its own season, and a chance that fell', () => {
    const record = county({ villages: [ONE], receipts: yearly(ONE, 'SERVICE', 2020, [5_900], { inMonth: 5 }) }, MAY);
    const paces = new Map([[ONE.code, { expected: 10_000, share: 0.2 }]]);
    const chances = new Map([[ONE.code, { chance: 0.5, standardError: 0.01 }]]);
    const chancesBefore = new Map([[ONE.code, { chance: 0.61, standardError: 0.01 }]]);
    expect(words(rowOf({ record, paces, chances, chancesBefore }))).toEqual([
      '今年到账 5900 元，只有同期应有 10000 元的 59%',
      '达标的可能比上月低 11 个百分点',
    ]);
    expect(codes(rowOf({ record, paces: new Map([[ONE.code, { expected: 9_800, share: 0.2 }]]) }))).toEqual([]);
  });

  test('tells what is overdue at the end of the month, and not what came in time', () => {
    const payment = (values: object) =>
      entry({
        village: ONE.code,
        payer: '德康公司',
        park: null,
        project: null,
        amount: 1_500_000,
        dueOn: '2020-04-30',
        received: null,
        receivedOn: null,
        remark: null,
        documents: [],
        ...values,
      });
    const due = (values: object) => words(rowOf({ payments: [payment(values)], reports: [report(ONE.code)] })).slice(1);
    expect(due({})).toEqual(['德康公司应于 2020-04-30 前付的 15000 元，逾期 31 天']);
    expect(due({ receivedOn: '2020-05-31' })).toEqual([]);
    expect(due({ receivedOn: '2020-06-01' })).toHaveLength(1);
    expect(due({ dueOn: '2020-06-01' })).toEqual([]);
  });

  test('stands before others where its figures cannot be trusted, and after them where it is green', () => {
    const receipts = [...yearly(ONE, 'SERVICE', 2020, [10], { inMonth: 5 }), ...yearly(TWO, 'SERVICE', 2020, [10], { inMonth: 4 })];
    const three = village(3);
    const record = county(
      { villages: [ONE, TWO, three], receipts: [...receipts, ...yearly(three, 'SERVICE', 2020, [10], { inMonth: 5 })] },
      MAY,
    );
    const chance = (value: number) => ({ chance: value, standardError: 0.01 });
    const chances = new Map([
      [ONE.code, chance(0.3)],
      [TWO.code, chance(0.4)],
      [three.code, chance(0.9)],
    ]);
    const { rows, reported, missing } = toBulletin(sources({ record, chances }));
    expect(rows.map((row) => row.village)).toEqual([TWO.code, ONE.code, three.code]);
    expect([reported, missing]).toEqual([2, 1]);
  });
});
