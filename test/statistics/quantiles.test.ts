import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantilesInPlace } from '../../server/statistics/quantiles.js';

/** Type 7 on a sorted copy, by its definition. */
function byDefinition(sample: readonly number[], probability: number): number {
  const sorted = [...sample].sort((left, right) => left - right);
  const position = probability * (sorted.length - 1);
  const lower = Math.floor(position);
  const upper = Math.ceil(position);
  return sorted[lower]! + (position - lower) * (sorted[upper]! - sorted[lower]!);
}

test('agrees with the definition on any sample, ties included', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 300 }),
      (sample) => {
        const probabilities = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
        const quantiles = quantilesInPlace(Float64Array.from(sample), probabilities);
        probabilities.forEach((probability, i) => expect(quantiles[i]!).toBeCloseTo(byDefinition(sample, probability), 6));
      },
    ),
  );
});

test('known values of R: quantile(c(1, 2, 3, 4, 10), c(.1, .5, .9))', () => {
  expect(quantilesInPlace(Float64Array.of(10, 1, 4, 2, 3), [0.1, 0.5, 0.9])).toEqual([1.4, 3, expect.closeTo(7.6, 12)]);
});
