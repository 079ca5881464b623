import { expect, test } from 'vitest';
import { isRankingSettled, ranking } from '../../server/allocation/comparison-ranking.js';
import { ComparisonSums } from '../../server/allocation/comparison-sums.js';

/** Sums of scenarios that reach so many villages in each trial. */
function sumsOf(...reaching: readonly (readonly number[])[]): ComparisonSums {
  const sums = new ComparisonSums(reaching.length, 0, 0);
  const none = reaching.map(() => new Uint32Array());
  sums.add([{ reaching: reaching.map((counts) => Uint32Array.from(counts)), hits: none, gained: none }]);
  return sums;
}

/** `ones` trials with one village more, the rest of `trials` with none more. */
const more = (ones: number, trials: number): number[] => Array.from({ length: trials }, (_, trial) => 5 + (trial < ones ? 1 : 0));
const five = (trials: number): number[] => more(0, trials);

test('the order is by expected number; of equals the earlier comes first', () => {
  expect(ranking(sumsOf([1, 1], [3, 3], [2, 2], [3, 3]))).toEqual([1, 3, 2, 0]);
});

test('equal in every trial is settled, whatever the number of trials', () => {
  expect(isRankingSettled(sumsOf([4, 7, 2], [4, 7, 2]))).toBe(true);
});

test('apart is what lies 2.58 standard errors from zero: with 100 trials, 7 of them different', () => {
  // k of N trials differ by one: mean k/N, standard error √(k(N−k)/(N−1))/N; 6 of 100 is 2.51 errors, 7 is 2.73.
  expect(isRankingSettled(sumsOf(five(100), more(6, 100)))).toBe(false);
  expect(isRankingSettled(sumsOf(five(100), more(7, 100)))).toBe(true);
});

test('known to differ by less than 0.05 villages is settled too, though nobody knows which is ahead', () => {
  // 1 of 100: 0.01 + 2.58 · 0.01 ≤ 0.05; 2 of 100: 0.02 + 2.58 · 0.0141 > 0.05.
  expect(isRankingSettled(sumsOf(five(100), more(1, 100)))).toBe(true);
  expect(isRankingSettled(sumsOf(five(100), more(2, 100)))).toBe(false);
});

test('one pair of neighbours that is not settled keeps all going', () => {
  expect(isRankingSettled(sumsOf(five(100), more(50, 100), more(53, 100)))).toBe(false);
  expect(isRankingSettled(sumsOf(five(100), more(50, 100), more(99, 100)))).toBe(true);
});

test('noise that both share does not count: it is the trial-by-trial difference that must be settled', () => {
  const noisy = Array.from({ length: 100 }, (_, trial) => (trial * 37) % 60);
  expect(
    isRankingSettled(
      sumsOf(
        noisy,
        noisy.map((count) => count + 1),
      ),
    ),
  ).toBe(true);
  expect(
    isRankingSettled(
      sumsOf(
        noisy,
        noisy.toReversed().map((count) => count + 1),
      ),
    ),
  ).toBe(false);
});
