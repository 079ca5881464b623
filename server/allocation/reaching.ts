import type { Draws } from '../projection/draws.js';
import { projectVillages } from '../projection/project-county.js';
import { HALF_A_FEN } from '../projection/target.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant } from '../scenario/scenario.js';
import { estimateFromSums, sumsOf } from '../statistics/sums.js';
import type { Estimate } from '../statistics/estimate.js';
import type { Comparable } from './comparison-checks.js';

/** How many villages reach their target in one projected year, trial by trial. */
export interface Reaching {
  readonly byTrial: Float64Array;
  readonly villages: number;
}

/** Villages projected between two chances to do something else. */
export const COUNTED_AT_ONCE = 32;

/**
 * Counts, trial by trial, how many villages in scope reach under given grants: the same estimator, on the same draws, as the
 * scenario's own projection. Two of these on one set of draws are compared trial by trial.
 * @param year position of the year among the projected ones; nothing is drawn of years after it
 * @param visit told of each village, and in which trials it reaches; the array is good while it runs
 */
export function* countingReaching(
  { scenario, counties }: Comparable,
  { grants, year }: { readonly grants: readonly ListedGrant[]; readonly year: number },
  draws: Draws,
  visit?: (village: string, reaches: Float64Array) => void,
): Generator<void, Reaching> {
  const request = { scenario: { ...scenario, horizon: year + 1 }, grants, inScope: (code: string) => isInScope(code, scenario.scope) };
  const reaching = draws.doubles();
  const reaches = draws.doubles();
  let villages = 0;
  try {
    for (const county of counties) {
      for (const { village, income, targets } of projectVillages(county, request, draws)) {
        const target = targets[year]!;
        reaches.fill(1);
        draws.arithmetic.reach(income.total[year]!, reaches, reaching, target - HALF_A_FEN, target);
        visit?.(village, reaches);
        villages += 1;
        if (villages % COUNTED_AT_ONCE === 0) yield;
      }
      yield;
    }
    return { byTrial: reaching.slice(), villages };
  } finally {
    draws.giveBack(reaching, reaches);
  }
}

/** Expected number of villages that reach. */
export const expectedReaching = ({ byTrial, villages }: Reaching): Estimate => estimateFromSums(sumsOf(byTrial), 0, villages);

/** How many villages more are expected to reach than in another count on the same draws; exactly 0 ± 0 where no trial differs. */
export function differenceInReaching(one: Reaching, other: Reaching): Estimate {
  const most = Math.max(one.villages, other.villages);
  return estimateFromSums(
    sumsOf(one.byTrial, (count, trial) => count - other.byTrial[trial]!),
    -most,
    most,
  );
}
