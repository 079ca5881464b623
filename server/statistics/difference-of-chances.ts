import { estimate, type Estimate } from './estimate.js';

/**
 * The chance of one event less that of another, both seen in the same trials (common random numbers): only trials in which
 * one happened without the other count. With n₊ and n₋ of them among N, the standard error is √((p₊+p₋−(p₊−p₋)²)/N) with
 * p = (n+½)/(N+1), so that it is never zero.
 * @param before 1 in trials where it happened, else 0
 */
export function differenceOfChances(before: ArrayLike<number>, after: ArrayLike<number>): Estimate {
  const trials = after.length;
  let gained = 0;
  let lost = 0;
  for (let trial = 0; trial < trials; trial++) {
    if (after[trial]! > before[trial]!) gained += 1;
    else if (after[trial]! < before[trial]!) lost += 1;
  }
  const up = (gained + 0.5) / (trials + 1);
  const down = (lost + 0.5) / (trials + 1);
  return estimate((gained - lost) / trials, Math.sqrt((up + down - (up - down) ** 2) / trials), -1, 1);
}
