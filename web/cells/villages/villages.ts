import { group } from 'd3-array';
import { villageChances, type Provenance, type VillageChance } from '../../api/operations.js';
import type { DotRow, Mark } from '../../charts/dot-field.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Format } from '../../i18n/format.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import { findScenario, type Notebook, type VillagesCell } from '../../notebook/notebook.js';
import { askedScenario } from '../scenario-request.js';

export interface VillagesAnswers {
  readonly field: { readonly projection: Provenance & { readonly villages: { readonly nodes: readonly VillageChance[] } } };
}

export const villagesRequests = (cell: VillagesCell, notebook: Notebook, county: string) => ({
  field: villageChances(askedScenario(findScenario(notebook, cell.scenario)!.scenario, county), cell.year),
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
export function villageText(one: VillageChance, words: Catalogue, format: Format): string {
  const { name, township } = one.village;
  const text = words.villages.point(
    name,
    township.name,
    format.chance(one.chance),
    format.error(chanceError(one)),
    words.villages[markOf(one)],
  );
  return one.grant > 0 ? text + words.villages.pointGrant(format.money(one.grant)) : text;
}

/** The townships in order of their codes, each with its villages as dots and how many of them are expected to reach. */
export function fieldRows(villages: readonly VillageChance[], words: Catalogue, format: Format): DotRow[] {
  const byTownship = group(
    villages.toSorted((a, b) => (a.village.township.code < b.village.township.code ? -1 : 1)),
    ({ village }) => village.township.code,
  );
  return [...byTownship].map(([code, members]) => ({
    key: code,
    name: members[0]!.village.township.name,
    tally: `${format.count(members.reduce((sum, { chance }) => sum + chance, 0))}/${members.length}`,
    dots: members.map((one) => ({
      key: one.village.code,
      name: one.village.name,
      value: one.chance,
      mark: markOf(one),
      ringed: one.grant > 0,
      text: villageText(one, words, format),
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

export const medianIncome = (one: VillageChance): number => percentileOf(one.income, 50);
