import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaDistribution, betaQuantile } from '../../server/statistics/beta-distribution.js';

describe('distribution function', () => {
  test('Beta(1, 1) is uniform, Beta(2, 1) is x², Beta(½, ½) the arcsine law', () => {
    for (const x of [0.01, 0.3, 0.5, 0.99]) {
      expect(betaDistribution(x, 1, 1)).toBeCloseTo(x, 13);
      expect(betaDistribution(x, 2, 1)).toBeCloseTo(x * x, 13);
      expect(betaDistribution(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    }
  });

  test('whole parameters: the binomial tail, P(Bin(10, 0.3) ≥ 4) = 0.3503892816', () => {
    expect(betaDistribution(0.3, 4, 7)).toBeCloseTo(0.3503892816, 10);
  });

  test('I_x(a, b) = 1 − I_(1−x)(b, a)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (x, a, b) => {
          expect(betaDistribution(x, a, b)).toBeCloseTo(1 - betaDistribution(1 - x, b, a), 10);
        },
      ),
    );
  });
});

test('the quantile inverts it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      (probability, a, b) => {
        expect(betaDistribution(betaQuantile(probability, a, b), a, b)).toBeCloseTo(probability, 9);
      },
    ),
  );
});
