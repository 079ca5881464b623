import type { FrozenPlan, PromisedYear } from '../../allocation/plan/frozen-plan.js';
import type { YearScore } from '../../allocation/plan/score-plan.js';
import type { PlanView } from '../adopted-plans.js';
import type { AdoptedPlan, PlanVillage, PlanYear } from '../types/adopted-plan.js';

export function toAdoptedPlan({ summary, frozen, withdrawal }: PlanView): AdoptedPlan {
  const names = new Map(frozen.villages.map(({ code, name }) => [code, name]));
  return {
    id: summary.id,
    number: summary.number,
    name: summary.name,
    note: summary.note,
    adoptedBy: summary.adopted_by,
    adoptedAt: new Date(summary.adopted_at),
    demonstration: summary.demonstration === 1,
    withdrawal: withdrawal ? { reason: withdrawal.reason, by: withdrawal.withdrawn_by, at: new Date(withdrawal.withdrawn_at) } : null,
    asOf: frozen.asOf,
    seed: frozen.seed,
    trials: frozen.trials,
    engineVersion: frozen.engineVersion,
    dataVersion: frozen.dataVersion,
    replayToken: frozen.replayToken,
    scenario: frozen.scenario,
    assumptions: [...frozen.assumptions],
    decidedFor: frozen.decidedFor,
    cost: frozen.grants.reduce((sum, { amount }) => sum + amount, 0),
    grants: frozen.grants
      .map(({ village, option, amount }) => ({ village: { code: village, name: names.get(village)! }, option, amount }))
      .sort((left, right) => (left.village.code < right.village.code ? -1 : 1)),
  };
}

export const toPlanYear = ({ year, expectedReaching, reaching, chanceAll, income }: PromisedYear): PlanYear => ({
  year,
  expectedReaching,
  reaching: [...reaching],
  chanceAll,
  expectedIncome: income,
});

export const toPlanVillages = ({ villages }: FrozenPlan, promised: PromisedYear, score: YearScore): PlanVillage[] =>
  villages.map((village, index) => {
    const { income: expectedIncome, ...rest } = promised.villages[index]!;
    return { ...village, ...rest, expectedIncome, ...score.villages[index]! };
  });
