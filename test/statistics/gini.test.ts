import { describe, expect, test } from 'vitest';
import { gini } from '../../server/statistics/gini.js';

describe('gini', () => {
  test('is 0 where all have the same, and where nobody has anything', () => {
    expect(gini([3, 3, 3])).toBeCloseTo(0, 12);
    expect(gini([0, 0])).toBe(0);
    expect(gini([])).toBe(0);
  });

  test('is (n − 1)/n where one has everything', () => {
    expect(gini([0, 0, 0, 7])).toBeCloseTo(3 / 4, 12);
  });

  test('is half the mean absolute difference over the mean', () => {
    const amounts = [0.9, 0.1, 0.4, 0.75, 0.4];
    const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
    const pairs = amounts.flatMap((left) => amounts.map((right) => Math.abs(left - right)));
    const difference = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
    expect(gini(amounts)).toBeCloseTo(difference / (2 * mean), 12);
  });
});
