import { describe, expect, test } from 'vitest';
import type { CountyRecord } from '../../server/base/county.js';
import { formatMonth, monthOf } from '../../server/base/month.js';
import { backtestCounties, forecastCounty, type BacktestOptions } from '../../server/projection/backtest.js';
import { forecastChunk, pastIncome, type VillageForecast } from '../../server/projection/backtest-forecast.js';
import { asOfMonth, planBacktest } from '../../server/projection/backtest-plan.js';
import { Draws } from '../../server/projection/draws.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS } from '../../server/scenario/defaults.js';
import { county, village, yearly } from '../model/county.js';
import { generateCounty, MODEL_LAW } from './generated-county.js';
import { projectSpec } from './project.js';

const SEED = 7;
const OPTIONS: BacktestOptions = { closedMonths: [0, 6], trials: 400, seed: SEED, defaults: MODEL_DEFAULTS };
const SMALL = { ...MODEL_LAW, villages: 6, townships: 2, years: 4 };
const generated = generateCounty(SEED, 1, SMALL);

const forecastsOf = (record: CountyRecord, options = OPTIONS): VillageForecast[] =>
  [...forecastCounty(record, options)].flatMap(({ forecasts }) => forecasts);

describe('which years are tried', () => {
  const [first] = [village(1)];
  const yearsOf = (record: CountyRecord, span: Partial<BacktestOptions> = {}) => [
    ...new Set(planBacktest(record, { ...OPTIONS, ...span }).map(({ year }) => year)),
  ];

  test('complete years with a complete year before them, within the years asked for', () => {
    const record = county({ villages: [first], receipts: yearly(first, 'INDUSTRY', 2015, [1, 2, 3, 4, 5]) });
    expect(yearsOf(record)).toEqual([2016, 2017, 2018, 2019]);
    expect(yearsOf(record, { from: 2017, to: 2018 })).toEqual([2017, 2018]);
    expect(yearsOf(record, { from: 1990, to: 2030 })).toEqual([2016, 2017, 2018, 2019]);
    expect(yearsOf(record, { from: 2020 })).toEqual([]);
  });

  test('neither a first year that starts late nor the running year', () => {
    const receipts = [...yearly(first, 'INDUSTRY', 2016, [9], { inMonth: 3 }), ...yearly(first, 'INDUSTRY', 2017, [1, 2, 3, 4])];
    expect(yearsOf(county({ villages: [first], receipts }, monthOf(2020, 11)))).toEqual([2018, 2019]);
    expect(yearsOf(county({ villages: [first], receipts }, monthOf(2020, 12)))).toEqual([2018, 2019, 2020]);
  });

  test('nothing where there is nothing', () => {
    expect(yearsOf(county({ villages: [first], receipts: [] }))).toEqual([]);
    const [empty] = backtestCounties([county({ villages: [first], receipts: [] })], OPTIONS);
    expect(empty).toMatchObject({ closedMonths: 0, forecasts: 0, countyYears: 0, years: [], coverage: [], reliability: [] });
  });

  test('k months into the year, or December before it', () => {
    const at = (closedMonths: number) => formatMonth(asOfMonth({ county: '', year: 2019, closedMonths }));
    expect([0, 1, 3, 9, 11].map(at)).toEqual(['2018-12', '2019-01', '2019-03', '2019-09', '2019-11']);
  });
});

