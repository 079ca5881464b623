import { describe, expect, test } from 'vitest';
import { Problem } from '../../server/base/errors/problem.js';
import { monthOf } from '../../server/base/month.js';
import { fitCounty } from '../../server/model/fit.js';
import { MODEL_DEFAULTS } from '../../server/scenario/defaults.js';
import { county, village, yearly } from './county.js';

const fit = (record: Parameters<typeof fitCounty>[0]) => fitCounty(record, { asOf: record.asOf!, defaults: MODEL_DEFAULTS });
const [first, second] = [village(1), village(2)];

test('with one complete year every variance is its prior and every drift is zero', () => {
  const fitted = fit(county({ villages: [first], receipts: yearly(first, 'INDUSTRY', 2019, [10_000]) }));
  expect(fitted.countyVariance).toBeCloseTo(0.05 ** 2, 15);
  expect(fitted.modeVariance).toBeCloseTo(0.08 ** 2, 15);
  expect(fitted.parkVariance).toBeCloseTo(0.1 ** 2, 15);
  expect(fitted.transitoryVariance).toBeCloseTo(0.15 ** 2, 15);
  expect(fitted.permanentVariance).toBeCloseTo(0.15 ** 2, 15);
  expect(fitted.modes.map(({ drift }) => drift)).toEqual([0, 0, 0, 0, 0]);
  expect(fitted.streams[0]).toMatchObject({ alive: true, base: 1, scale: 1, level: expect.closeTo(Math.log(10_000), 12) });
});

test('two streams that grow alike: the drift is their log growth, by hand', () => {
  const receipts = [...yearly(first, 'INDUSTRY', 2018, [10_000, 12_000]), ...yearly(second, 'INDUSTRY', 2018, [5_000, 6_000])];
  const fitted = fit(county({ villages: [first, second], receipts }));
  expect(fitted.modes[0]!.drift).toBeCloseTo(Math.log(1.2), 14);
  expect(fitted.modes[0]!.pairs).toBe(2);
  // No pair of its own: the mean of all modes' years.
  expect(fitted.modes[4]!.drift).toBeCloseTo(Math.log(1.2), 14);
  // q = 0.5 / (25 + 2)
  expect(fitted.modes[0]!.cessation).toBeCloseTo(0.5 / 27, 15);
});

test('one stream a mode deviates from nothing: it keeps the average scale instead of becoming certain', () => {
  const fitted = fit(county({ villages: [first], receipts: yearly(first, 'INDUSTRY', 2016, [10_000, 12_000, 9_000, 15_000]) }));
  expect(fitted.streams[0]!.base).toBe(1);
  expect(fitted.streams[0]!.scale).toBeCloseTo(4 / 7, 14);
});

describe('what counts as a year', () => {
  test('a first year that does not start in January is not complete', () => {
    const receipts = [...yearly(first, 'INDUSTRY', 2017, [9_000], { inMonth: 3 }), ...yearly(first, 'INDUSTRY', 2018, [10_000, 12_000])];
    expect(fit(county({ villages: [first], receipts })).panel).toMatchObject({
      firstYear: 2018,
      lastYear: 2019,
      closedMonths: 0,
      nextYear: 2020,
    });
  });

  test('nothing later than the as-of month is read', () => {
    const receipts = yearly(first, 'INDUSTRY', 2018, [10_000, 12_000, 99_000], { inMonth: 6 }).concat(yearly(first, 'INDUSTRY', 2018, [1]));
    const record = county({ villages: [first], receipts }, monthOf(2020, 5));
    expect(fit(record).panel).toMatchObject({ closedMonths: 5, lastYear: 2019, nextYear: 2020 });
    expect(fit(record).streams[0]!.stream.received).toBe(0);
  });

  test('without a complete year there is a plain error', () => {
    const record = county({ villages: [first], receipts: yearly(first, 'INDUSTRY', 2020, [10_000]) }, monthOf(2020, 5));
    expect(() => fit(record)).toThrow(Problem);
    expect(() => fit(record)).toThrow(
      '试验县 has no complete year (12 closed months) up to 2020-05, so nothing can be projected; import earlier receipts',
    );
  });
});

test('corrections that cancel a year to nothing make it a year that pays nothing', () => {
  const receipts = [
    ...yearly(first, 'SERVICE', 2018, [10_000, 0.3]),
    ...yearly(first, 'SERVICE', 2019, [-0.1]),
    ...yearly(first, 'SERVICE', 2019, [-0.2]),
  ];
  const fitted = fit(county({ villages: [first], receipts }));
  expect(fitted.streams[0]!.stream.income[1]).toBe(0);
  expect(fitted.streams[0]!.alive).toBe(false);
});

test('a project of the library forms no stream until it has paid in a complete year', () => {
  const project = {
    code: 'P1',
    village: first.code,
    name: '猪场',
    mode: 'INDUSTRY' as const,
    industry: null,
    park: null,
    funder: null,
    capital: 500_000,
    start: monthOf(2019, 9),
    terms: {},
    stage: 'COMMITTED' as const,
  };
  const own = yearly(first, 'PROPERTY', 2018, [10_000, 12_000]);
  const young = county(
    { villages: [first], projects: [project], receipts: [...own, ...yearly(first, 'INDUSTRY', 2020, [4_000], { project: 'P1' })] },
    monthOf(2020, 5),
  );
  expect(fit(young).panel.streams.map(({ mode }) => mode)).toEqual(['PROPERTY']);
  expect(fit(young).panel.youngProjects).toMatchObject([{ committed: true, received: 4_000 }]);

  const paying = { ...young, receipts: [...young.receipts, ...yearly(first, 'INDUSTRY', 2019, [2_000], { project: 'P1' })] };
  expect(fit(paying).panel.streams.map(({ mode }) => mode)).toEqual(['INDUSTRY', 'PROPERTY']);
  expect(fit(paying).panel.youngProjects).toEqual([]);
});
