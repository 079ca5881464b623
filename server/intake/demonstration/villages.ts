import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { CRITERIA, type Criterion } from '../../base/vocabulary.js';
import { between, happens, normal, uniform } from './draws.js';

/** A line of the village list. */
export interface ListedVillage {
  readonly code: string;
  readonly name: string;
  readonly townshipCode: string;
  readonly township: string;
}

/** 科冬社区 is in the list of 2023 but younger than the article, which counts 130 villages. */
const FOUNDED_LATER = '451026100004';

const VILLAGE_LIST = new URL('../../../scenarios/napo/napo-villages-2023.csv', import.meta.url);

/** The statistics bureau's villages of Napo, those of 2020, in ascending order of code. */
export function readVillageList(file: URL = VILLAGE_LIST): ListedVillage[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return rows
    .map((row) => ({ code: row['code']!, name: row['name']!, townshipCode: row['township_code']!, township: row['township']! }))
    .filter(({ code }) => code !== FOUNDED_LATER)
    .sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** Most villages differ by the usual spread; one in twenty has a good location, a quarry or an able co-operative. */
const STRENGTH = { spread: 0.25, luckyShare: 0.06, tail: 1.3, most: 5 } as const;

/** Factor on all of a village's income: lognormal, with a Pareto tail for the few lucky ones. */
export function strength(village: string): number {
  const lucky = happens(STRENGTH.luckyShare, 'lucky', village);
  const luck = lucky ? Math.min(STRENGTH.most, uniform('luck', village) ** (-1 / STRENGTH.tail)) : 1;
  return luck * Math.exp(STRENGTH.spread * normal('strength', village));
}

/** Of a hundred villages: not yet judged in all points, and failing in some; a village without income fails anyway. */
const JUDGEMENT = { open: 0.1, failing: 0.14 } as const;

/** The six conditions of a village. About three villages in four meet all of them. */
export function judge(village: string, hasIncome: boolean): Record<Criterion, boolean | null> {
  const criteria = Object.fromEntries(CRITERIA.map((criterion) => [criterion, true])) as Record<Criterion, boolean | null>;
  const set = (verdict: boolean | null, count: number): void => {
    for (let index = 0; index < count; index++) {
      criteria[CRITERIA[between(0, CRITERIA.length - 1, `criterion ${verdict}`, village, 0, index)]!] = verdict;
    }
  };
  const luck = uniform('judgement', village);
  if (luck < JUDGEMENT.open) set(null, between(1, 4, 'open criteria', village));
  else if (luck < JUDGEMENT.open + JUDGEMENT.failing) set(false, between(1, 3, 'failed criteria', village));
  if (!hasIncome) criteria.assets = criteria.resources = false;
  return criteria;
}
