import type { PolicyKind } from '../allocation/decision/policy-kind.js';
import { comparedPolicies } from '../allocation/decision/policy-terms.js';
import type { Questions } from '../allocation/decision/question.js';
import type { RivalViewKind } from '../allocation/decision/rival-view.js';
import { checkSize } from '../allocation/optimal/solving-allocation.js';
import { standingsOf } from '../allocation/optimal/standing.js';
import { projectedPosition } from '../allocation/projected-position.js';
import { checkTable, type TableSide } from '../allocation/sensitivity/sensitivity-table.js';
import { assumptionNamed, variedAssumptions, withRanges, type AskedRange } from '../allocation/sensitivity/varied-assumptions.js';
import type { AllocationRule } from '../scenario/allocation-rule.js';
import { isInScope, type KnownCodes } from '../scenario/known-regions.js';
import type { Scenario } from '../scenario/scenario.js';
import { ScenarioChecks } from '../scenario/scenario-checks.js';
import type { AllocationSpec } from '../scenario/spec.js';
import { toAllocationRule } from '../scenario/to-allocation-rule.js';
import { checkKnownCount } from './information-values.js';
import { policiesAsked, type PolicyComparisonInput } from './inputs/policy-comparison-input.js';
import type { ReadyScenario } from './scenario-results.js';

/** Where the rule of an allocation stands in what is asked. */
export const RULE_PLACE = ['input'];

/** A scenario ready for a question, with the codes that the question may name. */
export interface ReadyForQuestion extends ReadyScenario {
  readonly known: KnownCodes;
}

interface AskedYear {
  /** Null or left out: the last projected one. */
  readonly year?: number | null;
}

interface AskedNames {
  readonly only?: readonly string[] | null;
  readonly ranges?: readonly AskedRange[] | null;
}

interface AskedPolicies extends AskedYear {
  readonly input: PolicyComparisonInput;
}

/** @throws Problems, Problem what is wrong with the rule */
export function allocationRule(input: AllocationSpec, { scenario, known, villages }: RuleWorld): AllocationRule {
  const checks = new ScenarioChecks();
  const rule = toAllocationRule(input, { ...scenario, known, checks, place: RULE_PLACE });
  checks.finish();
  checkSize(villages, rule, RULE_PLACE);
  return rule;
}

interface RuleWorld {
  readonly scenario: Scenario;
  readonly known: KnownCodes;
  /** Villages in scope. */
  readonly villages: number;
}

/** Each says what is asked, and throws everything wrong with it before any work begins. */
export const questions = {
  allocation(asked: AskedYear & { readonly input: AllocationSpec }, ready: ReadyForQuestion): Questions['allocation'] {
    const { scenario, counties } = ready.base;
    const rule = allocationRule(asked.input, { ...ready, scenario });
    const villages = counties.flatMap(({ record }) => record.villages.filter(({ code }) => isInScope(code, scenario.scope)));
    standingsOf(villages, rule, RULE_PLACE);
    return { rule, year: yearOf(asked, ready) ?? lastYear(ready), place: RULE_PLACE };
  },

  policyComparison(
    asked: AskedPolicies & { readonly baseline?: PolicyKind | null },
    ready: ReadyForQuestion,
  ): Questions['policyComparison'] {
    return { ...policies(asked, ready), baseline: asked.baseline ?? 'NONE' };
  },

  robustness(
    asked: AskedPolicies & { readonly views?: readonly RivalViewKind[] | null },
    ready: ReadyForQuestion,
  ): Questions['robustness'] {
    return { ...policies(asked, ready), views: asked.views ?? undefined };
  },

  sensitivity(asked: AskedYear & AskedNames, ready: ReadyForQuestion): Questions['sensitivity'] {
    return { ...names(asked, ready), year: yearOf(asked, ready) };
  },

  sensitivityTable(
    { rows, columns, ...asked }: AskedYear & { readonly rows: AskedSide; readonly columns: AskedSide },
    ready: ReadyForQuestion,
  ): Questions['sensitivityTable'] {
    const sides = { rows: side(rows), columns: side(columns) };
    checkTable(sides, ready.base);
    return { ...sides, year: yearOf(asked, ready) };
  },

  valueOfInformation(
    { most, ...asked }: AskedPolicies & AskedNames & { readonly most: number },
    ready: ReadyForQuestion,
  ): Questions['valueOfInformation'] {
    checkKnownCount({ only: asked.only ?? null, most });
    return { ...policies(asked, ready), ...names(asked, ready), most };
  },
};

interface AskedSide {
  readonly assumption: string;
  readonly values?: readonly number[] | null;
}

const side = ({ assumption, values }: AskedSide): TableSide => ({ assumption, values: values ?? undefined });

function policies({ input, ...asked }: AskedPolicies, ready: ReadyForQuestion) {
  const terms = policiesAsked(input);
  comparedPolicies(terms, ready.base.scenario);
  return { asked: terms, year: yearOf(asked, ready) };
}

function names({ only, ranges }: AskedNames, { base }: ReadyForQuestion) {
  const all = withRanges(variedAssumptions(base), ranges ?? []);
  only?.forEach((name, index) => assumptionNamed(all, name, ['only', String(index)]));
  return { only: only ?? undefined, ranges: ranges ?? [] };
}

/** @throws Problem YEAR_NOT_PROJECTED */
function yearOf({ year }: AskedYear, { base: { scenario, counties } }: ReadyForQuestion): number | undefined {
  if (year === null || year === undefined) return undefined;
  projectedPosition(year, counties[0]!, scenario);
  return year;
}

const lastYear = ({ base: { scenario, counties } }: ReadyForQuestion): number => counties[0]!.fit.panel.nextYear + scenario.horizon - 1;
