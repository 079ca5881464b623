import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanEstimate } from '../../server/statistics/estimate.js';
import { estimateFromSums, sumsOf } from '../../server/statistics/sums.js';

test('is the estimate from the sample itself', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 200 }), (sample) => {
      const [ours, theirs] = [estimateFromSums(sumsOf(sample)), meanEstimate(sample)];
      expect(ours.mean).toBeCloseTo(theirs.mean, 10);
      expect(ours.standardError).toBeCloseTo(theirs.standardError, 10);
    }),
  );
});

test('1, 2, 3, 4: mean 2.5, standard error √(5/3/4)', () => {
  expect(estimateFromSums(sumsOf([1, 2, 3, 4]))).toMatchObject({ mean: 2.5, standardError: Math.sqrt(5 / 12) });
});

test('a constant sample has no error at all, and the interval keeps within its bounds', () => {
  expect(estimateFromSums(sumsOf(Array.from({ length: 999 }, () => 130)), 0, 130)).toEqual({
    mean: 130,
    standardError: 0,
    low: 130,
    high: 130,
  });
  expect(estimateFromSums(sumsOf([0, 0, 0, 1]), 0, 130).low).toBe(0);
});

test('a sample of one has no error that could be told', () => {
  expect(estimateFromSums(sumsOf([7]))).toEqual({ mean: 7, standardError: 0, low: 7, high: 7 });
});

test('sums of a sample, and of what each of its numbers is changed to', () => {
  expect(sumsOf([1, 2, 3])).toEqual({ count: 3, sum: 6, squares: 14 });
  expect(sumsOf(Float64Array.of(5, 7), (value, index) => value - 2 * index)).toEqual({ count: 2, sum: 10, squares: 50 });
});
