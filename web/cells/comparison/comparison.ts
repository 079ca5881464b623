import { comparison, countyOutcome, type Comparison, type Outcome, type ScenarioDifference } from '../../api/operations.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Format } from '../../i18n/format.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import { findScenario, scenarioCells, type ComparisonCell, type Notebook } from '../../notebook/notebook.js';
import type { Requests } from '../../notebook/runs.js';
import { askedScenario } from '../scenario-request.js';

/** The comparison, and how uncertain each scenario is by itself: `outcome0` of the baseline, and so on. Empty with one scenario. */
export type ComparisonAnswers = { readonly comparison?: { readonly comparison: Comparison } } & {
  readonly [outcome: `outcome${number}`]: { readonly projection: { readonly outcome: Outcome } };
};

/** The ids compared, the baseline first, each once. */
export const comparedIds = ({ baseline, scenarios }: ComparisonCell): readonly string[] => [...new Set([baseline, ...scenarios])];

/**
 * Nothing is asked until there are two scenarios. Each goes under its id, so that the answer says whose it is even when
 * the cell has moved on.
 */
export function comparisonRequests(cell: ComparisonCell, notebook: Notebook, county: string): Requests {
  const ids = comparedIds(cell);
  const asked = ids.map((id) => askedScenario(findScenario(notebook, id)!.scenario, county));
  if (asked.length < 2) return {};
  return {
    comparison: comparison(
      asked.map((scenario, index) => ({ ...scenario, name: ids[index]! })),
      cell.year,
    ),
    ...Object.fromEntries(asked.map((scenario, index) => [`outcome${index}`, countyOutcome(scenario, cell.year)])),
  };
}

export const comparisonMeta = (answers: ComparisonAnswers | undefined, words: Catalogue, format: Format): string =>
  answers?.comparison ? words.comparison.sameDraws(format.count(answers.comparison.comparison.trials)) : '';

/** The first scenario as the baseline of all others. */
export function freshComparison(id: string, notebook: Notebook, words: Catalogue): ComparisonCell {
  const [baseline = '', ...scenarios] = scenarioCells(notebook).map((cell) => cell.id);
  return { id, kind: 'comparison', folded: false, title: words.comparison.fresh, baseline, scenarios, year: null };
}

/** Adds a scenario to those compared, or takes it out; they stay in the order of the notebook. */
export function withScenario(cell: ComparisonCell, notebook: Notebook, id: string, compared: boolean): ComparisonCell {
  const wanted = new Set(cell.scenarios);
  if (compared) wanted.add(id);
  else wanted.delete(id);
  const present = scenarioCells(notebook).map((one) => one.id);
  const gone = [...wanted].filter((one) => !present.includes(one));
  return { ...cell, scenarios: [...present.filter((one) => wanted.has(one) && one !== cell.baseline), ...gone] };
}

/** Measures against another baseline; the one before is compared like the others. */
export function withBaseline(cell: ComparisonCell, notebook: Notebook, baseline: string): ComparisonCell {
  const before = findScenario(notebook, cell.baseline) ? [cell.baseline] : [];
  const moved = { ...cell, baseline, scenarios: [...cell.scenarios, ...before].filter((id) => id !== baseline) };
  return withScenario(moved, notebook, baseline, false);
}

/** A line of the table, as shown; undefined: does not apply to the baseline, or cannot be said. */
export interface ComparisonLine {
  readonly id: string;
  readonly name: string;
  readonly cost: string;
  readonly expected: string;
  readonly expectedError: string;
  readonly interval: string;
  readonly difference: string | undefined;
  readonly differenceError: string | undefined;
  readonly better: string | undefined;
  readonly perVillage: string | undefined;
  readonly perVillageRange: string | undefined;
  /** The one that most villages reach under, where the order is settled. */
  readonly best: boolean;
}

/** Half the width of the 95% interval of a Monte Carlo error. */
const halfWidth = ({ low, high }: { readonly low: number; readonly high: number }) => (high - low) / 2;

/** A Monte Carlo error in villages, never rounded to none. */
export const errorText = (estimate: { readonly low: number; readonly high: number }, format: Format): string => {
  const half = halfWidth(estimate);
  return half < 0.05 ? '<0.1' : `±${format.count(half, 1)}`;
};

const signed = (value: number, format: Format) => `${value >= 0.05 ? '+' : ''}${format.count(Math.abs(value) < 0.05 ? 0 : value, 1)}`;

export function comparisonLines(
  answers: ComparisonAnswers,
  nameOf: (id: string) => string,
  words: Catalogue,
  format: Format,
): ComparisonLine[] {
  const { scenarios, differences, settled } = answers.comparison!.comparison;
  const most = Math.max(...scenarios.map(({ expectedReaching }) => expectedReaching.mean));
  return scenarios.map(({ name: id, cost, expectedReaching }, index) => {
    const difference = differences.find(({ scenario }) => scenario === index);
    const outcome = answers[`outcome${index}`]!.projection.outcome;
    const reaching = { mean: outcome.expectedReaching.mean, bands: outcome.reaching };
    const { costPerExtraVillage = null, costPerExtraVillageLow = null, costPerExtraVillageHigh = null } = difference ?? {};
    return {
      id,
      name: nameOf(id),
      cost: format.amount(cost),
      expected: format.count(expectedReaching.mean, 1),
      expectedError: errorText(expectedReaching, format),
      interval: words.comparison.range(format.count(percentileOf(reaching, 5)), format.count(percentileOf(reaching, 95))),
      difference: difference && signed(difference.expectedReaching.mean, format),
      differenceError: difference && errorText(difference.expectedReaching, format),
      better: difference && format.chance(difference.chanceBetter),
      perVillage: costPerExtraVillage === null ? undefined : format.amount(costPerExtraVillage),
      perVillageRange:
        costPerExtraVillageLow === null || costPerExtraVillageHigh === null
          ? undefined
          : words.comparison.from(format.amount(costPerExtraVillageLow), format.amount(costPerExtraVillageHigh)),
      best: settled && expectedReaching.mean === most,
    };
  });
}

/** The scenario that most villages reach under, beside the baseline. */
export const leading = (differences: readonly ScenarioDifference[]): ScenarioDifference | undefined =>
  differences.toSorted((a, b) => b.expectedReaching.mean - a.expectedReaching.mean)[0];

/** How the scenario differs from the baseline, in a sentence. */
export function comparisonSentence(one: ScenarioDifference, name: string, baseline: string, words: Catalogue, format: Format): string {
  const { expectedReaching: difference, chanceBetter, chanceEqual, chanceWorse } = one;
  const { more, fewer, alike, chances } = words.comparison;
  const amount = format.count(Math.abs(difference.mean), 1);
  const error = errorText(difference, format);
  const undecided = (difference.low <= 0 && difference.high >= 0) || Math.abs(difference.mean) < 0.05;
  const said = undecided
    ? alike(name, baseline, error)
    : difference.mean > 0
      ? more(name, baseline, amount, error)
      : fewer(name, baseline, amount, error);
  return said + chances(format.chance(chanceBetter), format.chance(chanceEqual), format.chance(chanceWorse));
}

/** A change of a chance in percentage points with its sign. */
export const changeText = (change: number, format: Format): string => `${change > 0 ? '+' : ''}${format.count(change * 100, 0)}`;
