import { estimate, type Estimate } from './estimate.js';

/** What is needed of a sample of whole numbers to tell its mean and the error of that mean; samples merge by adding these up. */
export interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * The mean of a sample with its standard error (the sample's standard deviation over √N), from its sums. Of whole numbers the
 * sums are exact, and so is the variance as long as N·Σx² stays below 2⁵³; then a constant sample has an error of exactly 0.
 */
export function estimateFromSums({ count, sum, squares }: Sums, least?: number, most?: number): Estimate {
  const variance = count > 1 ? (count * squares - sum * sum) / (count * (count - 1)) : 0;
  return estimate(sum / count, Math.sqrt(Math.max(0, variance) / count), least, most);
}

/**
 * The sums of a sample of whole numbers.
 * @param change what is added up in place of each number
 */
export function sumsOf(sample: ArrayLike<number>, change: (value: number, index: number) => number = (value) => value): Sums {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < sample.length; index++) {
    const value = change(sample[index]!, index);
    sum += value;
    squares += value * value;
  }
  return { count: sample.length, sum, squares };
}
