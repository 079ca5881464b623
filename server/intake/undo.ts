import type { Kysely, Transaction } from 'kysely';
import { Problem } from '../base/errors/problem.js';
import { formatMonth } from '../base/month.js';
import { chunks } from '../store/chunks.js';
import { closedMonthsOfBatch } from './closed-months.js';
import type { Database } from '../store/database.js';
import { insertRows, type Relation, RELATIONS } from '../store/relations.js';
import { lockWorkspace, raiseRevision } from '../store/revision.js';
import type { Store } from '../store/store.js';

/** What taking an import back did. */
export interface UndoneImport {
  readonly batch: number;
  /** The counties whose data changed, those that are gone included. */
  readonly counties: readonly { readonly code: string; readonly name: string }[];
  /** Code of the demonstration county that came back. */
  readonly restoredDemonstration: string | null;
}

/** Who takes an import back, when and why. */
export interface UndoStamp {
  readonly at: Date;
  readonly by: string;
  readonly reason?: string | undefined;
}

/**
 * Takes an import back: its rows go, and every row that it replaced or removed returns as it was. Throws NO_SUCH_BATCH,
 * BATCH_UNDONE, BATCH_BUILT_UPON where a later import overwrote, confirmed or referred to its rows, or BATCH_IN_CLOSED_MONTH.
 */
export const undoImport = (store: Store, batch: number, stamp: UndoStamp): Promise<UndoneImport> =>
  store.db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    const found = await db.selectFrom('import_batches').selectAll().where('id', '=', batch).executeTakeFirst();
    if (!found) throw new Problem('NO_SUCH_BATCH', { value: batch });
    if (found.undone_at !== null) throw new Problem('BATCH_UNDONE', { value: batch, at: found.undone_at });
    const later = await importsUpon(db, batch);
    if (later.length) throw new Problem('BATCH_BUILT_UPON', { value: batch, later: later.map(String) });
    const closed = await closedMonthsOfBatch(db, batch);
    if (closed.length) throw new Problem('BATCH_IN_CLOSED_MONTH', { value: batch, months: closed.map(formatMonth).join(', ') });

    // Constraints between tables are checked when the transaction ends, so the order of tables does not matter.
    for (const relation of RELATIONS.toReversed()) await db.deleteFrom(relation).where('batch', '=', batch).execute();
    await restoreRows(db, batch);
    const revision = await raiseRevision(db);
    const counties = JSON.parse(found.counties) as UndoneImport['counties'];
    const codes = [...counties.map((county) => county.code), ...(found.removed_demonstration ? [found.removed_demonstration] : [])];
    for (const chunk of chunks(codes)) await db.updateTable('counties').set({ revision }).where('code', 'in', chunk).execute();
    await db.deleteFrom('import_changes').where('batch', '=', batch).execute();
    await db.deleteFrom('import_bases').where('batch', '=', batch).execute();
    await db
      .updateTable('import_batches')
      .set({ undone_at: stamp.at.toISOString(), undone_by: stamp.by, undo_reason: stamp.reason || null })
      .where('id', '=', batch)
      .execute();
    return { batch, counties, restoredDemonstration: found.removed_demonstration };
  });

/** The imports that built upon one, directly or through each other, latest first. */
async function importsUpon(db: Transaction<Database>, batch: number): Promise<number[]> {
  const bases = await db.selectFrom('import_bases').selectAll().where('batch', '>', batch).orderBy('batch').execute();
  const upon = new Set<number>();
  // An import builds upon earlier ones only, so one pass in ascending order reaches all of them.
  for (const row of bases) if (row.basis === batch || upon.has(row.basis)) upon.add(row.batch);
  return [...upon].sort((left, right) => right - left);
}

async function restoreRows(db: Transaction<Database>, batch: number): Promise<void> {
  for (const relation of RELATIONS) {
    const kept = await db
      .selectFrom('import_changes')
      .select('before')
      .where('batch', '=', batch)
      .where('relation', '=', relation)
      .orderBy('sequence')
      .execute();
    await insertRows(
      db as Kysely<Database>,
      relation,
      kept.map((row) => JSON.parse(row.before) as Database[Relation]),
    );
  }
}
