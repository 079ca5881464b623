import type { Draws } from '../projection/draws.js';
import { projectVillages } from '../projection/project-county.js';
import { HALF_A_FEN } from '../projection/target.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant } from '../scenario/scenario.js';
import type { Comparable } from './comparison-checks.js';
import type { StretchCounts } from './comparison-sums.js';

/** The random numbers of a stretch of trials, for a seed that is agreed. */
export type DrawsOf = (trials: number, firstTrial: number) => Draws;

/** A scenario to compare, with what its policy gives. */
export interface Granted extends Comparable {
  readonly grants: readonly ListedGrant[];
}

/** What every stretch of trials of one comparison has in common. */
export interface ComparisonPlan {
  readonly compared: readonly Granted[];
  readonly baseline: number;
  /** Position of the asked year among the projected ones. */
  readonly year: number;
  /** Villages in scope, the same for all. */
  readonly villages: number;
}

/** Random numbers are drawn from a multiple of this on. */
const TRIALS_PER_BLOCK = 4;

/** Trials `from` (counted from 0) to `until` (not included). */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Projects all scenarios over a stretch of trials and counts who reaches the target in the asked year. The baseline comes
 * first: what it does is kept, village by village, while the others are held against it.
 * @returns yields after each village of each scenario, so that whoever runs it may see to something else
 */
export function* compareStretch(plan: ComparisonPlan, { from, until }: Stretch, drawsOf: DrawsOf): Generator<void, StretchCounts> {
  const { compared, baseline, year, villages } = plan;
  const ahead = from % TRIALS_PER_BLOCK;
  const draws = drawsOf(ahead + until - from, from - ahead);
  const reaching = compared.map(() => new Uint32Array(until - from));
  const hits = compared.map(() => new Uint32Array(villages));
  const gained = compared.map(() => new Uint32Array(villages));
  const reachedBefore = Array.from({ length: villages }, () => new Uint8Array(until - from));
  const order = [baseline, ...Array.from(compared.keys()).filter((scenario) => scenario !== baseline)];

  for (const s of order) {
    const { scenario, grants, counties } = compared[s]!;
    // Nothing is asked of the years after; what is drawn for one year does not depend on them.
    const upToYear = { ...scenario, trials: draws.trials, horizon: year + 1 };
    const request = { scenario: upToYear, grants, inScope: (village: string) => isInScope(village, scenario.scope) };
    let position = 0;
    for (const county of counties) {
      for (const { income, targets } of projectVillages(county, request, draws)) {
        const total = income.total[year]!.subarray(ahead);
        const counted = count(total, targets[year]! - HALF_A_FEN, reaching[s]!, reachedBefore[position]!, s === baseline);
        hits[s]![position] = counted.hits;
        gained[s]![position] = counted.gained;
        position += 1;
        yield;
      }
    }
  }
  return { reaching, hits, gained };
}

/** Counts the trials in which an income reaches, and adds them to the number of villages that do. */
function count(
  total: Float64Array,
  threshold: number,
  reaching: Uint32Array,
  before: Uint8Array,
  isBaseline: boolean,
): { hits: number; gained: number } {
  let hits = 0;
  let gained = 0;
  for (let trial = 0; trial < total.length; trial++) {
    if (!(total[trial]! >= threshold)) continue;
    hits += 1;
    reaching[trial]! += 1;
    if (isBaseline) before[trial] = 1;
    else if (before[trial] === 0) gained += 1;
  }
  return { hits, gained };
}
