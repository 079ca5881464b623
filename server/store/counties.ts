import { type Kysely, sql } from 'kysely';
import type { CountyRecord, ParkRecord, ProjectRecord, ReceiptRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import type { Month } from '../base/month.js';
import { toYuan } from '../base/money.js';
import { suggestions } from '../base/suggestion.js';
import { readCountyParks } from './county-parks.js';
import type { CountyTable, Database, ProjectTable } from './database.js';
import { inRegions } from './scope.js';
import { snapshot } from './snapshot.js';
import { CRITERION_COLUMNS, toVillageRecord } from './village-record.js';

export interface TownshipSummary {
  readonly code: string;
  readonly name: string;
  readonly villageCount: number;
}

/** What a list of counties shows of each. */
export interface CountySummary {
  readonly code: string;
  readonly name: string;
  /** The last closed month; null where nothing has been received. */
  readonly asOf: Month | null;
  readonly villageCount: number;
  readonly demonstration: boolean;
  /** Raised by every import and undo that touches the county: what was computed from (code, revision) stays right. */
  readonly revision: number;
  readonly townships: readonly TownshipSummary[];
  readonly parks: readonly ParkRecord[];
}

/** Every county loaded, in ascending order of code. */
export const listCounties = (db: Kysely<Database>): Promise<CountySummary[]> =>
  snapshot(db, async (db) => {
    const counties = await db.selectFrom('counties').selectAll().orderBy('code').execute();
    const townships = await db
      .selectFrom('townships')
      .leftJoin('villages', 'villages.township', 'townships.code')
      .select(['townships.code', 'townships.name', 'townships.county'])
      .select((select) => select.fn.count<number>('villages.code').as('villageCount'))
      .groupBy(['townships.code', 'townships.name', 'townships.county'])
      .orderBy('townships.code')
      .execute();
    const townshipsOf = Map.groupBy(townships, (township) => township.county);
    const parksOf = Map.groupBy(await readCountyParks(db), (park) => park.county);
    return counties.map((county) => {
      const own = (townshipsOf.get(county.code) ?? []).map(({ code, name, villageCount }) => ({ code, name, villageCount }));
      return {
        code: county.code,
        name: county.name,
        asOf: county.as_of,
        revision: county.revision,
        demonstration: county.demonstration === 1,
        villageCount: own.reduce((sum, township) => sum + township.villageCount, 0),
        townships: own,
        parks: (parksOf.get(county.code) ?? []).map(toParkRecord),
      };
    });
  });

/**
 * Everything that the engine reads of one county, from one state of the database. Receipts after the county's as-of
 * month are left out. Throws UNKNOWN_REGION where the county is not loaded.
 */
export const readCounty = (db: Kysely<Database>, code: string): Promise<CountyRecord> =>
  snapshot(db, async (db) => {
    const county = await db.selectFrom('counties').selectAll().where('code', '=', code).executeTakeFirst();
    if (!county) throw await unknownCounty(db, code);
    const townships = await db.selectFrom('townships').select(['code', 'name']).where('county', '=', code).orderBy('code').execute();
    const villages = await db
      .selectFrom('villages')
      .select(['code', 'name', 'township', ...CRITERION_COLUMNS])
      .where('county', '=', code)
      .orderBy('code')
      .execute();
    const projects = await db.selectFrom('projects').selectAll().where('county', '=', code).orderBy('code').execute();
    const targets = await db
      .selectFrom('targets')
      .select(['village', 'year', 'amount'])
      .where('county', '=', code)
      .orderBy('village')
      .orderBy('year')
      .execute();
    return {
      code,
      name: county.name,
      demonstration: county.demonstration === 1,
      asOf: county.as_of ?? undefined,
      townships,
      villages: villages.map(toVillageRecord),
      parks: (await readCountyParks(db, code)).map(toParkRecord),
      projects: projects.map(toProjectRecord),
      targets: targets.map((target) => ({
        ...target,
        amount: toYuan(target.amount),
      })),
      receipts: await readReceipts(db, county),
    };
  });

async function unknownCounty(db: Kysely<Database>, code: string): Promise<Problem> {
  const known = await db.selectFrom('counties').select(['code', 'name']).orderBy('code').execute();
  const near = suggestions(
    code,
    known.map((county) => county.code),
  ).map((found) => `${known.find((county) => county.code === found)?.name} (${found})`);
  const loaded = known.map((county) => `${county.name} ${county.code}`).join('、');
  return new Problem('UNKNOWN_REGION', { value: code, suggestions: near, loaded });
}

async function readReceipts(db: Kysely<Database>, county: CountyTable): Promise<ReceiptRecord[]> {
  if (county.as_of === null) return [];
  const rows = await db
    .selectFrom('receipts')
    .select(['village', 'mode', 'industry', 'park', 'project', 'month', 'amount'])
    .where(inRegions(db, 'receipts.village', [county.code]))
    .where('month', '<=', county.as_of)
    // A fixed order, whatever files the receipts came in.
    .orderBy('village')
    .orderBy('month')
    .orderBy('mode')
    .orderBy(sql`coalesce(industry, '')`)
    .orderBy(sql`coalesce(park, '')`)
    .orderBy(sql`coalesce(project, '')`)
    .orderBy(sql`coalesce(reference, '')`)
    .execute();
  return rows.map((row) => ({ ...row, amount: toYuan(row.amount) }));
}

const toParkRecord = ({ code, name, kind, payer }: ParkRecord): ParkRecord => ({ code, name, kind, payer });

const TERMS = ['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late'] as const;

const toProjectRecord = (row: ProjectTable): ProjectRecord => ({
  code: row.code,
  village: row.village,
  name: row.name,
  mode: row.mode,
  industry: row.industry,
  park: row.park,
  funder: row.funder,
  capital: toYuan(row.capital),
  start: row.start,
  stage: row.stage,
  terms: Object.fromEntries(TERMS.filter((term) => row[term] !== null).map((term) => [term, row[term]!])),
});
