import type { Kysely } from 'kysely';
import type { Database } from '../store/database.js';
import { textList } from '../store/dialect.js';
import { readInChunks } from '../store/chunks.js';
import { inRegions } from '../store/scope.js';

/** What is in the database when an import begins, by key; receipts and targets only of the villages it is about. */
export interface StoredState {
  readonly counties: ReadonlyMap<string, Database['counties']>;
  readonly townships: ReadonlyMap<string, Database['townships']>;
  readonly villages: ReadonlyMap<string, Database['villages']>;
  readonly parks: ReadonlyMap<string, Database['parks']>;
  readonly projects: ReadonlyMap<string, Database['projects']>;
}

const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.code, row]));

/** Reads the regions, parks and projects of the database. */
export async function readStoredState(db: Kysely<Database>): Promise<StoredState> {
  return {
    counties: byCode(await db.selectFrom('counties').selectAll().orderBy('code').execute()),
    townships: byCode(await db.selectFrom('townships').selectAll().orderBy('code').execute()),
    villages: byCode(await db.selectFrom('villages').selectAll().orderBy('code').execute()),
    parks: byCode(await db.selectFrom('parks').selectAll().orderBy('code').execute()),
    projects: byCode(await db.selectFrom('projects').selectAll().orderBy('code').execute()),
  };
}

/** The stored receipts of some villages in a span of months, both ends included. */
export async function readStoredReceipts(
  db: Kysely<Database>,
  villages: readonly string[],
  span: { readonly from: number; readonly to: number },
): Promise<Database['receipts'][]> {
  if (!villages.length) return [];
  return db
    .selectFrom('receipts')
    .selectAll()
    .where('village', 'in', textList(db, villages))
    .where('month', '>=', span.from)
    .where('month', '<=', span.to)
    .execute();
}

/** The stored targets of some villages. */
export const readStoredTargets = (db: Kysely<Database>, villages: readonly string[]): Promise<Database['targets'][]> =>
  readInChunks(villages, (chunk) => db.selectFrom('targets').selectAll().where('village', 'in', chunk).execute());

/** Every stored receipt and target of a county. */
export async function readCountyRows(
  db: Kysely<Database>,
  county: string,
): Promise<{ receipts: Database['receipts'][]; targets: Database['targets'][] }> {
  return {
    receipts: await db
      .selectFrom('receipts')
      .selectAll()
      .where(inRegions(db, 'receipts.village', [county]))
      .orderBy('id')
      .execute(),
    targets: await db.selectFrom('targets').selectAll().where('county', '=', county).orderBy('village').orderBy('year').execute(),
  };
}
