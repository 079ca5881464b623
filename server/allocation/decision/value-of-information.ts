import { Problem } from '../../base/errors/problem.js';
import type { Draws } from '../../projection/draws.js';
import { estimate, type Estimate } from '../../statistics/estimate.js';
import { estimateFromSums, sumsOf } from '../../statistics/sums.js';
import type { Comparable } from '../comparison-checks.js';
import { costPerExtraVillage, type CostPerExtraVillage } from '../comparison-summary.js';
import { grantsCost } from '../grants-cost.js';
import { makingFixedPlan, PlanCounts, type FixedPlan } from '../plan-counts.js';
import { differenceInReaching, expectedReaching, type Reaching } from '../reaching.js';
import { assumptionNamed, variedAssumptions, withRanges, type AskedRange } from '../sensitivity/varied-assumptions.js';
import { described, type DescribedAssumption, type VariedAssumption } from '../sensitivity/varied-assumption.js';
import type { PolicyKind } from './policy-kind.js';
import { policiesOfBudget, policyOf, type PoliciesAsked } from './policy-terms.js';

export interface InformationRequest {
  readonly base: Comparable;
  /** Among which plans one would choose; left out: all that keep to the budget. */
  readonly asked: PoliciesAsked;
  /** Ranges in place of the sensible ones. */
  readonly ranges?: readonly AskedRange[] | undefined;
  /** Names of the assumptions wanted; left out: the `most` that change the outcome of the best plan most. */
  readonly only?: readonly string[] | undefined;
  readonly most: number;
  /** Calendar year; left out: the last projected one. */
  readonly year?: number | undefined;
}

export interface ValueOfInformation {
  readonly year: number;
  readonly trials: number;
  /** Yuan. */
  readonly budget: number;
  /** The plan that one would choose under the scenario's own assumptions. */
  readonly best: PolicyKind;
  /** What a village more costs through that plan, against no grants at all. */
  readonly price: CostPerExtraVillage;
  /** By descending value; of equals in the order of the assumptions. */
  readonly assumptions: readonly KnownAssumption[];
}

/** What it would be worth to know one assumption before the money is given. */
export interface KnownAssumption {
  readonly assumption: DescribedAssumption;
  /** Expected number of villages more, through choosing the plan that fits. */
  readonly value: Estimate;
  readonly atLow: ChosenPlan;
  readonly asAssumed: ChosenPlan;
  readonly atHigh: ChosenPlan;
}

/** The plan that one would choose if the assumption were known to be there. */
export interface ChosenPlan {
  readonly policy: PolicyKind;
  /** Whether it is the policy decided anew with that knowledge; false: the plan that it makes anyway. */
  readonly anew: boolean;
  /** How many villages more it reaches there than what one would do without knowing. */
  readonly gain: Estimate;
}

/** How many assumptions may be looked at. */
export const MOST_KNOWN = 20;

/**
 * Tenths that weigh a low, a middle and a high value that stand at the 10th, 50th and 90th percentile (Swanson's rule; Keefer and Bodily
 * 1983, "Three-point approximations for continuous random variables").
 */
const TENTHS = [3, 4, 3] as const;

interface Candidate {
  readonly policy: PolicyKind;
  readonly anew: boolean;
  readonly plan: FixedPlan;
}

/**
 * The expected value of perfect information on each assumption by itself (Howard 1966, "Information value theory"): how many
 * villages more would reach if it were known before the money is given, because another plan would then be chosen. Plans are chosen
 * on one set of draws and valued on another, so the value is not flattered, and exactly 0 where the choice would stay.
 * @returns yields between pieces of work
 * @throws Problem, Problems where the input is wrong or the year is not projected
 */
export function* valuingInformation(
  { base, asked, ranges = [], only, most, year }: InformationRequest,
  { draws, freshDraws }: { readonly draws: Draws; readonly freshDraws: () => Draws },
): Generator<unknown, ValueOfInformation> {
  const all = withRanges(variedAssumptions(base), ranges);
  const named = only?.map((name, index) => assumptionNamed(all, name, ['only', String(index)]));
  const policies = policiesOfBudget(asked, base.scenario);
  const plans: Candidate[] = [];
  for (const policy of policies) {
    const candidate = yield* deciding(policy, asked, base, year, draws);
    if (grantsCost(candidate.plan.grants) <= asked.budget) plans.push(candidate);
    yield;
  }
  if (plans.length === 0) throw new Problem('NO_PLAN_WITHIN_BUDGET', { budget: asked.budget }, ['input', 'policies']);
  const counts = new PlanCounts(draws, 1);
  const assumed = yield* countAll(plans, base, counts);
  const best = plans[bestOf(assumed.map(meanOf))]!;
  const wanted = named ?? (yield* mostTelling(all, best, base, { most, counts }));
  const fresh = new PlanCounts(freshDraws(), 1);
  const assumptions: KnownAssumption[] = [];
  for (const assumption of wanted) {
    assumptions.push(yield* knowing(assumption, { base, asked, plans, assumed, draws, counts, fresh }));
  }
  const { position, year: decidedFor } = best.plan;
  const without = yield* fresh.count(base, { grants: [], position });
  const reached = differenceInReaching(yield* fresh.count(base, best.plan), without);
  return {
    year: decidedFor,
    trials: draws.trials,
    budget: asked.budget,
    best: best.policy,
    price: costPerExtraVillage(grantsCost(best.plan.grants), reached),
    assumptions: assumptions.toSorted((left, right) => right.value.mean - left.value.mean),
  };
}

