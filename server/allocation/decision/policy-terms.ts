import { isEligible } from '../../base/county.js';
import { Problem } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import { toFen, toYuan } from '../../base/money.js';
import { suggestions } from '../../base/suggestion.js';
import type { AllocationRule } from '../../scenario/allocation-rule.js';
import { isInScope, type KnownCodes } from '../../scenario/known-regions.js';
import { PAYMENT } from '../../scenario/ranges.js';
import type { GrantPolicy, Scenario } from '../../scenario/scenario.js';
import { ScenarioChecks } from '../../scenario/scenario-checks.js';
import { toAllocationRule } from '../../scenario/to-allocation-rule.js';
import type { Comparable } from '../comparison-checks.js';
import { POLICY_KINDS, type PolicyKind } from './policy-kind.js';

/** The money that several policies share out, and on what terms. */
export interface PolicyTerms {
  /** Yuan. */
  readonly budget: number;
  /** What FLAT and NEEDIEST give to a village, yuan. */
  readonly amount: number;
  /** OPTIMAL gives whole multiples of this, yuan, and no more than `max` to a village. */
  readonly lump: number;
  readonly max: number;
  /** Code of the option that the money goes to. */
  readonly option: string;
  readonly eligibleOnly: boolean;
}

/** Policies to hold side by side. */
export interface PoliciesAsked extends PolicyTerms {
  /** Left out: all that there are. */
  readonly policies?: readonly PolicyKind[] | undefined;
}

/**
 * The policies that are compared, in the order asked for.
 * @throws Problems everything wrong with what was asked
 */
export function comparedPolicies({ policies, ...terms }: PoliciesAsked, scenario: Scenario): readonly PolicyKind[] {
  const problems: Problem[] = [];
  const at = (...path: string[]) => ['input', ...path];
  const codes = scenario.options.map(({ code }) => code);
  if (!codes.includes(terms.option)) {
    problems.push(new Problem('UNKNOWN_OPTION', { value: terms.option, suggestions: suggestions(terms.option, codes) }, at('option')));
  }
  for (const field of ['budget', 'amount', 'lump', 'max'] as const) {
    const value = terms[field];
    if (value >= PAYMENT.least && value <= PAYMENT.most) continue;
    problems.push(new Problem('OUT_OF_RANGE', { field, value, ...PAYMENT }, at(field)));
  }
  const wanted = policies ?? POLICY_KINDS.filter((kind) => kind !== 'OWN' || scenario.policy);
  wanted.forEach((kind, index) => {
    const path = at('policies', String(index));
    if (wanted.indexOf(kind) < index) problems.push(new Problem('DUPLICATE_CODE', { field: 'policies', value: kind }, path));
    if (kind === 'OWN' && !scenario.policy) problems.push(new Problem('NO_OWN_POLICY', {}, path));
  });
  if (wanted.length === 0)
    problems.push(new Problem('OUT_OF_RANGE', { field: 'policies', value: 0, least: 1, most: POLICY_KINDS.length }, at('policies')));
  if (wanted.includes('NEEDIEST') && terms.budget < terms.amount) {
    problems.push(new Problem('BUDGET_BELOW_AMOUNT', { budget: terms.budget, amount: terms.amount }, at('budget')));
  }
  if (problems.length) throw new Problems(problems);
  if (wanted.includes('OPTIMAL')) optimalRule(terms, scenario);
  return wanted;
}

/**
 * The policies asked for; where none are named, all but giving nothing, and giving without regard to the budget.
 * @throws Problems everything wrong with what was asked
 */
export function policiesOfBudget(asked: PoliciesAsked, scenario: Scenario): readonly PolicyKind[] {
  const kinds = comparedPolicies(asked, scenario);
  return asked.policies ? kinds : kinds.filter((kind) => kind !== 'NONE' && kind !== 'FLAT');
}

/** Nothing is said of single villages or townships, so their codes need not be known. */
const NO_CODES: KnownCodes = { regions: new Map(), villages: new Map(), parks: new Map() };

/** The policy OPTIMAL. @throws Problems what is wrong with budget, lump and max */
export const optimalPolicy = (terms: PolicyTerms, scenario: Scenario): Extract<GrantPolicy, { kind: 'optimal' }> => ({
  kind: 'optimal',
  rule: optimalRule(terms, scenario),
});

/** Whole multiples of the lump, as many villages reaching as can be. */
function optimalRule({ budget, lump, max, option, eligibleOnly }: PolicyTerms, { options, scope }: Scenario): AllocationRule {
  const checks = new ScenarioChecks();
  const spec = { objective: 'EXPECTED_REACHING', budget, lump, max, options: [option], eligibleOnly } as const;
  const rule = toAllocationRule(spec, { options, scope, known: NO_CODES, checks, place: ['input'] });
  checks.finish();
  return rule;
}

/**
 * What a scenario gives by one of the policies, all else the same. All of them share the whole budget out but FLAT, the amount to
 * everyone whatever that costs, and OWN, which is as it is written.
 * @throws Problem NO_ELIGIBLE_VILLAGE
 */
export function policyOf(kind: PolicyKind, terms: PolicyTerms, { scenario, counties }: Comparable): GrantPolicy | undefined {
  const { budget, amount, option, eligibleOnly } = terms;
  if (kind === 'NONE') return undefined;
  if (kind === 'OWN') return scenario.policy;
  const villages = counties
    .flatMap(({ record }) => record.villages)
    .filter((village) => isInScope(village.code, scenario.scope) && (!eligibleOnly || isEligible(village))).length;
  if (villages === 0) throw new Problem('NO_ELIGIBLE_VILLAGE', {}, ['input', 'eligibleOnly']);
  switch (kind) {
    case 'EQUAL':
      return { kind: 'flat', amount: toYuan(Math.floor(toFen(budget) / villages)), option, eligibleOnly };
    case 'FLAT':
      return { kind: 'flat', amount, option, eligibleOnly };
    case 'NEEDIEST':
      return { kind: 'neediest', budget, amount, option, eligibleOnly };
    case 'OPTIMAL':
      return optimalPolicy(terms, scenario);
    case 'PROPORTIONAL':
      return { kind: 'proportional', budget, option, eligibleOnly };
  }
}
