import { expect, test } from 'vitest';
import { centralInterval } from '../../server/statistics/coverage.js';
import { quantilesInPlace } from '../../server/statistics/quantiles.js';

test('the central 80% of 0 … 10 runs from 1 to 9', () => {
  const sample = Float64Array.from({ length: 11 }, (_, index) => index);
  expect(centralInterval(sample, 0.8)).toEqual({ low: expect.closeTo(1, 12), high: expect.closeTo(9, 12) });
});

test('its ends are the quantiles of quantilesInPlace', () => {
  const sample = Float64Array.of(3, 8, 8, 21, 34, 90, 91);
  for (const level of [0, 0.5, 0.8, 0.95, 1]) {
    const { low, high } = centralInterval(sample, level);
    const [lower, upper] = quantilesInPlace(sample.slice(), [(1 - level) / 2, (1 + level) / 2]);
    expect(low).toBeCloseTo(lower!, 12);
    expect(high).toBeCloseTo(upper!, 12);
  }
});

test('a sample of one number is its own interval', () => {
  expect(centralInterval(Float64Array.of(7), 0.95)).toEqual({ low: 7, high: 7 });
});
