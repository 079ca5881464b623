import type { Mode } from '../../../server/base/vocabulary.js';
import type { DefaultTerms } from '../../../server/scenario/defaults.js';
import type { OptionSpec, PolicySpec, ScenarioSpec } from '../../../server/scenario/spec.js';

export const POLICY_KINDS = ['none', 'flat', 'neediest', 'proportional', 'list', 'optimal'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** Kinds that the form shows as they were written: a list, or the best allocation by a rule. */
export const isWritten = (kind: PolicyKind): kind is 'list' | 'optimal' => kind === 'list' || kind === 'optimal';

/** A policy as the form shows it; what a kind does not have keeps its last or usual value. */
export interface PolicyForm {
  readonly kind: PolicyKind;
  /** Yuan for each village. */
  readonly amount: number;
  /** Yuan in all. */
  readonly budget: number;
  readonly option: string;
  readonly eligibleOnly: boolean;
}

/** 50万元 for each eligible village: the article's grant (F). */
const USUAL_AMOUNT = 500_000;
const USUAL_BUDGET = 10_000_000;

export function policyForm(scenario: ScenarioSpec): PolicyForm {
  const { flat, neediest, proportional, list, optimal } = scenario.policy ?? {};
  const kind = flat ? 'flat' : neediest ? 'neediest' : proportional ? 'proportional' : list ? 'list' : optimal ? 'optimal' : 'none';
  const one = flat ?? neediest ?? proportional;
  return {
    kind,
    amount: flat?.amount ?? neediest?.amount ?? USUAL_AMOUNT,
    budget: neediest?.budget ?? proportional?.budget ?? optimal?.budget ?? USUAL_BUDGET,
    option: one?.option ?? optimal?.options[0] ?? scenario.options?.[0]?.code ?? '',
    eligibleOnly: one?.eligibleOnly ?? true,
  };
}

/** Writes the form's policy into a scenario; a list and a rule stay as they were written. */
export function withPolicy(scenario: ScenarioSpec, form: PolicyForm): ScenarioSpec {
  const { policy: before, ...rest } = scenario;
  const { amount, budget, option, eligibleOnly } = form;
  const only = eligibleOnly ? {} : { eligibleOnly };
  const policies: Record<PolicyKind, PolicySpec | undefined> = {
    none: undefined,
    flat: { flat: { amount, option, ...only } },
    neediest: { neediest: { budget, amount, option, ...only } },
    proportional: { proportional: { budget, option, ...only } },
    list: before?.list ? { list: before.list } : undefined,
    optimal: before?.optimal ? { optimal: before.optimal } : undefined,
  };
  const policy = policies[form.kind];
  return policy ? { ...rest, policy } : rest;
}

/** The terms of an option, with the usual ones where it says nothing. */
export const termsOf = (option: OptionSpec, usual: DefaultTerms): DefaultTerms => ({
  rate: option.rate ?? usual.rate,
  sd: option.sd ?? usual.sd,
  delay: option.delay ?? usual.delay,
  failure: option.failure ?? usual.failure,
  insured: option.insured ?? usual.insured,
  premium: option.premium ?? usual.premium,
  late: option.late ?? usual.late,
});

/** A new option with a name that no other has. */
export function addOption(scenario: ScenarioSpec, wished: string, mode: Mode = 'INDUSTRY'): ScenarioSpec {
  const options = scenario.options ?? [];
  let code = wished;
  for (let number = 2; options.some((option) => option.code === code); number++) code = `${wished} ${number}`;
  return { ...scenario, options: [...options, { code, mode }] };
}

/** Changes an option; a policy that spends on it follows its new name. */
export function replaceOption(scenario: ScenarioSpec, code: string, option: OptionSpec): ScenarioSpec {
  const changed = { ...scenario, options: (scenario.options ?? []).map((other) => (other.code === code ? option : other)) };
  if (scenario.policy?.list) {
    const list = scenario.policy.list.map((grant) => (grant.option === code ? { ...grant, option: option.code } : grant));
    return { ...changed, policy: { list } };
  }
  if (scenario.policy?.optimal) {
    const { options, groups, ...rule } = scenario.policy.optimal;
    const renamed = (name: string) => (name === code ? option.code : name);
    const bounds = groups?.map((group) => (group.option ? { ...group, option: renamed(group.option) } : group));
    return { ...changed, policy: { optimal: { ...rule, options: options.map(renamed), ...(bounds ? { groups: bounds } : {}) } } };
  }
  const form = policyForm(scenario);
  return scenario.policy && form.option === code ? withPolicy(changed, { ...form, option: option.code }) : changed;
}

export const removeOption = (scenario: ScenarioSpec, code: string): ScenarioSpec => ({
  ...scenario,
  options: (scenario.options ?? []).filter((option) => option.code !== code),
});

/** Whether a policy spends on an option that is not there. */
export function lacksOption(scenario: ScenarioSpec): boolean {
  const { kind, option } = policyForm(scenario);
  return kind !== 'none' && !isWritten(kind) && !(scenario.options ?? []).some(({ code }) => code === option);
}
