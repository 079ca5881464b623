import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchEstimate } from '../../server/statistics/batch-estimate.js';
import { meanEstimate } from '../../server/statistics/estimate.js';

describe('batchEstimate', () => {
  test('of a mean, each batch one trial, is its usual standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }), (sample) => {
        const sum = sample.reduce((total, value) => total + value, 0);
        const without = sample.map((value) => (sum - value) / (sample.length - 1));
        const { mean, standardError } = meanEstimate(sample);
        const jackknifed = batchEstimate(sum / sample.length, without);
        expect(jackknifed.mean).toBeCloseTo(mean, 9);
        expect(jackknifed.standardError).toBeCloseTo(standardError, 9);
      }),
    );
  });
});
