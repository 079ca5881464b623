import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaRegression } from '../../server/statistics/gamma-regression.js';

test('two groups: the fitted means are the group means (closed form)', () => {
  const line = gammaRegression([1, 3, 10, 30, 20], [0, 0, 1, 1, 1]);
  expect(Math.exp(line.intercept)).toBeCloseTo(2, 12);
  expect(Math.exp(line.intercept + line.slope)).toBeCloseTo(20, 11);
});

test('the score is zero at the solution: Σ(y/μ − 1) = Σ(y/μ − 1)x = 0', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), {
        minLength: 5,
        maxLength: 60,
      }),
      (pairs) => {
        const y = pairs.map(([value]) => value);
        const x = pairs.map(([, value]) => value);
        fc.pre(Math.max(...x) - Math.min(...x) > 0.5);
        const line = gammaRegression(y, x);
        const ratio = y.map((value, i) => value / Math.exp(line.intercept + line.slope * x[i]!) - 1);
        expect(Math.abs(ratio.reduce((sum, r) => sum + r, 0))).toBeLessThan(1e-7);
        expect(Math.abs(ratio.reduce((sum, r, i) => sum + r * x[i]!, 0))).toBeLessThan(1e-7);
      },
    ),
  );
});

test('where the covariate does not vary the slope is zero and the mean is the sample mean', () => {
  const line = gammaRegression([1, 2, 6], [0.4, 0.4, 0.4]);
  expect(line.slope).toBe(0);
  expect(Math.exp(line.intercept)).toBeCloseTo(3, 12);
});
