import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { policyForm } from './parameters/policy.js';
import { askedScenario } from './scenario-request.js';

/** Ways to share a budget out, as the API names them. */
export type PolicyKind = 'NONE' | 'EQUAL' | 'FLAT' | 'NEEDIEST' | 'PROPORTIONAL' | 'OPTIMAL' | 'OWN';

/** One budget that several policies share out, and the scenario in which they do. */
export interface PoliciesAsked {
  readonly scenario: ScenarioSpec;
  readonly input: { readonly budget: number; readonly amount: number; readonly option: string; readonly eligibleOnly: boolean };
}

/**
 * A budget to be shared out on the terms of a scenario's policy; undefined where the scenario says nowhere what money could be
 * spent on.
 * @param budget yuan
 */
export function policiesAsked(scenario: ScenarioSpec, county: string, budget: number): PoliciesAsked | undefined {
  const { amount, option, eligibleOnly } = policyForm(scenario);
  const offered = (scenario.options ?? []).filter(({ code }) => code === option);
  if (offered.length === 0) return undefined;
  const asked = askedScenario(scenario, county);
  const used = (asked.options ?? []).filter(({ code }) => code !== option);
  return { scenario: { ...asked, options: [...offered, ...used] }, input: { budget, amount, option, eligibleOnly } };
}
