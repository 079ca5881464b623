import { MODES, type Mode } from '../../../server/base/vocabulary.js';
import { ARTICLE_PLAN } from '../../../server/scenario/article-plan.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { ModelFit } from './operations.js';

export interface Plan {
  readonly rate: number;
  /** 达成度: 0 follows the trend, 1 the plan. */
  readonly weight: number;
}

type GrowthEntry = NonNullable<ScenarioSpec['growth']>[number];

/**
 * What a scenario plans for a mode; one that it says nothing of has the article's rate, weighing nothing.
 * @param usual the attainment weight of a plan written without one
 */
export function planOf(scenario: ScenarioSpec, mode: Mode, usual: number): Plan {
  const entry = scenario.growth?.find((one) => one.mode === mode);
  if (typeof entry?.rate !== 'number') return { rate: ARTICLE_PLAN[mode], weight: 0 };
  return { rate: entry.rate, weight: entry.weight ?? usual };
}

/** The one year that all plans are for, null where they are for every year, 'mixed' where a form cannot show them. */
export function planYear(scenario: ScenarioSpec): number | null | 'mixed' {
  const growth = scenario.growth ?? [];
  const years = new Set(growth.map(({ year }) => year ?? null));
  const modes = new Set(growth.map(({ mode }) => mode));
  if (modes.size < growth.length || years.size > 1) return 'mixed';
  return [...years][0] ?? null;
}

/** Puts a plan into a scenario, in the fixed order of the modes; one at its default is left out. */
export function withPlan(scenario: ScenarioSpec, mode: Mode, plan: Plan, usual: number): ScenarioSpec {
  const year = planYear(scenario);
  const growth = MODES.flatMap((other): GrowthEntry[] => {
    const { rate, weight } = other === mode ? plan : planOf(scenario, other, usual);
    if (weight === 0 && rate === ARTICLE_PLAN[other]) return [];
    return [{ mode: other, rate, weight, ...(typeof year === 'number' ? { year } : {}) }];
  });
  return { ...scenario, growth };
}

/** Makes all plans be for one year, or (null) for every projected year. */
export const withPlanYear = (scenario: ScenarioSpec, year: number | null): ScenarioSpec => ({
  ...scenario,
  growth: (scenario.growth ?? []).map(({ mode, rate, weight }) => ({ mode, rate, weight, ...(year === null ? {} : { year }) })),
});

/**
 * Expected yearly growth of a mode's trend, exp(drift + ½(varC + varM + varL))·(1 − q) − 1: the model's formula for a
 * stream of scale 1 outside any park. Undefined where the fit does not know the mode.
 */
export function trendGrowth(fit: ModelFit, mode: Mode): number | undefined {
  const found = fit.modes.find((one) => one.mode === mode);
  if (!found) return undefined;
  const variance = fit.countySd ** 2 + fit.modeSd ** 2 + fit.permanentSd ** 2;
  return Math.exp(found.drift + variance / 2) * (1 - found.cessation) - 1;
}

/** Expected yearly growth of trend and plan blended: drifts are weighed, so the growth factors are multiplied as powers. */
export const blendGrowth = (trend: number, plan: Plan): number => (1 + trend) ** (1 - plan.weight) * (1 + plan.rate) ** plan.weight - 1;
