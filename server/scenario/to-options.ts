import { suggestions } from '../base/suggestion.js';
import type { DefaultTerms } from './defaults.js';
import { isInScope, type KnownCodes } from './known-regions.js';
import { AMOUNT, PAYMENT, SCENARIO_RANGES, SHARE } from './ranges.js';
import type { GrantOption, GrantPolicy } from './scenario.js';
import type { Place, ScenarioChecks } from './scenario-checks.js';
import type { OptionSpec, PolicySpec } from './spec.js';
import { toAllocationRule } from './to-allocation-rule.js';

interface OptionWorld {
  readonly known: KnownCodes;
  readonly checks: ScenarioChecks;
  /** Terms that are not written. */
  readonly fallback: DefaultTerms;
}

/** Fills an option's terms in from the defaults. */
export function toOption(spec: OptionSpec, index: number, { known, checks, fallback }: OptionWorld): GrantOption {
  const at = (field: string): Place => ['options', index, field];
  if (spec.code.trim() === '') checks.add('EMPTY_CODE', { field: `options[${index}].code` }, at('code'));
  if (typeof spec.park === 'string') checks.known(spec.park, known.parks, 'UNKNOWN_PARK', at('park'));
  return {
    code: spec.code,
    mode: spec.mode,
    industry: spec.industry ?? null,
    park: spec.park ?? null,
    rate: checks.number(spec.rate, fallback.rate, SHARE, at('rate')),
    sd: checks.number(spec.sd, fallback.sd, SCENARIO_RANGES.sd, at('sd')),
    start: checks.month(spec.start, at('start')),
    delay: checks.number(spec.delay, fallback.delay, SCENARIO_RANGES.delay, at('delay')),
    failure: checks.number(spec.failure, fallback.failure, SHARE, at('failure')),
    insured: checks.number(spec.insured, fallback.insured, SHARE, at('insured')),
    premium: checks.number(spec.premium, fallback.premium, SHARE, at('premium')),
    late: checks.number(spec.late, fallback.late, SHARE, at('late')),
  };
}

const KINDS = ['flat', 'list', 'neediest', 'proportional', 'optimal'] as const;

interface PolicyWorld {
  readonly options: readonly { readonly code: string }[];
  readonly scope: readonly string[];
  readonly known: KnownCodes;
  readonly checks: ScenarioChecks;
}

/** Reads the one policy that is written; undefined where none is, or where it is not understood (the problem is noted). */
export function toPolicy(spec: PolicySpec | null | undefined, world: PolicyWorld): GrantPolicy | undefined {
  if (spec === null || spec === undefined) return undefined;
  const { checks } = world;
  const named = KINDS.filter((kind) => spec[kind] !== null && spec[kind] !== undefined);
  if (named.length !== 1) {
    checks.add('ONE_POLICY', { value: named.join(', ') }, ['policy']);
    return undefined;
  }
  const { flat, list, neediest, proportional, optimal } = spec;
  if (flat) {
    checkOption(flat.option, ['policy', 'flat', 'option'], world);
    const amount = checks.number(flat.amount, 0, AMOUNT, ['policy', 'flat', 'amount']);
    return { kind: 'flat', amount, option: flat.option, eligibleOnly: flat.eligibleOnly ?? true };
  }
  if (neediest) {
    checkOption(neediest.option, ['policy', 'neediest', 'option'], world);
    const budget = checks.number(neediest.budget, 0, AMOUNT, ['policy', 'neediest', 'budget']);
    const amount = checks.number(neediest.amount, 0, PAYMENT, ['policy', 'neediest', 'amount']);
    return { kind: 'neediest', budget, amount, option: neediest.option, eligibleOnly: neediest.eligibleOnly ?? true };
  }
  if (proportional) {
    checkOption(proportional.option, ['policy', 'proportional', 'option'], world);
    const budget = checks.number(proportional.budget, 0, AMOUNT, ['policy', 'proportional', 'budget']);
    return { kind: 'proportional', budget, option: proportional.option, eligibleOnly: proportional.eligibleOnly ?? true };
  }
  if (optimal) return { kind: 'optimal', rule: toAllocationRule(optimal, { ...world, place: ['policy', 'optimal'] }) };
  return toList(list!, world);
}

function toList(list: NonNullable<PolicySpec['list']>, world: PolicyWorld): GrantPolicy {
  const { checks } = world;
  checks.unique(
    list,
    ({ village, option }) => `${village} ${option}`,
    (index) => ['policy', 'list', index],
  );
  const grants = list.map(({ village, amount, option }, index) => {
    const at = (field: string): Place => ['policy', 'list', index, field];
    checkVillage(village, at('village'), world);
    checkOption(option, at('option'), world);
    return { village, amount: checks.number(amount, 0, AMOUNT, at('amount')), option };
  });
  return { kind: 'list', grants };
}

/** A village must be loaded and lie in the scenario's scope. */
function checkVillage(village: string, place: Place, { checks, known, scope }: PolicyWorld): void {
  if (checks.known(village, known.villages, 'UNKNOWN_VILLAGE', place) && !isInScope(village, scope)) {
    checks.add('VILLAGE_NOT_IN_SCOPE', { value: `${known.villages.get(village)} (${village})` }, place);
  }
}

function checkOption(code: string, place: Place, { options, checks }: PolicyWorld): void {
  const codes = options.map((option) => option.code);
  if (!codes.includes(code)) checks.add('UNKNOWN_OPTION', { value: code, suggestions: suggestions(code, codes) }, place);
}
