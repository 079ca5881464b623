import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { numeral, withDefault } from '../notebook/fields.js';
import type { CellPlace } from './cell-place.js';
import { followedFields, freshFollowed } from './followed-scenario.js';
import { findScenario } from './parameters/parameters.js';
import { policyForm } from './parameters/policy.js';
import { askedScenario } from './scenario-request.js';

/** Ways to share a budget out, as the API names them. */
export type PolicyKind = 'NONE' | 'EQUAL' | 'FLAT' | 'NEEDIEST' | 'PROPORTIONAL' | 'OPTIMAL' | 'OWN';

const USUAL_BUDGET = 10_000_000;

/** The fields of a cell that shares one budget out on the terms of a scenario. */
export const budgetedFields = {
  ...followedFields,
  /** Yuan. */
  budget: withDefault(numeral, USUAL_BUDGET),
};

/** A new cell shares out what the scenario that it follows does. */
export function freshBudgeted(place: CellPlace) {
  const followed = freshFollowed(place);
  const scenario = findScenario(place.notebook, followed.scenario)?.scenario;
  return { ...followed, budget: scenario ? policyForm(scenario).budget : USUAL_BUDGET };
}

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
