import type { Draws } from '../../projection/draws.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import type { Estimate } from '../../statistics/estimate.js';
import type { Comparable } from '../comparison-checks.js';
import { grantsCost } from '../grants-cost.js';
import { makingFixedPlan, PlanCounts, type FixedPlan } from '../plan-counts.js';
import { differenceInReaching, expectedReaching, type Reaching } from '../reaching.js';
import { makingBalancedPlan } from './balanced-plan.js';
import { decidingByView, type PlansByView } from './plans-by-view.js';
import { MOST_HALVINGS, turningPoint, type TurningPoint } from './turning-point.js';
import type { PolicyKind } from './policy-kind.js';
import { policiesOfBudget, policyOf, type PoliciesAsked } from './policy-terms.js';
import { rivalView, RIVAL_VIEW_KINDS, type DescribedView, type RivalView, type RivalViewKind } from './rival-view.js';

export interface RobustnessRequest {
  readonly base: Comparable;
  /** The plans; left out: all that keep to the budget. */
  readonly asked: PoliciesAsked;
  /** Views wanted beside the scenario's own; left out: all. */
  readonly views?: readonly RivalViewKind[] | undefined;
  /** Calendar year; left out: the last projected one. */
  readonly year?: number | undefined;
}

/** Money is decided on once, under the scenario's own view, and stays as it is whatever view turns out to be right. */
export interface Robustness {
  readonly year: number;
  readonly trials: number;
  /** Yuan. */
  readonly budget: number;
  readonly plans: readonly RobustPlan[];
  /** The scenario's own first. */
  readonly views: readonly ViewOutcome[];
  /** The plan that is best under the scenario's own view. */
  readonly best: PolicyKind;
  /** The plan whose greatest regret is least (Savage 1951, "The theory of statistical decision"). */
  readonly steadiest: PolicyKind;
  /** The plan that does best on average over all of the views; undefined where OPTIMAL is not among the plans. */
  readonly balanced: BalancedPlan | undefined;
  /** Whom the best policy would fund if it were decided under each of the views. */
  readonly byView: PlansByView;
}

/** See `makingBalancedPlan`. It sets no standard for the others; below 0, a regret says that it does better than all of them. */
export interface BalancedPlan extends Extremes {
  readonly grants: readonly ListedGrant[];
  /** Yuan. */
  readonly cost: number;
  /** In the order of the views. */
  readonly outcomes: readonly PlanUnderView[];
}

export interface RobustPlan extends Extremes {
  readonly kind: PolicyKind;
  readonly grants: readonly ListedGrant[];
  /** Yuan. */
  readonly cost: number;
  /** A plan that gives more than the budget is shown, but sets no standard for the others. */
  readonly withinBudget: boolean;
}

/** How badly a plan can come out. */
interface Extremes {
  /** The view under which the fewest villages are expected to reach, and how many. */
  readonly worst: { readonly view: RivalViewKind; readonly expectedReaching: Estimate };
  /** The view under which the best plan of that view has the greatest lead over it, and the lead in villages. */
  readonly greatestRegret: { readonly view: RivalViewKind; readonly regret: Estimate };
}

/**
 * HOLDS: the plan that is best under the scenario's own view is best here. TURNS: another leads by more than 1.96 standard
 * errors. UNSURE: another leads, but by less.
 */
export const ORDERS = ['HOLDS', 'UNSURE', 'TURNS'] as const;
export type Order = (typeof ORDERS)[number];

export interface ViewOutcome {
  readonly view: DescribedView;
  /** False where no trial comes out otherwise than under the scenario's own view. */
  readonly matters: boolean;
  /** The best plan here, and its lead over the scenario's own best. */
  readonly best: PolicyKind;
  readonly lead: Estimate;
  readonly order: Order;
  /** How far one must go from the scenario's own view to this one until the order turns; undefined where it does not or cannot. */
  readonly turns: TurningPoint | undefined;
  /** In the order of the plans. */
  readonly outcomes: readonly PlanUnderView[];
}

export interface PlanUnderView {
  readonly expectedReaching: Estimate;
  /** How many villages more the best plan here reaches, trial by trial. */
  readonly regret: Estimate;
}

interface Plan {
  readonly kind: PolicyKind;
  readonly plan: FixedPlan;
  readonly cost: number;
  readonly withinBudget: boolean;
}

/**
 * Holds plans of one budget against rival views of what is to come.
 * @param draws the plans are decided on, and `freshDraws` what becomes of them is counted on, so that none is flattered
 * @returns yields between pieces of work
 * @throws Problem, Problems where the input is wrong or the year is not projected
 */
