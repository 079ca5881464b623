import type { Kysely } from 'kysely';
import type { Database } from './database.js';
import type { Relation } from './relations.js';

/** A file that an import read. */
export interface ImportedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly encoding: string;
  /** Rows below the header. */
  readonly rows: number;
}

/** How many rows an import wrote of a table, and how many it found the same. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
}

/** One import, as the record of imports keeps it. */
export interface ImportBatch {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly importedBy: string;
  readonly demonstration: boolean;
  readonly files: readonly ImportedFile[];
  readonly counts: Readonly<Partial<Record<Relation, RowCounts>>>;
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  /** Code of the demonstration county that it removed. */
  readonly removedDemonstration: string | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** Why it was made; null where nobody said. */
  readonly reason: string | null;
  /** Why it was taken back. */
  readonly undoReason: string | null;
}

/** Every import, also those taken back, in the order in which they were made. */
export async function listImportBatches(db: Kysely<Database>): Promise<ImportBatch[]> {
  const rows = await db.selectFrom('import_batches').selectAll().orderBy('id').execute();
  return rows.map(toImportBatch);
}

/** Imports from the newest to the oldest, with how many there are. */
export async function readImportBatchPage(
  db: Kysely<Database>,
  { first, before }: { readonly first: number; readonly before: number | undefined },
): Promise<{ readonly batches: readonly ImportBatch[]; readonly total: number }> {
  const { total } = await db
    .selectFrom('import_batches')
    .select((select) => select.fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  let query = db.selectFrom('import_batches').selectAll();
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(first).execute();
  return { batches: rows.map(toImportBatch), total: Number(total) };
}

/** Undefined where there is no import of the number. */
export async function findImportBatch(db: Kysely<Database>, id: number): Promise<ImportBatch | undefined> {
  const row = await db.selectFrom('import_batches').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toImportBatch(row);
}

const toImportBatch = (row: Database['import_batches']): ImportBatch => ({
  id: row.id,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
  demonstration: row.demonstration === 1,
  files: JSON.parse(row.files) as ImportBatch['files'],
  counts: JSON.parse(row.counts) as ImportBatch['counts'],
  counties: JSON.parse(row.counties) as ImportBatch['counties'],
  removedDemonstration: row.removed_demonstration,
  undoneAt: row.undone_at,
  undoneBy: row.undone_by,
  reason: row.reason,
  undoReason: row.undo_reason,
});
