import type { Provenance } from '../../api/operations.js';
import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { distributionTable, filled, type DistributionSeries } from '../../charts/distribution.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Voice } from '../../i18n/voice.js';
import { cellName, optional, type CellOf } from '../../notebook/fields.js';
import type { Notebook } from '../../notebook/notebook.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { followedFields } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario, withoutGrants } from '../scenario-request.js';
import { countyOutcome, type Outcome } from './operations.js';
import type { OutcomeWords } from './words.js';

export const outcomeFields = {
  ...followedFields,
  /** The id of a parameters cell to compare with; null: the same scenario without its grants, where it has any. */
  baseline: optional(cellName('baseline', 'parameters')),
};

export type OutcomeCell = CellOf<'outcome', typeof outcomeFields>;

export type OutcomeAnswer = { readonly projection: Provenance & { readonly outcome: Outcome } };
export interface OutcomeAnswers {
  readonly scenario: OutcomeAnswer;
  readonly baseline?: OutcomeAnswer;
}

type ShownOutcome = Shown<OutcomeCell, OutcomeAnswers, OutcomeWords>;

/** The scenario's outcome, and the one it is compared with: another scenario, or the same without its grants. */
export function outcomeRequests(cell: OutcomeCell, { notebook, county }: CellPlace) {
  const scenario = askedScenario(findScenario(notebook, cell.scenario)!.scenario, county.code);
  const other = cell.baseline === null ? undefined : findScenario(notebook, cell.baseline);
  const baseline = other ? askedScenario(other.scenario, county.code) : withoutGrants(scenario);
  return {
    scenario: countyOutcome(scenario, cell.year),
    ...(baseline ? { baseline: countyOutcome(baseline, cell.year) } : {}),
  };
}

/** What the outcome is compared with, in words; undefined where it stands alone. */
export function baselineName(cell: OutcomeCell, notebook: Notebook, { words, common }: Voice<OutcomeWords>): string | undefined {
  if (cell.baseline !== null) return findScenario(notebook, cell.baseline)?.title || common.cell.untitled;
  return findScenario(notebook, cell.scenario)?.scenario.policy ? words.without : undefined;
}

/** Half the width of the 95% interval of the Monte Carlo error of the expected number reaching. */
export const errorOf = ({ expectedReaching }: Outcome): number => (expectedReaching.high - expectedReaching.low) / 2;

export const outcomeMeta = ({ answers, words, common, format }: Shown<OutcomeCell, OutcomeAnswers | undefined, OutcomeWords>): string =>
  answers ? common.cell.error(`±${format.count(errorOf(answers.scenario.projection.outcome), 1)} ${words.villageUnit}`) : '';

/** An outcome as a curve: how probable each number of villages is. */
export function seriesOf(outcome: Outcome, name: string, tone: DistributionSeries['tone']): DistributionSeries {
  const reaching = { mean: outcome.expectedReaching.mean, bands: outcome.reaching };
  return {
    name,
    tone,
    points: filled(outcome.reachingDistribution, outcome.villageCount),
    mean: outcome.expectedReaching.mean,
    low: percentileOf(reaching, 5),
    high: percentileOf(reaching, 95),
  };
}

/** The scenario's curve, behind it the one compared with. */
export function outcomeChart(shown: ShownOutcome): ChartProps['Distribution'] {
  const { cell, answers, notebook, words, common, format } = shown;
  const { outcome, trials } = answers.scenario.projection;
  const name = findScenario(notebook, cell.scenario)?.title || common.cell.untitled;
  const main = seriesOf(outcome, name, 'accent');
  const other =
    answers.baseline && seriesOf(answers.baseline.projection.outcome, baselineName(cell, notebook, shown) ?? words.without, 'base');
  return {
    title: words.chart,
    source: words.source(format.count(trials)),
    series: other ? [other, main] : [main],
    most: outcome.villageCount,
  };
}

export const outcomeCharts = (shown: ShownOutcome): readonly ChartPicture[] => [{ chart: 'Distribution', props: outcomeChart(shown) }];

/** What is asked of the county as a whole, each with its chance. */
export const countyChances = (outcome: Outcome, { words, format }: Voice<OutcomeWords>) => [
  { chance: outcome.chanceAll, label: words.chanceAll },
  { chance: outcome.industryShareChance, label: words.industryShare },
  { chance: outcome.keyIndustryShareChance, label: words.keyIndustryShare },
  { chance: outcome.keyIndustryFloorChance, label: format.moneyUnit === 'wan' ? words.keyIndustryFloor : words.keyIndustryFloorYuan },
];

export function outcomeTables(shown: ShownOutcome): readonly DataTable[] {
  const { words, answers } = shown;
  const chart = outcomeChart(shown);
  return [
    {
      name: 'chances',
      title: words.chances,
      source: chart.source,
      columns: [
        { title: words.question, format: 'text' },
        { title: words.chance, format: 'chance', digits: 1, strong: true },
        { title: words.error, format: 'points', digits: 2 },
      ],
      rows: countyChances(answers.scenario.projection.outcome, shown).map(({ label, chance }) => [
        label,
        chance.mean,
        (chance.high - chance.low) / 2,
      ]),
    },
    distributionTable(chart, shown.format),
  ];
}

/** How many villages more or fewer than the other, in a sentence. */
export function differenceSentence(outcome: Outcome, baseline: Outcome, name: string, { words, format }: Voice<OutcomeWords>): string {
  const difference = outcome.expectedReaching.mean - baseline.expectedReaching.mean;
  const amount = format.count(Math.abs(difference), 1);
  const { more, fewer, same, difference: sentence } = words;
  if (Math.abs(difference) < 0.05) return same(name);
  return sentence(name, difference > 0 ? more(amount) : fewer(amount));
}