export function* testingRobustness(
  { base, asked, views = RIVAL_VIEW_KINDS, year }: RobustnessRequest,
  { draws, freshDraws }: { readonly draws: Draws; readonly freshDraws: () => Draws },
): Generator<unknown, Robustness> {
  const plans: Plan[] = [];
  for (const kind of policiesOfBudget(asked, base.scenario)) {
    const plan = yield* makingFixedPlan({ ...base, scenario: { ...base.scenario, policy: policyOf(kind, asked, base) } }, year, draws);
    const cost = grantsCost(plan.grants);
    plans.push({ kind, plan, cost, withinBudget: cost <= asked.budget });
    yield;
  }
  const wanted = [...new Set<RivalViewKind>(['AS_ASSUMED', ...views])].map(rivalView);
  const counts = new PlanCounts(freshDraws(), countsOfRobustness(plans.length, wanted.length));
  const counted: { readonly view: RivalView; readonly reaching: readonly Reaching[] }[] = [];
  for (const view of wanted) {
    const moved = view.at(1, base);
    const reaching: Reaching[] = [];
    for (const { plan } of plans) reaching.push(yield* counts.count(moved, plan));
    counted.push({ view, reaching });
  }
  const best = bestOf(plans, counted[0]!.reaching);
  const outcomes: ViewOutcome[] = [];
  for (const { view, reaching } of counted) {
    const outcome = underView(view, reaching, { plans, best, assumed: counted[0]!.reaching });
    const challenger = plans.find(({ kind }) => kind === outcome.best)!;
    const turns =
      outcome.order === 'TURNS' && view.gradual
        ? yield* turningPoint({ base, view, holder: plans[best]!.plan, challenger: challenger.plan }, counts)
        : undefined;
    outcomes.push({ ...outcome, turns });
  }
  const { year: decidedFor, position } = plans[0]!.plan;
  const policy = plans[best]!.kind;
  const balanced = plans.some(({ kind }) => kind === 'OPTIMAL')
    ? yield* makingBalancedPlan({ base, terms: asked, views: wanted, year: decidedFor }, draws)
    : undefined;
  const balancedReaching: Reaching[] = [];
  if (balanced) {
    for (const view of wanted) balancedReaching.push(yield* counts.count(view.at(1, base), { grants: balanced, position }));
  }
  const byView = decidingByView({ base, terms: asked, policy, views: wanted, year: decidedFor }, draws);
  return {
    year: decidedFor,
    trials: draws.trials,
    budget: asked.budget,
    plans: plans.map(({ kind, plan, cost, withinBudget }, p) => ({
      kind,
      grants: plan.grants,
      cost,
      withinBudget,
      ...extremesOf(outcomes.map((one) => ({ view: one.view.kind, ...one.outcomes[p]! }))),
    })),
    views: outcomes,
    best: policy,
    steadiest: plans[steadiestOf(plans, outcomes)]!.kind,
    balanced: balanced && balancedPlan(balanced, balancedReaching, { plans, counted }),
    byView: yield* byView,
  };
}

/** How many projections it takes at most, finding needs, turning points and the balanced plan included. */
export const countsOfRobustness = (plans: number, views: number): number => 2 * plans + (plans + 3 + 2 * MOST_HALVINGS) * views;

const bestOf = (plans: readonly Plan[], reaching: readonly Reaching[]): number => {
  const standing = [...plans.keys()].filter((p) => plans[p]!.withinBudget);
  const candidates = standing.length ? standing : [...plans.keys()];
  const mean = (p: number) => expectedReaching(reaching[p]!).mean;
  return candidates.reduce((best, p) => (mean(p) > mean(best) ? p : best));
};

function underView(
  { at: _at, ...view }: RivalView,
  reaching: readonly Reaching[],
  { plans, best, assumed }: { readonly plans: readonly Plan[]; readonly best: number; readonly assumed: readonly Reaching[] },
): Omit<ViewOutcome, 'turns'> {
  const bestHere = bestOf(plans, reaching);
  const lead = differenceInReaching(reaching[bestHere]!, reaching[best]!);
  const leads = bestHere !== best && lead.mean > 0;
  return {
    view,
    matters: reaching.some(({ byTrial }, p) => byTrial.some((count, trial) => count !== assumed[p]!.byTrial[trial])),
    best: plans[leads ? bestHere : best]!.kind,
    lead,
    order: !leads ? 'HOLDS' : lead.low > 0 ? 'TURNS' : 'UNSURE',
    outcomes: reaching.map((own) => ({
      expectedReaching: expectedReaching(own),
      regret: differenceInReaching(reaching[bestHere]!, own),
    })),
  };
}

function balancedPlan(
  grants: readonly ListedGrant[],
  reaching: readonly Reaching[],
  {
    plans,
    counted,
  }: { readonly plans: readonly Plan[]; readonly counted: readonly { readonly view: RivalView; readonly reaching: readonly Reaching[] }[] },
): BalancedPlan {
  const outcomes = counted.map(({ reaching: others }, v): PlanUnderView => {
    const own = reaching[v]!;
    return { expectedReaching: expectedReaching(own), regret: differenceInReaching(others[bestOf(plans, others)]!, own) };
  });
  const byView = outcomes.map((outcome, v) => ({ view: counted[v]!.view.kind, ...outcome }));
  return { grants, cost: grantsCost(grants), outcomes, ...extremesOf(byView) };
}

function extremesOf(byView: readonly (PlanUnderView & { readonly view: RivalViewKind })[]): Extremes {
  const worst = byView.reduce((least, one) => (one.expectedReaching.mean < least.expectedReaching.mean ? one : least));
  const regretted = byView.reduce((most, one) => (one.regret.mean > most.regret.mean ? one : most));
  return {
    worst: { view: worst.view, expectedReaching: worst.expectedReaching },
    greatestRegret: { view: regretted.view, regret: regretted.regret },
  };
}

const regretOf = ({ outcomes }: Pick<ViewOutcome, 'outcomes'>, p: number): number => outcomes[p]!.regret.mean;

function steadiestOf(plans: readonly Plan[], views: readonly ViewOutcome[]): number {
  const standing = [...plans.keys()].filter((p) => plans[p]!.withinBudget);
  const greatest = (p: number) => Math.max(...views.map((one) => regretOf(one, p)));
  return (standing.length ? standing : [...plans.keys()]).reduce((least, p) => (greatest(p) < greatest(least) ? p : least));
}
