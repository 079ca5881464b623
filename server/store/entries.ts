import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { chunks } from './chunks.js';
import type { Database, EntryChangeTable, EntryTable } from './database.js';
import { textList } from './dialect.js';

export type EntryRow = Selectable<EntryTable>;
export type EntryChangeRow = Selectable<EntryChangeTable>;

/** What a list of entries is narrowed to before it is read. */
export interface EntryQuery {
  readonly register: string;
  /** Codes of counties; left out: all. */
  readonly counties?: readonly string[];
  readonly villages?: readonly string[];
}

/**
 * What was kept of a demonstration county is seen while the county is one: after a real import it is out of sight, and taking
 * the import back brings it back.
 */
const IN_SIGHT = (table: 'entries' | 'entry_changes') =>
  sql<boolean>`${sql.ref(`${table}.demonstration`)} = (select counties.demonstration from counties where counties.code = ${sql.ref(`${table}.county`)})`;

/** Entries of a register, the newest first by its order. */
export async function listEntries(db: Kysely<Database>, { register, counties, villages }: EntryQuery): Promise<EntryRow[]> {
  return db
    .selectFrom('entries')
    .selectAll()
    .where('register', '=', register)
    .where(IN_SIGHT('entries'))
    .$if(counties !== undefined, (query) => query.where(sql<boolean>`county in ${textList(db, counties!)}`))
    .$if(villages !== undefined, (query) => query.where(sql<boolean>`village in ${textList(db, villages!)}`))
    .orderBy('sort_key', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export const findEntry = (db: Kysely<Database>, register: string, id: string): Promise<EntryRow | undefined> =>
  db.selectFrom('entries').selectAll().where('id', '=', id).where('register', '=', register).where(IN_SIGHT('entries')).executeTakeFirst();

/** Who changes an entry, when, and why if they say. */
export interface Change {
  readonly at: Date;
  readonly by: string | null;
  readonly reason?: string | null;
}

/** An entry as it is to be kept. */
export type EntryContent = Pick<EntryRow, 'county' | 'village' | 'sort_key' | 'fields'>;

/** Makes an entry and writes down that it was made. */
export async function addEntry(
  db: Kysely<Database>,
  register: string,
  content: EntryContent,
  { at, by, reason = null }: Change,
): Promise<EntryRow> {
  const now = at.toISOString();
  const { demonstration } = await db
    .selectFrom('counties')
    .select('demonstration')
    .where('code', '=', content.county)
    .executeTakeFirstOrThrow();
  const row: EntryRow = {
    ...content,
    demonstration,
    id: randomUUID(),
    register,
    // Entries without an order of their own stand in the order in which they were made.
    sort_key: content.sort_key || now,
    revision: 1,
    created_at: now,
    updated_at: now,
    updated_by: by,
  };
  await db.insertInto('entries').values(row).execute();
  await writeDown(db, row, { before: null, after: row.fields }, { at, by, reason });
  return row;
}

/**
 * Changes an entry, made upon a revision of it; undefined where it is no longer of that revision, and nothing is written.
 * Where nothing differs nothing is written, and the entry comes back as it is.
 */
export async function changeEntry(
  db: Kysely<Database>,
  before: EntryRow,
  content: EntryContent,
  { at, by, reason = null }: Change,
): Promise<EntryRow | undefined> {
  if (content.fields === before.fields && content.county === before.county) return before;
  const row = await db
    .updateTable('entries')
    .set({
      ...content,
      sort_key: content.sort_key || before.created_at,
      revision: before.revision + 1,
      updated_at: at.toISOString(),
      updated_by: by,
    })
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returningAll()
    .executeTakeFirst();
  if (row) await writeDown(db, row, { before: before.fields, after: row.fields }, { at, by, reason });
  return row;
}

/** Removes an entry of a revision; false where it is no longer of that revision. What it held stays in the changes. */
export async function removeEntry(db: Kysely<Database>, row: EntryRow, { at, by, reason = null }: Change): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('entries')
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await writeDown(db, row, { before: row.fields, after: null }, { at, by, reason });
  return true;
}

/** Stores entries that nobody wrote, as they are. */
export async function insertEntries(db: Kysely<Database>, rows: readonly EntryRow[]): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length;
  for (const chunk of chunks(rows, width)) await db.insertInto('entries').values(chunk).execute();
}

/** Which changes are asked for; what is left out does not restrict. */
export interface ChangeQuery {
  readonly entry?: string;
  readonly register?: string;
  readonly counties?: readonly string[];
  /** The number before which the page begins. */
  readonly before?: number;
  readonly first: number;
}

/** Changes from the newest to the oldest, one more than a page where there are more. */
export const listEntryChanges = (
  db: Kysely<Database>,
  { entry, register, counties, before, first }: ChangeQuery,
): Promise<EntryChangeRow[]> =>
  db
    .selectFrom('entry_changes')
    .selectAll()
    .where(IN_SIGHT('entry_changes'))
    .$if(entry !== undefined, (query) => query.where('entry', '=', entry!))
    .$if(register !== undefined, (query) => query.where('register', '=', register!))
    .$if(counties !== undefined, (query) => query.where(sql<boolean>`county in ${textList(db, counties!)}`))
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(first + 1)
    .execute();

async function writeDown(
  db: Kysely<Database>,
  { id, register, county, demonstration }: EntryRow,
  { before, after }: { readonly before: string | null; readonly after: string | null },
  { at, by, reason }: Change,
): Promise<void> {
  const last = await db
    .selectFrom('entry_changes')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst();
  await db
    .insertInto('entry_changes')
    .values({
      number: (last?.number ?? 0) + 1,
      entry: id,
      register,
      county,
      demonstration,
      before,
      after,
      changed_at: at.toISOString(),
      changed_by: by,
      reason: reason ?? null,
    })
    .execute();
}
