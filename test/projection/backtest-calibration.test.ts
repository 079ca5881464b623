import { expect, test } from 'vitest';
import { backtestCounties } from '../../server/projection/backtest.js';
import { MODEL_DEFAULTS } from '../../server/scenario/defaults.js';
import { BROKEN_LAWS, generateCounty, MODEL_LAW, type CountyLaw } from './generated-county.js';

const SEED = 1357;

/** Backtests of counties whose truth is known, forecast from their fifth year on: 48 county-years. */
const study = (law: CountyLaw, closedMonths: readonly number[]) =>
  backtestCounties(
    Array.from({ length: 8 }, (_, number) => generateCounty(SEED, number, law)),
    { closedMonths, from: law.firstYear + 4, trials: 400, seed: SEED, defaults: MODEL_DEFAULTS },
  );

/**
 * Within a year the variances that are put in as if known are estimated from few numbers of each stream, so that forecasts
 * are a point too sure: test/bench/calibration.ts measures it.
 */
const KNOWN_SHORTFALL = 0.01;

test(`130 villages a county, drawn from the model's own law: coverage is what it says (seed ${SEED})`, () => {
  const backtests = study({ ...MODEL_LAW, villages: 130 }, [0, 6]);
  expect(backtests.map(({ countyYears, forecasts }) => [countyYears, forecasts])).toEqual([
    [48, 6240],
    [48, 6240],
  ]);
  const off = backtests.flatMap(({ closedMonths, coverage }) =>
    coverage.filter(({ level, low, high }) => level < low || level > high + (closedMonths > 0 ? KNOWN_SHORTFALL : 0)),
  );
  expect(off).toEqual([]);
  // Sharp enough to notice intervals that are two to three points off.
  for (const { coverage } of backtests) for (const { low, high } of coverage) expect(high - low).toBeLessThan(0.05);

  for (const { brier, brierClimatology, crps, crpsNaive, reliability } of backtests) {
    expect(brier).toBeLessThan(brierClimatology);
    expect(crps).toBeLessThan(crpsNaive);
    const astray = reliability.filter(
      ({ count, forecast, low, high }) => count >= 100 && (forecast < low - 0.05 || forecast > high + 0.05),
    );
    expect(astray).toEqual([]);
  }
});

test(`villages that a township moves together: intervals at the end of a year are too narrow, and the backtest says so (seed ${SEED})`, () => {
  const [backtest] = study({ ...BROKEN_LAWS['villages correlated (township shock 0.2)'], villages: 40 }, [0]);
  for (const { level, high } of backtest!.coverage) expect(high).toBeLessThan(level);
});