describe('what was known then', () => {
  test('nothing after the as-of month is read: receipts cut off there give the same forecasts', () => {
    const happened = pastIncome(generated, 1);
    for (const chunk of planBacktest(generated, OPTIONS)) {
      const cut = { ...generated, receipts: generated.receipts.filter(({ month }) => month <= asOfMonth(chunk)) };
      const forecast = (record: CountyRecord) =>
        forecastChunk(record, chunk, happened, new Draws(SEED, 400), {
          defaults: MODEL_DEFAULTS,
          projectTerms: SCENARIO_DEFAULTS.option,
          netRatio: 1,
          inScope: () => true,
        });
      expect(forecast(generated)).toEqual(forecast(cut));
    }
  });

  test('the chance is the one that the projection gives at that month with the same seed and trials', () => {
    const forecasts = forecastsOf(generated).filter(({ year }) => year === 2012);
    for (const { village: code, closedMonths, reaching } of forecasts) {
      const asOf = formatMonth(asOfMonth({ county: '', year: 2012, closedMonths }));
      const overrides = [{ village: code, amount: reaching!.threshold }];
      const projection = projectSpec(generated, { asOf, horizon: 1, trials: 400, seed: SEED, target: { overrides } });
      expect(projection.villages(2012).find((own) => own.village === code)!.chance).toBe(reaching!.chance);
    }
    expect(forecasts.length).toBeGreaterThan(6);
  });

  test('a project counts by the grant rule where it is committed, whenever it starts in the year, and not otherwise', () => {
    const own = village(1);
    const projectOf = (stage: 'COMMITTED' | 'PUBLICITY') => ({
      code: 'P1',
      village: own.code,
      name: '猪场',
      mode: 'INDUSTRY' as const,
      industry: null,
      park: null,
      funder: null,
      capital: 2_000_000,
      start: monthOf(2019, 3),
      terms: { delay: 0, failure: 0, late: 0 },
      stage,
    });
    const receipts = yearly(own, 'PROPERTY', 2016, [10_000, 10_000, 10_000, 10_000]);
    const [committed, published] = (['COMMITTED', 'PUBLICITY'] as const).map(
      (stage) =>
        forecastsOf(county({ villages: [own], receipts, projects: [projectOf(stage)] }), { ...OPTIONS, from: 2019, closedMonths: [0] })[0]!,
    );
    expect(committed!.reaching!.chance).toBe(1);
    expect(published!.reaching!.chance).toBeLessThan(0.7);
  });

  test('a village without any stream then was not forecast', () => {
    const [old, young] = [village(1), village(2)];
    const receipts = [...yearly(old, 'SERVICE', 2016, [9_000, 9_500, 9_900, 9_800]), ...yearly(young, 'SERVICE', 2018, [5_000, 6_000])];
    const forecasts = forecastsOf(county({ villages: [old, young], receipts }), { ...OPTIONS, closedMonths: [0] });
    expect(forecasts.filter(({ village: code }) => code === young.code).map(({ year }) => year)).toEqual([2019]);
    expect(forecasts.filter(({ village: code }) => code === old.code).map(({ year }) => year)).toEqual([2017, 2018, 2019]);
  });
});

describe('what is held against what happened', () => {
  const own = village(1);
  const receipts = [
    ...yearly(own, 'SERVICE', 2016, [10_000, 20_000, 0, 15_000, 16_000]),
    ...yearly(own, 'SERVICE', 2017, [500], { inMonth: 6 }),
  ];
  const targets = [{ village: own.code, year: 2019, amount: 15_000 }];
  const forecasts = forecastsOf(county({ villages: [own], receipts, targets }, monthOf(2020, 12)), { ...OPTIONS, closedMonths: [0] });
  const of = (year: number) => forecasts.find((forecast) => forecast.year === year)!;

  test('income is the sum of the year’s receipts', () => {
    expect(forecasts.map(({ year, income }) => [year, income])).toEqual([
      [2017, 20_500],
      [2018, 0],
      [2019, 15_000],
      [2020, 16_000],
    ]);
  });

  test('the threshold is the target of the year or the latest earlier one, else 1.03 times the year before, else none', () => {
    expect(of(2017).reaching).toMatchObject({ threshold: 10_300, happened: true });
    expect(of(2018).reaching).toMatchObject({ threshold: 1.03 * 20_500, happened: false });
    expect(of(2019).reaching).toMatchObject({ threshold: 15_000, happened: true });
    expect(of(2020).reaching).toMatchObject({ threshold: 15_000, happened: true });
    const untargeted = forecastsOf(county({ villages: [own], receipts }, monthOf(2020, 12)), {
      ...OPTIONS,
      closedMonths: [0],
      from: 2019,
      to: 2019,
    });
    expect(untargeted[0]!.reaching).toBeUndefined();
  });

  test('errors are shares of last year’s income, and there are none where that is nothing', () => {
    expect(of(2017).error!.naive).toBeCloseTo(1.05, 12);
    expect(of(2018).error!.naive).toBe(1);
    expect(of(2019).error).toBeUndefined();
    // Nothing was received in 2018, so nothing was forecast for 2019: exactly 0, and wrong by all of 15,000.
    expect(of(2019).inside).toEqual([false, false, false]);
    expect(of(2019).reaching!.chance).toBe(0);
  });
});

