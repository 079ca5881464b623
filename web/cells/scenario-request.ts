import { parseMonth, monthInYear, yearOf } from '../../server/base/month.js';
import type { PolicySpec, ScenarioSpec } from '../../server/scenario/spec.js';
import type { ScenarioDefaults } from './scenario-defaults.js';

/** The codes of the options that a policy spends on. */
export function optionsUsed(policy: PolicySpec | null | undefined): readonly string[] {
  if (!policy) return [];
  const one = policy.flat ?? policy.neediest ?? policy.proportional;
  if (policy.optimal) return policy.optimal.options;
  return one ? [one.option] : (policy.list ?? []).map(({ option }) => option);
}

/**
 * A scenario as it is asked: of the notebook's county, without what has no bearing on the answer (its name, plans that
 * weigh nothing, options that nothing is spent on), so that the same meaning has the same hash.
 */
export function askedScenario(scenario: ScenarioSpec, county: string): ScenarioSpec {
  const used = optionsUsed(scenario.policy);
  return {
    ...scenario,
    name: undefined,
    scope: [county],
    growth: (scenario.growth ?? []).filter(({ rate, weight }) => typeof rate === 'number' && weight !== 0),
    options: (scenario.options ?? []).filter(({ code }) => used.includes(code)),
  };
}

/** The same without any grant; undefined where there is none. */
export const withoutGrants = (scenario: ScenarioSpec): ScenarioSpec | undefined =>
  scenario.policy ? { ...scenario, policy: undefined, options: [] } : undefined;

/** The years that a scenario projects: the running year of its as-of month first, or the next one after a December. */
export function projectedYears(scenario: ScenarioSpec, countyAsOf: string | null, defaults: ScenarioDefaults): readonly number[] {
  const month = parseMonth(scenario.asOf ?? countyAsOf ?? '');
  if (month === undefined) return [];
  const first = yearOf(month) + (monthInYear(month) === 12 ? 1 : 0);
  return Array.from({ length: scenario.horizon ?? defaults.horizon }, (_, index) => first + index);
}
