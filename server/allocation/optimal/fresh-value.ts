import type { Draws } from '../../projection/draws.js';
import { projectVillages } from '../../projection/project-county.js';
import { HALF_A_FEN } from '../../projection/target.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { chanceEstimate, chanceStandardError, estimate, meanEstimate, type Estimate } from '../../statistics/estimate.js';
import { normalProbability } from '../../statistics/normal-probability.js';
import { projectedPosition } from '../projected-position.js';
import { hitsFor } from './objective-worth.js';
import type { AllocationRequest } from './solving-allocation.js';

/** The seed of the draws on which a plan is valued that was chosen on those of another; within what a seed may be. */
export const freshSeed = (seed: number): number => (seed + 1_000_003) % 2 ** 31;

/** What is counted of each trial and village. */
interface Tally {
  /** Sum over villages by trial. */
  readonly sums: Float64Array;
  /** Trials in which the target is reached, by village. */
  readonly hits: number[];
}

/**
 * What a plan is worth on draws that had no part in choosing it, in the objective's unit; of LEAST_BUDGET how many villages
 * have the chance, its error being that of their chances.
 * @param plan grants on top of those that the request has already
 * @param counted villages whose lowest chance MAXIMIN looks at
 */
export function* valuingOn(
  draws: Draws,
  request: AllocationRequest,
  plan: readonly ListedGrant[],
  counted: ReadonlySet<string>,
): Generator<void, Estimate> {
  const { rule, grants } = request;
  const given = [...grants, ...plan];
  if (rule.objective === 'SHORTFALL') {
    const before = yield* tally(draws, request, grants);
    const after = yield* tally(draws, request, given);
    return meanEstimate(before.sums.map((sum, trial) => sum - after.sums[trial]!));
  }
  const { sums, hits } = yield* tally(draws, request, given);
  if (rule.objective === 'MAXIMIN') {
    const own = villagesOf(request).flatMap((code, v) => (counted.has(code) ? [hits[v]!] : []));
    return chanceEstimate(Math.min(...own), draws.trials);
  }
  if (rule.wanted) return countHaving(hits, rule.wanted.chance, draws.trials);
  return meanEstimate(sums, 0);
}

const villagesOf = ({ counties, scenario }: AllocationRequest): string[] =>
  counties.flatMap(({ record }) => record.villages.map(({ code }) => code).filter((code) => isInScope(code, scenario.scope)));

function* tally(
  draws: Draws,
  { counties, scenario, rule, year }: AllocationRequest,
  grants: readonly ListedGrant[],
): Generator<void, Tally> {
  const sums = new Float64Array(draws.trials);
  const hits: number[] = [];
  const weights = new Map(rule.objective === 'WEIGHTED' ? rule.weights.map(({ village, weight }) => [village, weight]) : []);
  const counts = rule.objective === 'SHORTFALL' ? addShortfall : addReaching;
  for (const county of counties) {
    const position = projectedPosition(year, county, scenario);
    const upToYear = { ...scenario, horizon: position + 1 };
    const request = { scenario: upToYear, grants, inScope: (village: string) => isInScope(village, scenario.scope) };
    for (const { village, income, targets } of projectVillages(county, request, draws)) {
      hits.push(counts(sums, income.total[position]!, targets[position]!, weights.get(village) ?? 1));
      yield;
    }
  }
  return { sums, hits };
}

function addReaching(sums: Float64Array, total: Float64Array, target: number, weight: number): number {
  let hits = 0;
  for (let trial = 0; trial < total.length; trial++) {
    if (!(total[trial]! >= target - HALF_A_FEN)) continue;
    hits += 1;
    sums[trial]! += weight;
  }
  return hits;
}

function addShortfall(sums: Float64Array, total: Float64Array, target: number): number {
  let hits = 0;
  for (let trial = 0; trial < total.length; trial++) {
    if (total[trial]! >= target - HALF_A_FEN) hits += 1;
    else sums[trial]! += target - total[trial]!;
  }
  return hits;
}

/** A village near the chance may have it or not: its part of the error is that of a coin with the probability that it has. */
function countHaving(hits: readonly number[], chance: number, trials: number): Estimate {
  const enough = hitsFor(chance, trials);
  let [count, variance] = [0, 0];
  for (const own of hits) {
    if (own >= enough) count += 1;
    const has = normalProbability((own / trials - chance) / chanceStandardError(own, trials));
    variance += has * (1 - has);
  }
  return estimate(count, Math.sqrt(variance), 0, hits.length);
}