test('net income is held against net income: a ratio leaves relative errors alone and moves chances of targets', () => {
  const targets = generated.villages.map(({ code }) => ({ village: code, year: 2011, amount: 30_000 }));
  const [gross, net] = [1, 0.5].map((netRatio) => backtestCounties([{ ...generated, targets }], { ...OPTIONS, netRatio })[0]!);
  expect(net!.crps).toBeCloseTo(gross!.crps, 9);
  expect(net!.coverage).toEqual(gross!.coverage);
  expect(net!.brierClimatology).not.toBe(gross!.brierClimatology);
});

describe('a run', () => {
  test('several counties are pooled, and each is forecast as it would be alone', () => {
    const other = generateCounty(SEED, 2, SMALL);
    const [both] = backtestCounties([generated, other], OPTIONS);
    const alone = [generated, other].map((record) => backtestCounties([record], OPTIONS)[0]!);
    expect(both!.forecasts).toBe(alone[0]!.forecasts + alone[1]!.forecasts);
    expect(both!.countyYears).toBe(6);
    expect(both!.years).toEqual([2011, 2012, 2013]);
    const pooled = alone.reduce((sum, { brier, chances }) => sum + brier * chances, 0) / both!.chances;
    expect(both!.brier).toBeCloseTo(pooled, 12);
    const crps = alone.reduce((sum, own) => sum + own.crps * own.errors, 0) / both!.errors;
    expect(both!.crps).toBeCloseTo(crps, 12);
    expect(both!.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(both!.chances);
  });

  test('neither the years nor the months asked for change a forecast', () => {
    const all = forecastsOf(generated);
    const some = forecastsOf(generated, { ...OPTIONS, from: 2012, to: 2012, closedMonths: [6] });
    expect(some).toEqual(all.filter(({ year, closedMonths }) => year === 2012 && closedMonths === 6));
  });

  test('only villages in scope are scored, by the fit of the whole county', () => {
    const wanted = generated.villages[0]!.code;
    const scoped = forecastsOf(generated, { ...OPTIONS, inScope: (code) => code === wanted });
    expect(scoped).toEqual(forecastsOf(generated).filter(({ village: code }) => code === wanted));
  });

  test('it tells how far it is and stops when asked, scoring what is done', () => {
    const told: number[] = [];
    const total = planBacktest(generated, OPTIONS).length;
    const scored = backtestCounties([generated], OPTIONS, ({ doneChunks, totalChunks }) => {
      expect(totalChunks).toBe(total);
      told.push(doneChunks);
    });
    expect(told).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    expect(scored.map(({ years }) => years.length)).toEqual([3, 3]);

    let chunks = 0;
    const stopped = backtestCounties(
      [generated],
      OPTIONS,
      () => (chunks += 1),
      () => chunks >= 2,
    );
    expect(chunks).toBe(2);
    expect(stopped.map(({ years }) => years)).toEqual([[2011], [2011]]);
    expect(backtestCounties([generated], OPTIONS, undefined, () => true)[0]!.forecasts).toBe(0);
  });
});
