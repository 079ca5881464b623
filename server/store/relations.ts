import type { Kysely } from 'kysely';
import { chunks } from './chunks.js';
import type { Database } from './database.js';

/** The tables that imports write, parents before children. */
export const RELATIONS = ['counties', 'townships', 'villages', 'parks', 'projects', 'targets', 'receipts'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A row of a table without the import that wrote it. */
export type Unstamped<Name extends Relation> = Omit<Database[Name], 'batch'>;

/** Inserts rows, as many in one statement as parameters allow. */
export async function insertRows<Name extends Relation>(
  db: Kysely<Database>,
  relation: Name,
  rows: readonly Database[Name][],
): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length;
  for (const chunk of chunks(rows, width)) {
    // Every relation has its own row type; the types of one are enough to let the compiler pass.
    await db
      .insertInto(relation as 'townships')
      .values(chunk as unknown as Database['townships'][])
      .execute();
  }
}

/** Deletes rows by their keys. */
export async function deleteRows<Name extends Relation>(
  db: Kysely<Database>,
  relation: Name,
  rows: readonly Unstamped<Name>[],
): Promise<void> {
  if (relation === 'receipts') {
    const ids = (rows as readonly Unstamped<'receipts'>[]).map((row) => row.id);
    for (const chunk of chunks(ids)) await db.deleteFrom('receipts').where('id', 'in', chunk).execute();
  } else if (relation === 'targets') {
    for (const [year, targets] of Map.groupBy(rows as readonly Unstamped<'targets'>[], (target) => target.year)) {
      for (const chunk of chunks(targets.map((target) => target.village))) {
        await db.deleteFrom('targets').where('year', '=', year).where('village', 'in', chunk).execute();
      }
    }
  } else {
    const codes = (rows as readonly Unstamped<'townships'>[]).map((row) => row.code);
    for (const chunk of chunks(codes))
      await db
        .deleteFrom(relation as 'townships')
        .where('code', 'in', chunk)
        .execute();
  }
}
