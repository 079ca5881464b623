import type { Draws } from '../projection/draws.js';
import type { ListedGrant } from '../scenario/scenario.js';
import type { Comparable } from './comparison-checks.js';
import { countingReaching, type Reaching } from './reaching.js';
import { ScenarioProjection } from './scenario-projection.js';

/** Grants that stay as they are while what they rest on is moved, and the year in which their outcome is counted. */
export interface FixedPlan {
  readonly year: number;
  /** Position of the year among the projected ones. */
  readonly position: number;
  readonly grants: readonly ListedGrant[];
}

/**
 * The plan that the policy makes under the scenario's own assumptions. Money is given before it is known how far they hold, so
 * the plan does not change while assumptions are moved.
 * @param year calendar year; left out: the last projected one
 * @returns yields 0, the share that is done, after each village that the policy looks at
 * @throws Problem YEAR_NOT_PROJECTED, YEARS_DIFFER
 */
export function* makingFixedPlan({ scenario, counties }: Comparable, year: number | undefined, draws: Draws): Generator<number, FixedPlan> {
  const projection = new ScenarioProjection(counties, scenario, draws);
  const asked = year ?? projection.years.at(-1)!;
  const work = projection.seekingGrants(asked);
  let step = work.next();
  for (; !step.done; step = work.next()) yield 0;
  return { year: asked, position: projection.years.indexOf(asked), grants: step.value };
}

/** Counts villages that reach, many times over on the same draws, and knows which share of the counts is done. */
export class PlanCounts {
  #done = 0;

  /** @param total how many counts there will be */
  constructor(
    readonly draws: Draws,
    readonly total: number,
  ) {}

  /** @returns yields with the share that is done */
  *count(comparable: Comparable, { grants, position }: Omit<FixedPlan, 'year'>): Generator<number, Reaching> {
    const work = countingReaching(comparable, { grants, year: position }, this.draws);
    let step = work.next();
    for (; !step.done; step = work.next()) yield this.#done / this.total;
    this.#done += 1;
    return step.value;
  }
}
