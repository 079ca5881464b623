import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { TargetRecord, VillageRecord } from '../base/county.js';
import { toYuan } from '../base/money.js';
import { readInChunks } from './chunks.js';
import type { Database } from './database.js';
import { inRegions } from './scope.js';
import { snapshot } from './snapshot.js';
import { CRITERION_COLUMNS, toVillageRecord } from './village-record.js';

/** Which villages are asked for; what is left out does not restrict. */
export interface VillageQuery {
  /** Codes of regions of any level. */
  readonly scope?: readonly string[];
  readonly codes?: readonly string[];
  readonly townships?: readonly string[];
  /** Part of the name or the code, taken literally. */
  readonly search?: string;
  /** True: all six conditions are met; false: at least one is not met or not judged. */
  readonly eligible?: boolean;
  /** The code after which the page begins. */
  readonly after?: string;
  /** Size of the page. */
  readonly first: number;
}

export type VillageWithTownship = VillageRecord & { readonly townshipName: string };

export interface VillagePage {
  /** Villages that match, on all pages. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly rows: readonly VillageWithTownship[];
}

/** One page of the villages that match, in ascending order of code. */
export const findVillages = (db: Kysely<Database>, query: VillageQuery): Promise<VillagePage> =>
  snapshot(db, async (db) => {
    const matching = matchingVillages(db, query);
    const { count } = await matching.select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    const rows = await withTownship(matching)
      .$if(query.after !== undefined, (select) => select.where('villages.code', '>', query.after!))
      .orderBy('villages.code')
      .limit(query.first + 1)
      .execute();
    return { totalCount: count, hasNextPage: rows.length > query.first, rows: rows.slice(0, query.first).map(toVillageWithTownship) };
  });

/** The villages of these codes that exist, in ascending order of code. */
export async function readVillages(db: Kysely<Database>, codes: readonly string[]): Promise<VillageWithTownship[]> {
  const villages = db.selectFrom('villages').innerJoin('townships', 'townships.code', 'villages.township');
  const rows = await readInChunks([...new Set(codes)].sort(), (chunk) =>
    withTownship(villages).where('villages.code', 'in', chunk).orderBy('villages.code').execute(),
  );
  return rows.map(toVillageWithTownship);
}

/** Every yearly target of these villages, in ascending order of village and year; amounts in yuan. */
export async function readTargets(db: Kysely<Database>, villages: readonly string[]): Promise<TargetRecord[]> {
  const rows = await readInChunks([...new Set(villages)].sort(), (chunk) =>
    db
      .selectFrom('targets')
      .select(['village', 'year', 'amount'])
      .where('village', 'in', chunk)
      .orderBy('village')
      .orderBy('year')
      .execute(),
  );
  return rows.map((row) => ({ ...row, amount: toYuan(row.amount) }));
}

function matchingVillages(db: Kysely<Database>, query: VillageQuery) {
  return db
    .selectFrom('villages')
    .innerJoin('townships', 'townships.code', 'villages.township')
    .where((where) => {
      const conditions: Expression<SqlBool>[] = [];
      if (query.scope) conditions.push(inRegions(db, 'villages.code', query.scope));
      if (query.townships) conditions.push(inRegions(db, 'villages.code', query.townships));
      if (query.codes) conditions.push(inRegions(db, 'villages.code', query.codes));
      if (query.eligible !== undefined) conditions.push(query.eligible ? ALL_CRITERIA_MET : where.not(ALL_CRITERIA_MET));
      if (query.search !== undefined && query.search.trim() !== '') {
        const pattern = `%${escapeLike(query.search.trim().toLowerCase())}%`;
        const like = (column: 'villages.name' | 'villages.code') => sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
        conditions.push(where.or([like('villages.name'), like('villages.code')]));
      }
      return where.and(conditions);
    });
}

/** Not judged counts as not met, as in `isEligible`. */
const ALL_CRITERIA_MET = sql<SqlBool>`(${sql.join(
  CRITERION_COLUMNS.map((column) => sql`coalesce(${sql.ref(`villages.${column}`)}, 0) = 1`),
  sql` and `,
)})`;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`);

const withTownship = (villages: ReturnType<typeof matchingVillages>) =>
  villages
    .select(['villages.code', 'villages.name', 'villages.township', 'townships.name as townshipName'])
    .select(CRITERION_COLUMNS.map((column) => `villages.${column}` as const));

type VillageJoinRow = Awaited<ReturnType<ReturnType<typeof withTownship>['execute']>>[number];

const toVillageWithTownship = (row: VillageJoinRow): VillageWithTownship => ({ ...toVillageRecord(row), townshipName: row.townshipName });
