import { percentileOf } from '../../charts/fan-chart.js';
import type { Format } from '../../i18n/format.js';
import type { Voice } from '../../i18n/voice.js';
import { cellName, listOf, numeral, optional, type CellOf } from '../../notebook/fields.js';
import type { Notebook } from '../../notebook/notebook.js';
import type { Requests } from '../../notebook/runs.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { countyOutcome, type Outcome } from '../outcome/operations.js';
import { findScenario, scenarioCells } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';
import { comparison, type Comparison, type ScenarioDifference } from './operations.js';
import type { ComparisonWords } from './words.js';

export const comparisonFields = {
  /** The id of the parameters cell that the others are measured against. */
  baseline: cellName('baseline', 'parameters'),
  /** The ids of the others, in the order shown. */
  scenarios: listOf(cellName('scenario', 'parameters')),
  /** Null: the last projected year. */
  year: optional(numeral),
};

export type ComparisonCell = CellOf<'comparison', typeof comparisonFields>;

/** The comparison, and how uncertain each scenario is by itself: `outcome0` of the baseline, and so on. Empty with one scenario. */
export type ComparisonAnswers = { readonly comparison?: { readonly comparison: Comparison } } & {
  readonly [outcome: `outcome${number}`]: { readonly projection: { readonly outcome: Outcome } };
};

/** The ids compared, the baseline first, each once. */
export const comparedIds = ({ baseline, scenarios }: Pick<ComparisonCell, 'baseline' | 'scenarios'>): readonly string[] => [
  ...new Set([baseline, ...scenarios]),
];

/**
 * Nothing is asked until there are two scenarios. Each goes under its id, so that the answer says whose it is even when
 * the cell has moved on.
 */
export function comparisonRequests(cell: ComparisonCell, { notebook, county }: CellPlace): Requests {
  const ids = comparedIds(cell);
  const asked = ids.map((id) => askedScenario(findScenario(notebook, id)!.scenario, county.code));
  if (asked.length < 2) return {};
  return {
    comparison: comparison(
      asked.map((scenario, index) => ({ ...scenario, name: ids[index]! })),
      cell.year,
    ),
    ...Object.fromEntries(asked.map((scenario, index) => [`outcome${index}`, countyOutcome(scenario, cell.year)])),
  };
}

/** What the server writes a brief from: the same comparison, each scenario under the title of its cell. */
export const comparisonBrief = (cell: ComparisonCell, { notebook, county }: CellPlace, voice: Voice<unknown>) => ({
  scenarios: comparedIds(cell).map((id) => ({
    ...askedScenario(findScenario(notebook, id)!.scenario, county.code),
    name: scenarioName(notebook, id, voice),
  })),
  baseline: 0,
  year: cell.year,
  title: cell.title || undefined,
});

export const comparisonMeta = ({ answers, words, format }: Shown<unknown, ComparisonAnswers | undefined, ComparisonWords>): string =>
  answers?.comparison ? words.sameDraws(format.count(answers.comparison.comparison.trials)) : '';

/** The first scenario as the baseline of all others. */
export function freshComparison({ notebook }: CellPlace) {
  const [baseline = '', ...scenarios] = scenarioCells(notebook).map((cell) => cell.id);
  return { baseline, scenarios, year: null };
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
  { words, format }: Voice<ComparisonWords>,
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
      interval: words.range(format.count(percentileOf(reaching, 5)), format.count(percentileOf(reaching, 95))),
      difference: difference && signed(difference.expectedReaching.mean, format),
      differenceError: difference && errorText(difference.expectedReaching, format),
      better: difference && format.chance(difference.chanceBetter),
      perVillage: costPerExtraVillage === null ? undefined : format.amount(costPerExtraVillage),
      perVillageRange:
        costPerExtraVillageLow === null || costPerExtraVillageHigh === null
          ? undefined
          : words.from(format.amount(costPerExtraVillageLow), format.amount(costPerExtraVillageHigh)),
      best: settled && expectedReaching.mean === most,
    };
  });
}

/** The scenario that most villages reach under, beside the baseline. */
export const leading = (differences: readonly ScenarioDifference[]): ScenarioDifference | undefined =>
  differences.toSorted((a, b) => b.expectedReaching.mean - a.expectedReaching.mean)[0];

/** How the scenario differs from the baseline, in a sentence. */
export function comparisonSentence(
  one: ScenarioDifference,
  name: string,
  baseline: string,
  { words, format }: Voice<ComparisonWords>,
): string {
  const { expectedReaching: difference, chanceBetter, chanceEqual, chanceWorse } = one;
  const { more, fewer, alike, chances } = words;
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

/** How a scenario is called: by the title of its cell. */
export const scenarioName = (notebook: Notebook, id: string, { common }: Voice<unknown>): string =>
  findScenario(notebook, id)?.title || common.cell.untitled;

export function comparisonTables(shown: Shown<ComparisonCell, ComparisonAnswers, ComparisonWords>): readonly DataTable[] {
  const { answers, notebook, words, format } = shown;
  const result = answers.comparison?.comparison;
  if (!result) return [];
  const source = words.sameDraws(format.count(result.trials));
  const nameAt = (index: number) => scenarioName(notebook, result.scenarios[index]?.name ?? '', shown);
  const villages = { format: 'number', unit: words.villageUnit, digits: 1 } as const;
  return [
    {
      name: 'comparison',
      title: words.caption(result.year),
      source,
      columns: [
        { title: words.name, format: 'text' },
        { title: words.money, format: 'money' },
        { title: words.expected, ...villages },
        { title: words.error, ...villages, digits: 2 },
        { title: words.low, ...villages },
        { title: words.high, ...villages },
        { title: words.difference, ...villages },
        { title: words.differenceError, ...villages, digits: 2 },
        { title: words.better, format: 'share', digits: 1 },
        { title: words.costPerVillage, format: 'money' },
        { title: words.costLow, format: 'money' },
        { title: words.costHigh, format: 'money' },
      ],
      rows: result.scenarios.map(({ cost, expectedReaching }, index) => {
        const { outcome } = answers[`outcome${index}`]!.projection;
        const reaching = { mean: outcome.expectedReaching.mean, bands: outcome.reaching };
        const difference = result.differences.find(({ scenario }) => scenario === index);
        return [
          nameAt(index),
          cost,
          expectedReaching.mean,
          halfWidth(expectedReaching),
          percentileOf(reaching, 5),
          percentileOf(reaching, 95),
          difference?.expectedReaching.mean ?? null,
          difference ? halfWidth(difference.expectedReaching) : null,
          difference?.chanceBetter ?? null,
          difference?.costPerExtraVillage ?? null,
          difference?.costPerExtraVillageLow ?? null,
          difference?.costPerExtraVillageHigh ?? null,
        ];
      }),
    },
    ...result.differences.map((difference) => ({
      name: `movers-${difference.scenario}`,
      title: words.moversOf(nameAt(difference.scenario), nameAt(0)),
      source,
      columns: [
        { title: words.village, format: 'text' as const },
        { title: words.township, format: 'text' as const },
        { title: words.before, format: 'share' as const, digits: 1 },
        { title: words.after, format: 'share' as const, digits: 1 },
        { title: words.change, format: 'points' as const, digits: 1 },
        { title: words.error, format: 'points' as const, digits: 2 },
      ],
      rows: difference.movers.map(({ village, before, after, standardError }) => [
        village.name,
        village.township.name,
        before,
        after,
        after - before,
        1.96 * standardError,
      ]),
    })),
  ];
}
