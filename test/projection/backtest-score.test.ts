import { expect, test } from 'vitest';
import type { VillageForecast } from '../../server/projection/backtest-forecast.js';
import { scoreEvent, scoreEvents } from '../../server/projection/backtest-score.js';

const forecast = (year: number, village: string, parts: Partial<VillageForecast>): VillageForecast => ({
  county: '451026',
  closedMonths: 3,
  year,
  village,
  income: 10_000,
  inside: [false, true, true],
  reaching: { threshold: 10_000, chance: 0.6, happened: true },
  error: { crps: 0.1, naive: 0.2 },
  ...parts,
});

test('every score of four forecasts in two years, by hand', () => {
  const forecasts = [
    forecast(2018, 'a', {}),
    forecast(2018, 'b', { inside: [true, true, true], reaching: { threshold: 1, chance: 0.8, happened: false } }),
    forecast(2019, 'a', { inside: [false, false, true], reaching: undefined, error: { crps: 0.4, naive: 0.3 } }),
    forecast(2019, 'c', { error: undefined }),
  ];
  const events = [...Map.groupBy(forecasts, ({ year }) => year).values()].map((own) => scoreEvent(own[0]!, own));
  const scored = scoreEvents(3, events);
  expect(scored).toMatchObject({ closedMonths: 3, years: [2018, 2019], countyYears: 2, forecasts: 4, chances: 3, errors: 3 });
  expect(scored.coverage.map(({ level, share }) => [level, share])).toEqual([
    [0.5, 0.25],
    [0.8, 0.75],
    [0.95, 1],
  ]);
  // (0.16 + 0.64 + 0.16) / 3 against ⅔·⅓
  expect(scored.brier).toBeCloseTo(0.32, 12);
  expect(scored.brierClimatology).toBeCloseTo(2 / 9, 12);
  expect(scored.crps).toBeCloseTo(0.2, 12);
  expect(scored.crpsNaive).toBeCloseTo(0.7 / 3, 12);
  expect(scored.reliability).toMatchObject([
    { from: 0.6, count: 2, forecast: 0.6, observed: 1 },
    { from: 0.8, count: 1, observed: 0 },
  ]);
  // Two county-years tell next to nothing.
  expect(scored.coverage[2]!.low).toBeLessThan(0.2);
});
