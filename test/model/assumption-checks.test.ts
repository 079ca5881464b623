import { describe, expect, test } from 'vitest';
import type { CountyRecord } from '../../server/base/county.js';
import type { Problem } from '../../server/base/errors/problem.js';
import { monthOf } from '../../server/base/month.js';
import { checkAssumptions } from '../../server/model/assumption-checks.js';
import { fitCounty } from '../../server/model/fit.js';
import { MODEL_DEFAULTS } from '../../server/scenario/defaults.js';
import { BROKEN_LAWS, generateCounty, MODEL_LAW, type CountyLaw } from '../projection/generated-county.js';
import { county, village, yearly } from './county.js';

const SEED = 1357;
const COUNTIES = 20;

function check(record: CountyRecord): Problem[] {
  const fit = fitCounty(record, { asOf: record.asOf!, defaults: MODEL_DEFAULTS });
  return checkAssumptions(record, fit, MODEL_DEFAULTS);
}

/** In how many of twenty generated counties each warning appears. */
function alarms(law: CountyLaw): Record<string, number> {
  const codes = Array.from({ length: COUNTIES }, (_, number) => check(generateCounty(SEED, number, law)).map(({ code }) => code)).flat();
  return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, own]) => [code, own.length]));
}

describe(`counties generated from a law (seed ${SEED})`, () => {
  test.each([
    ['at the end of a year', MODEL_LAW],
    ['in a running year', { ...MODEL_LAW, closedMonths: 6 as const }],
  ])("the model's own law, %s: at most one of twenty counties is warned", (_, law) => {
    const warned = Object.values(alarms(law)).reduce((sum, count) => sum + count, 0);
    expect(warned).toBeLessThanOrEqual(1);
  });

  test.each([
    ['heavier tails', 'HEAVY_TAILS', { ...BROKEN_LAWS['heavier tails (Student t, 4 degrees)'], villages: 40 }],
    ['mean reversion', 'MEAN_REVERSION', { ...BROKEN_LAWS['mean reversion (60% of a step stays)'], villages: 40 }],
    [
      'townships that move together',
      'TOWNSHIPS_MOVE_TOGETHER',
      { ...BROKEN_LAWS['villages correlated (township shock 0.2)'], townships: 8, villages: 40 },
    ],
    [
      'the same, seen in the streams of a village',
      'VILLAGE_STREAMS_MOVE_TOGETHER',
      BROKEN_LAWS['villages correlated (township shock 0.2)'],
    ],
    ['a last year in which all income fell by half', 'GROWTH_BREAK', { ...MODEL_LAW, jump: Math.log(0.5) }],
    [
      'payments that come early in one year and late in another',
      'PAYMENT_TIMES_SHIFT',
      { ...MODEL_LAW, shareSd: 0.2, closedMonths: 6 as const },
    ],
  ])('%s: %s in at least three of four counties', (_, code, law) => {
    expect(alarms(law)[code] ?? 0).toBeGreaterThanOrEqual(0.75 * COUNTIES);
  });
});

describe('in words', () => {
  const [first, second] = [village(1), village(2)];
  const grown = (start: number) => [start, 1.1 * start, 1.15 * start, 1.3 * start, 1.4 * start, 1.6 * start];

  test('two years of history: every variance leans on its prior, and nothing can be checked', () => {
    const receipts = [...yearly(first, 'INDUSTRY', 2018, [10_000, 12_000]), ...yearly(second, 'INDUSTRY', 2018, [5_000, 6_000])];
    const problems = check(county({ villages: [first, second], receipts }));
    expect(problems.map(({ code }) => code)).toEqual(['FEW_YEARS', 'TOO_LITTLE_TO_CHECK']);
    expect(problems.map((problem) => problem.text('en'))).toEqual([
      '2 complete years: every variance leans on its prior (100% for the yearly shocks), so how wide the intervals are is more assumption than finding; import earlier years',
      'there is too little data to check for: heavy tails, mean reversion, villages of a township moving together, streams of a village moving together, a break in growth',
    ]);
    expect(problems.map((problem) => problem.text('zh'))).toEqual([
      '只有 2 个完整年度：年度波动的大小有 100% 靠先验假设，区间宽窄多半不是数据说的；多导入几年收入会更可靠',
      '数据太少，以下假设无法检验：厚尾、均值回归、同乡镇各村同涨同跌、同村各项收入同涨同跌、增速突变',
    ]);
  });

  test('the prior leads until six years are complete: w = 4 against years − 2', () => {
    const shareOf = (years: number) => {
      const receipts = yearly(first, 'INDUSTRY', 2020 - years, grown(10_000).slice(6 - years));
      return check(county({ villages: [first], receipts })).find(({ code }) => code === 'FEW_YEARS')?.details.percent;
    };
    expect([1, 2, 3, 4, 5, 6].map(shareOf)).toEqual([100, 100, 80, 67, 57, undefined]);
  });

  test('a mode that earns but has no two years running', () => {
    const receipts = [...yearly(first, 'INDUSTRY', 2016, grown(10_000).slice(2)), ...yearly(second, 'TOURISM', 2019, [8_000])];
    const problem = check(county({ villages: [first, second], receipts })).find(({ code }) => code === 'MODE_WITHOUT_PAIRS')!;
    expect(problem.text('en')).toBe(
      'the mode Tourism has 1 stream that has never paid in two years running; its growth is taken from the other modes',
    );
    expect(problem.text('zh')).toBe('旅游模式有 1 项收入，但没有连续两年都到账的；它的增长取自其他模式的平均');
  });

  test('income from sources that did not pay the year before, which no forecast foresees', () => {
    const receipts = [
      ...yearly(first, 'INDUSTRY', 2014, grown(10_000)),
      ...yearly(second, 'INDUSTRY', 2014, [5_000, 0, 5_000, 0, 5_000, 0]),
      ...yearly(second, 'SERVICE', 2014, [0, 0, 0, 6_000, 6_000, 6_000]),
    ];
    // Of 11,000 nothing, of 16,500 5,000, of 19,000 6,000, of 25,000 5,000, of 22,000 nothing.
    const problem = check(county({ villages: [first, second], receipts })).find(({ code }) => code === 'NEW_INCOME_UNFORESEEN')!;
    expect(problem.details.percent).toBe(Math.round((100 * (5_000 / 16_500 + 6_000 / 19_000 + 5_000 / 25_000)) / 5));
    expect(problem.text('zh')).toMatch(/^往年平均有 16% 的收入来自上一年没有到账的新来源；/);
  });

  test('a mode that broke away says from what to what', () => {
    const villages = Array.from({ length: 12 }, (_, index) => village(index + 1));
    const receipts = villages.flatMap((own, index) => [
      ...yearly(own, 'INDUSTRY', 2014, grown(10_000 + 500 * index)),
      ...yearly(own, 'PROPERTY', 2014, grown(20_000)),
      ...yearly(own, 'SERVICE', 2014, grown(9_000)),
      ...yearly(
        own,
        'RESOURCE',
        2014,
        grown(7_000).map((amount, year) => (year === 5 ? 0.3 * amount : amount)),
      ),
    ]);
    const problem = check(county({ villages, receipts }, monthOf(2019, 12))).find(({ code }) => code === 'GROWTH_BREAK')!;
    expect(problem.details).toMatchObject({ modeEn: 'the mode Resource', year: 2019, last: -66, before: 9 });
    expect(problem.text('zh')).toMatch(/^资源模式 2019 年增长 -66%，而此前每年约 9%/);
  });
});
