import { estimateFromSums } from '../statistics/sums.js';
import type { ComparisonSums } from './comparison-sums.js';

/** How many standard errors a difference must lie from zero, two-sided 1%. */
const ERRORS_APART = 2.58;

/** A difference in the expected number that nobody would choose by, villages. */
const NEGLIGIBLE = 0.05;

/**
 * Whether more trials would still change the order of the scenarios by expected number that reach. It is settled when each
 * scenario and the next in order differ by at least 2.58 standard errors of their trial-by-trial difference, or reach equally
 * many in every trial, or are known to differ by less than 0.05 villages (the difference and 2.58 standard errors together).
 *
 * The doubling batches look at this at most a handful of times, each time at the 1% level: a settled order of two scenarios is
 * wrong with a probability of a few percent at most, and of those mistakes most swap scenarios that hardly differ.
 */
export function isRankingSettled(sums: ComparisonSums): boolean {
  const order = ranking(sums);
  return order.slice(1).every((scenario, place) => {
    const difference = sums.difference(order[place]!, scenario);
    if (difference.squares === 0) return true;
    const { mean, standardError } = estimateFromSums(difference);
    return mean >= ERRORS_APART * standardError || mean + ERRORS_APART * standardError <= NEGLIGIBLE;
  });
}

/** Positions of the scenarios by descending expected number that reach; of equals the earlier first. */
export function ranking(sums: ComparisonSums): number[] {
  const positions = Array.from({ length: sums.scenarios }, (_, scenario) => scenario);
  return positions.sort((left, right) => sums.reaching(right).sum - sums.reaching(left).sum || left - right);
}
