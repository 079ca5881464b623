import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { heatTable } from '../../charts/heat-table.js';
import type { Voice } from '../../i18n/voice.js';
import type { CellOf } from '../../notebook/fields.js';
import type { Requests } from '../../notebook/runs.js';
import type { DataTable } from '../../tables/data-table.js';
import type { CellPlace, Shown } from '../cell-place.js';
import { errorText } from '../comparison/comparison.js';
import { findScenario } from '../parameters/parameters.js';
import { policiesAsked, type budgetedFields } from '../policies-asked.js';
import { policyComparison, type ComparedPolicy, type PolicyComparison, type TownshipShare } from './operations.js';
import type { PoliciesWords } from './words.js';

export type PoliciesCell = CellOf<'policies', typeof budgetedFields>;

/** Empty where the scenario offers nothing to spend money on. */
export interface PoliciesAnswers {
  readonly policies?: { readonly policyComparison: PolicyComparison };
}

type ShownPolicies = Shown<PoliciesCell, PoliciesAnswers, PoliciesWords>;

export function policiesRequests(cell: PoliciesCell, { notebook, county }: CellPlace): Requests {
  const asked = policiesAsked(findScenario(notebook, cell.scenario)!.scenario, county.code, cell.budget);
  return asked ? { policies: policyComparison(asked, cell.year) } : {};
}

/** The one within the budget that most villages are expected to reach under, on fresh draws. */
export const bestOf = ({ policies }: PolicyComparison): ComparedPolicy =>
  policies
    .filter(({ withinBudget }) => withinBudget)
    .reduce((best, one) => (one.freshReaching.mean > best.freshReaching.mean ? one : best));

/** What the best policy brings, what a village more costs under it, and who stays weakest. */
export function policiesSentence(result: PolicyComparison, { words, format }: Voice<PoliciesWords>): string {
  const { label, freshReaching, difference, lowest } = bestOf(result);
  const { costPerExtraVillage: cost, freshReaching: more } = difference;
  return [
    words.best(format.money(result.budget), label, format.count(freshReaching.mean, 1), errorText(freshReaching, format)),
    cost === null ? words.noneMore : words.more(format.count(more.mean, 1), errorText(more, format), format.money(cost)),
    words.lowest(lowest.village.name, format.chance(lowest.chance.mean)),
  ].join('');
}

/** A policy as a line of text. */
export interface PolicyLine {
  readonly kind: string;
  readonly label: string;
  readonly beyond: boolean;
  readonly cost: string;
  readonly funded: string;
  readonly reaching: string;
  readonly reachingError: string;
  readonly more: string;
  readonly moreError: string;
  readonly perVillage: string;
  readonly perVillageRange: string;
  readonly all: string;
  readonly lowest: string;
  readonly lowestVillage: string;
  readonly gini: string;
}

export const policyLines = (result: PolicyComparison, { words, format }: Voice<PoliciesWords>): PolicyLine[] =>
  result.policies.map(({ kind, label, cost, withinBudget, funded, freshReaching, chanceAll, lowest, giniOfChances, difference }) => {
    const { costPerExtraVillage: each, costPerExtraVillageLow: low, costPerExtraVillageHigh: high } = difference;
    const isBaseline = kind === result.baseline;
    return {
      kind,
      label,
      beyond: !withinBudget,
      cost: format.amount(cost),
      funded: format.count(funded),
      reaching: format.count(freshReaching.mean, 1),
      reachingError: errorText(freshReaching, format),
      more: isBaseline ? '—' : `${difference.freshReaching.mean > 0 ? '+' : ''}${format.count(difference.freshReaching.mean, 1)}`,
      moreError: isBaseline ? '' : errorText(difference.freshReaching, format),
      perVillage: each === null ? '—' : format.amount(each),
      perVillageRange: low === null || high === null ? '' : words.range(format.amount(low), format.amount(high)),
      all: format.chance(chanceAll.mean),
      lowest: format.chance(lowest.chance.mean),
      lowestVillage: lowest.village.name,
      gini: format.count(giniOfChances.mean, 2),
    };
  });

const shareOf = ({ expectedReaching, villageCount }: TownshipShare): number => (100 * expectedReaching.mean) / villageCount;

