import type { Comparable } from '../allocation/comparison-checks.js';
import { countsOfPolicies } from '../allocation/decision/policy-comparison.js';
import { POLICY_KINDS } from '../allocation/decision/policy-kind.js';
import type { PoliciesAsked } from '../allocation/decision/policy-terms.js';
import type { QuestionKind, Questions } from '../allocation/decision/question.js';
import { RIVAL_VIEW_KINDS } from '../allocation/decision/rival-view.js';
import { countsOfRobustness } from '../allocation/decision/robustness.js';
import { countsOfInformation } from '../allocation/decision/value-of-information.js';
import { MOST_TABLE_VALUES, USUAL_TABLE_VALUES, type TableSide } from '../allocation/sensitivity/sensitivity-table.js';
import { countsOfSensitivity } from '../allocation/sensitivity/sensitivity.js';
import { variedAssumptions } from '../allocation/sensitivity/varied-assumptions.js';
import { Problem } from '../base/errors/problem.js';
import type { ReadyScenario } from './scenario-results.js';

/** Projections × villages × years × trials of one request: about half a minute of one core. */
const MOST_COUNTED = 2_000_000_000;
/** The same of a job: some minutes. */
export const MOST_COUNTED_BY_JOB = 20_000_000_000;

/** How often each question projects a scenario at most. */
const COUNTS: { readonly [Kind in QuestionKind]: (asked: Questions[Kind], base: Comparable) => number } = {
  allocation: () => 0,
  policyComparison: ({ asked }) => countsOfPolicies(plansOf(asked)),
  robustness: ({ asked, views = RIVAL_VIEW_KINDS }) => countsOfRobustness(plansOf(asked), views.length),
  sensitivity: ({ only }, base) => countsOfSensitivity(only?.length ?? variedAssumptions(base).length),
  sensitivityTable: ({ rows, columns }) => 1 + valuesOf(rows) * valuesOf(columns),
  valueOfInformation: ({ asked, only, most }, base) =>
    countsOfInformation(plansOf(asked), { named: only?.length, most, all: variedAssumptions(base).length }),
};

const plansOf = ({ policies = POLICY_KINDS }: PoliciesAsked): number => policies.length;
const valuesOf = ({ values }: TableSide): number => Math.min(values?.length ?? USUAL_TABLE_VALUES, MOST_TABLE_VALUES);

/**
 * Refuses more projections of a scenario than one request, or one job, may take.
 * @throws Problem SENSITIVITY_TOO_LARGE
 */
export function checkCounts<Kind extends QuestionKind>(
  kind: Kind,
  asked: Questions[Kind],
  { base, villages }: ReadyScenario,
  most = MOST_COUNTED,
): void {
  const { horizon, trials } = base.scenario;
  const counts = COUNTS[kind](asked, base);
  if (counts * villages * horizon * trials > most) {
    throw new Problem('SENSITIVITY_TOO_LARGE', { counts, villages, years: horizon, trials, most }, ['scenario', 'trials']);
  }
}
