import type { Draws } from '../../projection/draws.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { estimate, type Estimate } from '../../statistics/estimate.js';
import type { Comparable } from '../comparison-checks.js';
import { makingFixedPlan, PlanCounts } from '../plan-counts.js';
import { differenceInReaching, expectedReaching, type Reaching } from '../reaching.js';
import { assumptionNamed, variedAssumptions, withRanges, type AskedRange } from './varied-assumptions.js';
import { described, type DescribedAssumption, type VariedAssumption } from './varied-assumption.js';

export interface SensitivityRequest {
  readonly base: Comparable;
  /** Calendar year; left out: the last projected one. */
  readonly year?: number | undefined;
  /** Ranges in place of the sensible ones. */
  readonly ranges?: readonly AskedRange[];
  /** Names of the assumptions wanted; left out: all. */
  readonly only?: readonly string[] | undefined;
}

/** What one assumption does when it moves between low and high. */
export interface SensitivityBar {
  readonly assumption: DescribedAssumption;
  /** Expected number of villages that reach with the low and with the high value. */
  readonly low: Estimate;
  readonly high: Estimate;
  /** Each less the base, trial by trial. */
  readonly lowDifference: Estimate;
  readonly highDifference: Estimate;
  /** How far apart the outcomes of low, high and the assumed value lie, the lowest to the highest of the three. */
  readonly swing: Estimate;
  /** False where no trial comes out otherwise at either end: the assumption plays no part in this scenario and year. */
  readonly matters: boolean;
}

export interface Sensitivity {
  readonly year: number;
  readonly trials: number;
  /** What the policy gives under the scenario's own assumptions; it stays as it is while they move. */
  readonly grants: readonly ListedGrant[];
  readonly base: Estimate;
  /** By descending swing; of equals in the order of the assumptions. */
  readonly bars: readonly SensitivityBar[];
}

/**
 * Moves every assumption, one at a time, to a sensible low and a sensible high value, and counts on the same draws how many
 * villages reach (a tornado; Howard 1988, "Decision analysis: practice and promise").
 * @returns yields with the share that is done, so that whoever runs it may see to something else
 * @throws Problem, Problems where a range or a name is wrong, or the year is not projected
 */
export function* measuringSensitivity({ base, year, ranges = [], only }: SensitivityRequest, draws: Draws): Generator<number, Sensitivity> {
  const all = withRanges(variedAssumptions(base), ranges);
  const wanted = only?.map((name, index) => assumptionNamed(all, name, ['only', String(index)])) ?? all;
  const plan = yield* makingFixedPlan(base, year, draws);
  const played = wanted.filter((assumption) => playsIn(assumption, plan.grants));
  const counts = new PlanCounts(draws, countsOfSensitivity(played.length));
  const assumed = yield* counts.count(base, plan);
  const bars: SensitivityBar[] = [];
  for (const assumption of wanted) {
    if (!played.includes(assumption)) {
      bars.push(toBar(assumption, { assumed, low: assumed, high: assumed }));
      continue;
    }
    const low = yield* counts.count(assumption.at(assumption.low, base), plan);
    const high = yield* counts.count(assumption.at(assumption.high, base), plan);
    bars.push(toBar(assumption, { assumed, low, high }));
  }
  return {
    year: plan.year,
    trials: draws.trials,
    grants: plan.grants,
    base: expectedReaching(assumed),
    bars: bars.toSorted((left, right) => right.swing.mean - left.swing.mean),
  };
}

/** How many projections it takes to move so many assumptions. */
export const countsOfSensitivity = (assumptions: number): number => 1 + 2 * assumptions;

/** An option that no money goes to changes nothing, so nothing need be counted. */
const playsIn = ({ option }: VariedAssumption, grants: readonly ListedGrant[]): boolean =>
  option === undefined || grants.some((grant) => grant.option === option);

function toBar(
  assumption: VariedAssumption,
  { assumed, low, high }: { readonly assumed: Reaching; readonly low: Reaching; readonly high: Reaching },
): SensitivityBar {
  const ascending = [low, assumed, high].toSorted((left, right) => expectedReaching(left).mean - expectedReaching(right).mean);
  const { mean, standardError } = differenceInReaching(ascending[2]!, ascending[0]!);
  const differs = (one: Reaching) => one.byTrial.some((count, trial) => count !== assumed.byTrial[trial]);
  return {
    assumption: described(assumption),
    low: expectedReaching(low),
    high: expectedReaching(high),
    lowDifference: differenceInReaching(low, assumed),
    highDifference: differenceInReaching(high, assumed),
    swing: estimate(mean, standardError, 0, assumed.villages),
    matters: differs(low) || differs(high),
  };
}
