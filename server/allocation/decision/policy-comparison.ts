import type { Draws } from '../../projection/draws.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { chanceEstimate, type Estimate } from '../../statistics/estimate.js';
import { estimateFromSums } from '../../statistics/sums.js';
import type { Comparable } from '../comparison-checks.js';
import { costPerExtraVillage, type CostPerExtraVillage, type Mover } from '../comparison-summary.js';
import { grantsCost } from '../grants-cost.js';
import { makingFixedPlan } from '../plan-counts.js';
import { countingReaching, differenceInReaching, expectedReaching, type Reaching } from '../reaching.js';
import { keepingReaching, type ReachingVillages } from '../reaching-villages.js';
import { equityOf, type Equity } from './equity.js';
import type { PolicyKind } from './policy-kind.js';
import { comparedPolicies, policyOf, type PoliciesAsked } from './policy-terms.js';

export interface PolicyComparisonRequest {
  readonly base: Comparable;
  readonly asked: PoliciesAsked;
  readonly baseline: PolicyKind;
  /** Calendar year; left out: the last projected one. */
  readonly year?: number | undefined;
}

export interface PolicyComparison {
  readonly year: number;
  readonly trials: number;
  readonly baseline: PolicyKind;
  /** Yuan. */
  readonly budget: number;
  /** In the order asked for; the baseline first where it was not asked for. */
  readonly policies: readonly ComparedPolicy[];
}

export interface ComparedPolicy {
  readonly kind: PolicyKind;
  readonly grants: readonly ListedGrant[];
  /** Yuan. */
  readonly cost: number;
  /** False for a policy that gives without looking at the budget, and gives more. */
  readonly withinBudget: boolean;
  /** Villages that get money. */
  readonly funded: number;
  readonly expectedReaching: Estimate;
  /** The same on draws that had no part in choosing any plan: those that choose the best one flatter it. */
  readonly freshReaching: Estimate;
  readonly chanceAll: Estimate;
  readonly equity: Equity;
  readonly difference: PolicyDifference;
}

/** A policy less the baseline, trial by trial; the baseline less itself is exactly nothing. */
export interface PolicyDifference {
  readonly expectedReaching: Estimate;
  /** The same on fresh draws. */
  readonly freshReaching: Estimate;
  /** Share of the trials in which more villages reach than under the baseline, as many, fewer. */
  readonly chanceBetter: number;
  readonly chanceEqual: number;
  readonly chanceWorse: number;
  readonly costPerExtraVillage: CostPerExtraVillage;
  /** Villages whose chance is higher than under the baseline, and those whose is lower, the largest change first. */
  readonly gaining: readonly Mover[];
  readonly losing: readonly Mover[];
}

/**
 * Shares one budget out by several policies and holds what comes of it side by side on the same draws.
 * @returns yields between pieces of work
 * @throws Problems, Problem where the input is wrong or the year is not projected
 */
export function* comparingPolicies(
  { base, asked, baseline, year }: PolicyComparisonRequest,
  { draws, freshDraws }: { readonly draws: Draws; readonly freshDraws: () => Draws },
): Generator<unknown, PolicyComparison> {
  const wanted = comparedPolicies(asked, base.scenario);
  const kinds = wanted.includes(baseline) ? wanted : comparedPolicies({ ...asked, policies: [baseline, ...wanted] }, base.scenario);
  const order = [baseline, ...kinds.filter((kind) => kind !== baseline)];
  const records = base.counties.map(({ record }) => record);
  const found = new Map<PolicyKind, ComparedPolicy>();
  let before: Counted | undefined;
  let asOf = year;
  for (const kind of order) {
    const { grants, position, ...decided } = yield* makingFixedPlan(
      { ...base, scenario: { ...base.scenario, policy: policyOf(kind, asked, base) } },
      year,
      draws,
    );
    asOf = decided.year;
    yield;
    const cost = grantsCost(grants);
    const counted = yield* keepingReaching(base, { grants, year: position }, draws);
    const fresh = yield* countingReaching(base, { grants, year: position }, freshDraws());
    const after: Counted = { ...counted, fresh, cost };
    before ??= after;
    const { byTrial, villages } = after.reaching;
    found.set(kind, {
      kind,
      grants,
      cost,
      withinBudget: cost <= asked.budget,
      funded: new Set(grants.filter(({ amount }) => amount > 0).map(({ village }) => village)).size,
      expectedReaching: expectedReaching(after.reaching),
      freshReaching: expectedReaching(fresh),
      chanceAll: chanceEstimate(byTrial.filter((count) => count === villages).length, draws.trials),
      equity: equityOf(after, grants, records),
      difference: differenceOf(after, before),
    });
  }
  return { year: asOf!, trials: draws.trials, baseline, budget: asked.budget, policies: kinds.map((kind) => found.get(kind)!) };
}

/** How many projections it takes to compare so many policies and the baseline: on two sets of draws, one of them to find needs. */
export const countsOfPolicies = (policies: number): number => 3 * (policies + 1);

/** A policy's villages in all trials, and what it costs in yuan. */
interface Counted extends ReachingVillages {
  readonly fresh: Reaching;
  readonly cost: number;
}

function differenceOf(after: Counted, before: Counted): PolicyDifference {
  const expected = differenceInReaching(after.reaching, before.reaching);
  const { byTrial } = after.reaching;
  const trials = byTrial.length;
  const share = (isSo: (difference: number) => boolean) =>
    byTrial.filter((count, trial) => isSo(count - before.reaching.byTrial[trial]!)).length / trials;
  const moved = after.villages.map((village, v) => moverOf(village, before.reaches[v]!, after.reaches[v]!));
  const size = (mover: Mover) => Math.abs(mover.after - mover.before);
  const ordered = moved.toSorted((left, right) => size(right) - size(left));
  return {
    expectedReaching: expected,
    freshReaching: differenceInReaching(after.fresh, before.fresh),
    chanceBetter: share((difference) => difference > 0),
    chanceEqual: share((difference) => difference === 0),
    chanceWorse: share((difference) => difference < 0),
    costPerExtraVillage: costPerExtraVillage(after.cost - before.cost, expected),
    gaining: ordered.filter((mover) => mover.after > mover.before),
    losing: ordered.filter((mover) => mover.after < mover.before),
  };
}

function moverOf(village: string, before: Uint8Array, after: Uint8Array): Mover {
  const trials = before.length;
  let [was, is, differs] = [0, 0, 0];
  for (let trial = 0; trial < trials; trial++) {
    was += before[trial]!;
    is += after[trial]!;
    if (before[trial] !== after[trial]) differs += 1;
  }
  const { standardError } = estimateFromSums({ count: trials, sum: is - was, squares: differs });
  return { village, before: was / trials, after: is / trials, standardError };
}
