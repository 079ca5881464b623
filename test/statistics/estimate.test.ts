import { expect, test } from 'vitest';
import { chanceEstimate, chanceStandardError, meanEstimate } from '../../server/statistics/estimate.js';

test('the standard error of a chance is never zero', () => {
  expect(chanceStandardError(0, 9_999)).toBeCloseTo(Math.sqrt((0.00005 * 0.99995) / 9_999), 12);
  expect(chanceStandardError(0, 100)).toBeCloseTo(chanceStandardError(100, 100), 15);
});

test('a chance stays between 0 and 1 with its interval', () => {
  const none = chanceEstimate(0, 100);
  expect(none.mean).toBe(0);
  expect(none.low).toBe(0);
  expect(none.high).toBeGreaterThan(0);
});

test('mean and its standard error of 1, 2, 3, 4', () => {
  const { mean, standardError } = meanEstimate([1, 2, 3, 4]);
  expect(mean).toBe(2.5);
  expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 14);
});