/** How many projections it takes at most. @param assumptions named; undefined: they are sought, among so many as there are */
export const countsOfInformation = (
  plans: number,
  { named, most, all }: { readonly named: number | undefined; readonly most: number; readonly all: number },
): number => 2 * plans + 2 + (named === undefined ? 2 * all : 0) + (named ?? most) * (2 * plans + 18);

function* deciding(
  policy: PolicyKind,
  asked: PoliciesAsked,
  on: Comparable,
  year: number | undefined,
  draws: Draws,
  anew = false,
): Generator<unknown, Candidate> {
  const scenario = { ...on.scenario, policy: policyOf(policy, asked, on) };
  return { policy, anew, plan: yield* makingFixedPlan({ ...on, scenario }, year, draws) };
}

function* countAll(plans: readonly Candidate[], on: Comparable, counts: PlanCounts): Generator<unknown, Reaching[]> {
  const reaching: Reaching[] = [];
  for (const { plan } of plans) reaching.push(yield* counts.count(on, plan));
  return reaching;
}

const meanOf = (reaching: Reaching): number => expectedReaching(reaching).mean;
const bestOf = (means: readonly number[]): number => means.reduce((best, mean, p) => (mean > means[best]! ? p : best), 0);

/** Those whose ends lie furthest apart in what becomes of the best plan. */
function* mostTelling(
  all: readonly VariedAssumption[],
  { plan }: Candidate,
  base: Comparable,
  { most, counts }: { readonly most: number; readonly counts: PlanCounts },
): Generator<unknown, VariedAssumption[]> {
  const swings: { readonly assumption: VariedAssumption; readonly swing: number }[] = [];
  for (const assumption of all) {
    if (assumption.option !== undefined && !plan.grants.some(({ option }) => option === assumption.option)) continue;
    const low = yield* counts.count(assumption.at(assumption.low, base), plan);
    const high = yield* counts.count(assumption.at(assumption.high, base), plan);
    swings.push({ assumption, swing: Math.abs(meanOf(high) - meanOf(low)) });
  }
  return swings
    .toSorted((left, right) => right.swing - left.swing)
    .slice(0, most)
    .map(({ assumption }) => assumption);
}

interface Knowing {
  readonly base: Comparable;
  readonly asked: PoliciesAsked;
  readonly plans: readonly Candidate[];
  /** What becomes of each plan as assumed. */
  readonly assumed: readonly Reaching[];
  readonly draws: Draws;
  readonly counts: PlanCounts;
  readonly fresh: PlanCounts;
}

function* knowing(
  assumption: VariedAssumption,
  { base, asked, plans, assumed, draws, counts, fresh }: Knowing,
): Generator<unknown, KnownAssumption> {
  const states = [assumption.at(assumption.low, base), base, assumption.at(assumption.high, base)] as const;
  const { year } = plans[0]!.plan;
  const best = plans.filter(({ policy }) => policy === 'OPTIMAL');
  const anew: Candidate[] = [];
  for (const state of [states[0], states[2]]) {
    if (state === base) continue;
    for (const { policy } of best) anew.push(yield* deciding(policy, asked, state, year, draws, true));
    yield;
  }
  const candidates = [...plans, ...anew];
  const means: number[][] = [];
  for (const state of states) {
    const known = state === base ? [...assumed, ...(yield* countAll(anew, base, counts))] : yield* countAll(candidates, state, counts);
    means.push(known.map(meanOf));
  }
  const unknowing = bestOf(candidates.map((_, c) => TENTHS.reduce((sum, weight, k) => sum + weight * means[k]![c]!, 0)));
  const choices = means.map(bestOf);
  const gained = new Float64Array(draws.trials);
  const gains: Estimate[] = [];
  for (const [k, state] of states.entries()) {
    if (choices[k] === unknowing) {
      gains.push(NO_GAIN);
      continue;
    }
    const chosen = yield* fresh.count(state, candidates[choices[k]!]!.plan);
    const otherwise = yield* fresh.count(state, candidates[unknowing]!.plan);
    gains.push(differenceInReaching(chosen, otherwise));
    for (let trial = 0; trial < gained.length; trial++) gained[trial]! += TENTHS[k]! * (chosen.byTrial[trial]! - otherwise.byTrial[trial]!);
  }
  const at = (k: 0 | 1 | 2): ChosenPlan => {
    const { policy, anew: isAnew } = candidates[choices[k]!]!;
    return { policy, anew: isAnew, gain: gains[k]! };
  };
  const { mean, standardError } = estimateFromSums(sumsOf(gained));
  return {
    assumption: described(assumption),
    value: estimate(mean / 10, standardError / 10),
    atLow: at(0),
    asAssumed: at(1),
    atHigh: at(2),
  };
}

const NO_GAIN: Estimate = { mean: 0, standardError: 0, low: 0, high: 0 };