/** How large a part of each township reaches, policy by policy; undefined where there is nothing to show. */
export function townshipChart({ answers, words, format }: ShownPolicies): ChartProps['HeatTable'] | undefined {
  const result = answers.policies?.policyComparison;
  if (!result) return undefined;
  const { policies } = result;
  const townships = policies[0]!.townships;
  const baseline = policies.find(({ kind }) => kind === result.baseline)!;
  const villages = townships.reduce((sum, { villageCount }) => sum + villageCount, 0);
  const reaching = baseline.townships.reduce((sum, { expectedReaching }) => sum + expectedReaching.mean, 0);
  return {
    title: words.chart(result.year),
    source: words.source(format.count(result.trials)),
    unit: '%',
    rows: { name: words.township, settings: townships.map(({ township, villageCount }) => words.townshipOf(township.name, villageCount)) },
    columns: { name: words.policy, settings: policies.map(({ label }) => label) },
    values: townships.map((_, row) => policies.map((policy) => shareOf(policy.townships[row]!))),
    standardErrors: townships.map((_, row) =>
      policies.map((policy) => {
        const { expectedReaching, villageCount } = policy.townships[row]!;
        return (100 * expectedReaching.standardError) / villageCount;
      }),
    ),
    middle: (100 * reaching) / villages,
    digits: 0,
    note: words.note(baseline.label),
  };
}

export function policiesCharts(shown: ShownPolicies): readonly ChartPicture[] {
  const props = townshipChart(shown);
  return props ? [{ chart: 'HeatTable', props }] : [];
}

export function policiesTables(shown: ShownPolicies): readonly DataTable[] {
  const { answers, words, format } = shown;
  const result = answers.policies?.policyComparison;
  const chart = townshipChart(shown);
  if (!result || !chart) return [];
  const source = words.source(format.count(result.trials));
  const villages = { format: 'number', digits: 1, unit: words.unit } as const;
  const error = { title: words.error, format: 'number', digits: 2, unit: words.unit } as const;
  return [
    {
      name: 'policies',
      title: words.table(result.year, format.money(result.budget)),
      source,
      columns: [
        { title: words.policy, format: 'text' },
        { title: words.cost, format: 'money' },
        { title: words.withinBudget, format: 'text' },
        { title: words.funded, format: 'number', digits: 0 },
        { title: words.reaching, ...villages, strong: true },
        error,
        { title: words.moreThan, ...villages, signed: true },
        error,
        { title: words.perVillage, format: 'money' },
        { title: words.perVillageLow, format: 'money' },
        { title: words.perVillageHigh, format: 'money' },
        { title: words.all, format: 'chance', digits: 1 },
        { title: words.lowestChance, format: 'chance', digits: 1 },
        { title: words.lowestVillage, format: 'text' },
        { title: words.gini, format: 'number', digits: 3 },
        { title: words.gaining, format: 'number', digits: 0 },
        { title: words.losing, format: 'number', digits: 0 },
      ],
      rows: result.policies.map((policy) => [
        policy.label,
        policy.cost,
        policy.withinBudget ? words.within : words.beyond,
        policy.funded,
        policy.freshReaching.mean,
        1.96 * policy.freshReaching.standardError,
        policy.difference.freshReaching.mean,
        1.96 * policy.difference.freshReaching.standardError,
        policy.difference.costPerExtraVillage,
        policy.difference.costPerExtraVillageLow,
        policy.difference.costPerExtraVillageHigh,
        policy.chanceAll.mean,
        policy.lowest.chance.mean,
        policy.lowest.village.name,
        policy.giniOfChances.mean,
        policy.difference.gainingCount,
        policy.difference.losingCount,
      ]),
    },
    heatTable(chart, format),
    {
      name: 'townships',
      title: words.townships,
      source,
      columns: [
        { title: words.policy, format: 'text' },
        { title: words.township, format: 'text' },
        { title: words.villages, format: 'number', digits: 0 },
        { title: words.funded, format: 'number', digits: 0 },
        { title: words.cost, format: 'money' },
        { title: words.reaching, ...villages },
        error,
      ],
      rows: result.policies.flatMap(({ label, townships }) =>
        townships.map(({ township, villageCount, funded, cost, expectedReaching }) => [
          label,
          township.name,
          villageCount,
          funded,
          cost,
          expectedReaching.mean,
          1.96 * expectedReaching.standardError,
        ]),
      ),
    },
  ];
}
