import { group } from 'd3-array';
import type { Provenance } from '../../api/operations.js';
import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import type { DotRow, Mark } from '../../charts/dot-field.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Voice } from '../../i18n/voice.js';
import type { CellOf } from '../../notebook/fields.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import type { followedFields } from '../followed-scenario.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';
import { villageChances, type VillageChance } from './operations.js';
import type { VillagesWords } from './words.js';

export type VillagesCell = CellOf<'villages', typeof followedFields>;

export interface VillagesAnswers {
  readonly field: { readonly projection: Provenance & { readonly villages: { readonly nodes: readonly VillageChance[] } } };
}

type ShownVillages = Shown<VillagesCell, VillagesAnswers, VillagesWords>;

export const villagesRequests = (cell: VillagesCell, { notebook, county }: CellPlace) => ({
  field: villageChances(askedScenario(findScenario(notebook, cell.scenario)!.scenario, county.code), cell.year),
});

/** From here on a village is as good as sure; below the other bound it is unlikely. */
const SURE = 0.8;
const UNLIKELY = 0.2;

/** The word for a village's prospects; one that nothing pays has no prospects to speak of, and says so. */
export function markOf({ chance, income }: Pick<VillageChance, 'chance' | 'income'>): Mark {
  if (income.mean === 0) return 'nothing';
  return chance >= SURE ? 'sure' : chance < UNLIKELY ? 'unlikely' : 'open';
}

/** 95% interval of the Monte Carlo error of a chance, half its width. */
export const chanceError = ({ standardError }: Pick<VillageChance, 'standardError'>): number => 1.96 * standardError;

/** How many villages there are of each mark. */
export function tally(villages: readonly VillageChance[]): Readonly<Record<Mark, number>> {
  const counts: Record<Mark, number> = { sure: 0, open: 0, unlikely: 0, nothing: 0 };
  for (const village of villages) counts[markOf(village)] += 1;
  return counts;
}

/** What is read out at a village's dot. */
export function villageText(one: VillageChance, { words, format }: Voice<VillagesWords>): string {
  const { name, township } = one.village;
  const text = words.point(name, township.name, format.chance(one.chance), format.error(chanceError(one)), words.marks[markOf(one)]);
  return one.grant > 0 ? text + words.pointGrant(format.money(one.grant)) : text;
}

/** The townships in order of their codes, each with its villages as dots and how many of them are expected to reach. */
export function fieldRows(villages: readonly VillageChance[], voice: Voice<VillagesWords>): DotRow[] {
  const byTownship = group(
    villages.toSorted((a, b) => (a.village.township.code < b.village.township.code ? -1 : 1)),
    ({ village }) => village.township.code,
  );
  return [...byTownship].map(([code, members]) => ({
    key: code,
    name: members[0]!.village.township.name,
    tally: `${voice.format.count(members.reduce((sum, { chance }) => sum + chance, 0))}/${members.length}`,
    dots: members.map((one) => ({
      key: one.village.code,
      name: one.village.name,
      value: one.chance,
      mark: markOf(one),
      ringed: one.grant > 0,
      text: villageText(one, voice),
    })),
  }));
}

/** The villages meant by a search: by name, township or the beginning of the code; null where nothing is asked. */
export function foundVillages(villages: readonly VillageChance[], search: string): ReadonlySet<string> | null {
  const wanted = search.normalize('NFKC').replace(/\s/g, '');
  if (wanted === '') return null;
  const matches = villages.filter(
    ({ village }) => village.name.includes(wanted) || village.township.name.includes(wanted) || village.code.startsWith(wanted),
  );
  return new Set(matches.map(({ village }) => village.code));
}

const medianIncome = (one: VillageChance): number => percentileOf(one.income, 50);

/** The villages from the surest to the least sure. */
export const bySureness = (villages: readonly VillageChance[]): VillageChance[] =>
  villages.toSorted((a, b) => b.chance - a.chance || (a.village.code < b.village.code ? -1 : 1));

export function villagesChart(shown: ShownVillages): ChartProps['DotField'] {
  const { words, format, answers } = shown;
  const { villages, trials } = answers.field.projection;
  const error = Math.max(0, ...villages.nodes.map(chanceError));
  return {
    title: words.chart,
    unit: '%',
    source: words.source(format.count(trials), format.error(error)),
    rows: fieldRows(villages.nodes, shown),
  };
}

export const villagesCharts = (shown: ShownVillages): readonly ChartPicture[] => [{ chart: 'DotField', props: villagesChart(shown) }];

/** The villages in the order given, by default from the surest to the least sure. */
export function villagesTable(shown: ShownVillages, listed = bySureness(shown.answers.field.projection.villages.nodes)): DataTable {
  const { words } = shown;
  const { title, source } = villagesChart(shown);
  return {
    name: 'villages',
    title,
    source,
    columns: [
      { title: words.code, format: 'code' },
      { title: words.village, format: 'text' },
      { title: words.township, format: 'text' },
      { title: words.chance, format: 'chance', digits: 1, strong: true },
      { title: words.error, format: 'points', digits: 2 },
      { title: words.word, format: 'text' },
      { title: words.median, format: 'money' },
      { title: words.target, format: 'money' },
      { title: words.grant, format: 'money' },
    ],
    rows: listed.map((one) => [
      one.village.code,
      one.village.name,
      one.village.township.name,
      one.chance,
      chanceError(one),
      words.marks[markOf(one)],
      medianIncome(one),
      one.target,
      one.grant > 0 ? one.grant : null,
    ]),
  };
}

export const villagesTables = (shown: ShownVillages): readonly DataTable[] => [villagesTable(shown)];
