import type { Draws } from '../../projection/draws.js';
import type { Comparable } from '../comparison-checks.js';
import { makingFixedPlan } from '../plan-counts.js';
import type { PolicyKind } from './policy-kind.js';
import { policyOf, type PolicyTerms } from './policy-terms.js';
import type { RivalView, RivalViewKind } from './rival-view.js';

/** Whom one policy would fund if it were decided under each of several views. */
export interface PlansByView {
  readonly policy: PolicyKind;
  readonly views: readonly RivalViewKind[];
  /** Villages funded under any of the views: under most of them first, then ascending by code. */
  readonly villages: readonly VillageByView[];
}

export interface VillageByView {
  readonly village: string;
  /** By view, yuan; 0 where it gets nothing. */
  readonly amounts: readonly number[];
  /** Under how many of the views it gets money. */
  readonly funded: number;
}

/** Decides anew under each view: a village funded under all of them is a safe choice, whichever view is right. */
export function* decidingByView(
  {
    base,
    terms,
    policy,
    views,
    year,
  }: {
    readonly base: Comparable;
    readonly terms: PolicyTerms;
    readonly policy: PolicyKind;
    readonly views: readonly RivalView[];
    readonly year: number;
  },
  draws: Draws,
): Generator<unknown, PlansByView> {
  const amounts = new Map<string, number[]>();
  for (const [v, view] of views.entries()) {
    const moved = view.at(1, base);
    const scenario = { ...moved.scenario, policy: policyOf(policy, terms, moved) };
    const { grants } = yield* makingFixedPlan({ ...moved, scenario }, year, draws);
    for (const { village, amount } of grants) {
      const own = amounts.get(village) ?? Array.from(views, () => 0);
      own[v]! += amount;
      amounts.set(village, own);
    }
    yield;
  }
  const villages = [...amounts]
    .map(([village, own]) => ({ village, amounts: own, funded: own.filter((amount) => amount > 0).length }))
    .filter(({ funded }) => funded > 0)
    .toSorted((left, right) => right.funded - left.funded || (left.village < right.village ? -1 : 1));
  return { policy, views: views.map(({ kind }) => kind), villages };
}
