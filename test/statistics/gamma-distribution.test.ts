import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareQuantile, gammaDistribution, gammaQuantile } from '../../server/statistics/gamma-distribution.js';

describe('gamma distribution', () => {
  test('with shape 1 it is exponential, with whole shapes a Poisson tail', () => {
    for (const x of [0.01, 0.5, 1, 3, 20]) {
      expect(gammaDistribution(x, 1)).toBeCloseTo(1 - Math.exp(-x), 12);
      expect(gammaDistribution(x, 3)).toBeCloseTo(1 - Math.exp(-x) * (1 + x + (x * x) / 2), 12);
    }
    expect(gammaDistribution(0, 2)).toBe(0);
    expect(gammaDistribution(-1, 2)).toBe(0);
  });

  test('quantiles invert it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.3, max: 500, noNaN: true }), (p, shape) => {
        expect(gammaDistribution(gammaQuantile(p, shape), shape)).toBeCloseTo(p, 9);
      }),
    );
  });

  test('chi-square quantiles of the tables (Abramowitz & Stegun, table 26.8)', () => {
    expect(chiSquareQuantile(0.9, 4)).toBeCloseTo(7.77944, 5);
    expect(chiSquareQuantile(0.1, 4)).toBeCloseTo(1.063623, 6);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841459, 6);
    expect(chiSquareQuantile(0.5, 30)).toBeCloseTo(29.33603, 4);
  });
});
