import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crpsOfSorted } from '../../server/statistics/crps.js';

const sortedOf = (sample: readonly number[]) => Float64Array.from(sample).sort();

/** mean|X − y| − ½ mean|X − X′| over all pairs. */
function byDefinition(sample: readonly number[], observed: number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(sample.map((x) => Math.abs(x - observed))) - mean(sample.map((x) => mean(sample.map((other) => Math.abs(x - other))))) / 2;
}

test('agrees with the double sum on any sample, ties included, and is never negative', () => {
  const numbers = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 60 }), numbers, (sample, observed) => {
      const score = crpsOfSorted(sortedOf(sample), observed);
      expect(score).toBeCloseTo(byDefinition(sample, observed), 8);
      expect(score).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});

test('a forecast of one number scores its absolute error', () => {
  expect(crpsOfSorted(Float64Array.of(30_000, 30_000, 30_000), 42_000)).toBe(12_000);
});

test('two points 0 and 1 about 0.5: ½ − ¼, by hand', () => {
  expect(crpsOfSorted(Float64Array.of(0, 1), 0.5)).toBeCloseTo(0.25, 15);
});

test('the uniform distribution on (0, 1) observed at 0: ∫(1 − F)² = ⅓', () => {
  const sample = Float64Array.from({ length: 10_000 }, (_, index) => (index + 0.5) / 10_000);
  expect(crpsOfSorted(sample, 0)).toBeCloseTo(1 / 3, 6);
});

test('the score of a far observation does not lose its digits', () => {
  const sample = Float64Array.of(1e9, 1e9 + 1);
  expect(crpsOfSorted(sample, 1e9)).toBeCloseTo(0.25, 9);
});
