import { expect, test } from 'vitest';
import { differenceOfChances } from '../../server/statistics/difference-of-chances.js';

test('only trials in which one event happened without the other count', () => {
  const { mean, standardError, low, high } = differenceOfChances([1, 1, 0, 0, 0, 0, 1, 0], [1, 0, 1, 1, 1, 0, 1, 0]);
  expect(mean).toBe(2 / 8);
  const [up, down] = [3.5 / 9, 1.5 / 9];
  expect(standardError).toBeCloseTo(Math.sqrt((up + down - (up - down) ** 2) / 8), 15);
  expect([low, high]).toEqual([mean - 1.959963984540054 * standardError, mean + 1.959963984540054 * standardError]);
});

test('the same event twice differs by nothing, and the error of that is not zero', () => {
  const event = Uint8Array.from({ length: 10_000 }, (_, trial) => (trial % 3) & 1);
  const { mean, standardError } = differenceOfChances(event, event);
  expect(mean).toBe(0);
  expect(standardError).toBeCloseTo(1 / 10_000, 7);
});

test('is antisymmetric', () => {
  const [left, right] = [
    [1, 0, 0, 1],
    [0, 0, 1, 0],
  ];
  const there = differenceOfChances(left!, right!);
  const back = differenceOfChances(right!, left!);
  expect([there.mean, there.low, there.high]).toEqual([-back.mean, -back.high, -back.low]);
});
