import { POLICY_LABELS } from '../../allocation/decision/policy-kind.js';
import type { RobustPlan as Plan, ViewOutcome as Outcome } from '../../allocation/decision/robustness.js';
import type { Language } from '../../base/errors/problem.js';
import type { RobustnessView } from '../robustnesses.js';
import type { Robustness, RobustPlan, ViewOutcome } from '../types/robustness.js';

export function toRobustness(
  { plans, views, balanced, byView, villages, villageOf, ...rest }: RobustnessView,
  language: Language,
): Robustness {
  const always = byView.villages.filter(({ funded }) => funded === byView.views.length).length;
  const toShared = ({ cost, worst, greatestRegret, grants }: Pick<Plan, 'cost' | 'worst' | 'greatestRegret' | 'grants'>) => ({
    cost,
    worstView: worst.view,
    worst: worst.expectedReaching,
    mostRegrettedView: greatestRegret.view,
    greatestRegret: greatestRegret.regret,
    grants: grants.map(({ village, option, amount }) => ({ village: villageOf(village), option, amount })),
  });
  return {
    ...rest,
    plans: plans.map((plan): RobustPlan => ({
      ...toShared(plan),
      kind: plan.kind,
      label: POLICY_LABELS[plan.kind][language],
      withinBudget: plan.withinBudget,
    })),
    balanced: balanced
      ? { ...toShared(balanced), outcomes: balanced.outcomes.map((outcome, v) => ({ view: views[v]!.view.kind, ...outcome })) }
      : null,
    views: views.map((view) => toViewOutcome(view, plans, language)),
    alwaysFunded: always,
    sometimesFunded: byView.villages.length - always,
    neverFunded: villages - byView.villages.length,
    fundedVillages: byView.villages.map(({ village, funded, amounts }) => ({
      village: villageOf(village),
      funded,
      amounts: [...amounts],
    })),
  };
}

const toViewOutcome = ({ view, outcomes, turns, ...rest }: Outcome, plans: RobustnessView['plans'], language: Language): ViewOutcome => ({
  ...rest,
  view: view.kind,
  label: view.label[language],
  basis: view.basis[language],
  turns: turns ?? null,
  outcomes: outcomes.map((outcome, p) => ({ plan: plans[p]!.kind, ...outcome })),
});
