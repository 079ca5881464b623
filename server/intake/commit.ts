import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../store/database.js';
import type { ImportedFile, RowCounts } from '../store/import-batches.js';
import { deleteRows, insertRows, type Relation, RELATIONS } from '../store/relations.js';
import { lockWorkspace, raiseRevision } from '../store/revision.js';
import type { Store } from '../store/store.js';
import { chunks } from '../store/chunks.js';
import { type Changes, writesAnything } from './changes.js';
import { demonstrationCounty } from './demonstration.js';
import { type ImportPlan, planImport, type PlannedChanges, type PlanOptions } from './plan.js';
import type { ImportTables } from './tables.js';

/** Who imports what, and when: written beside the rows so that they can be traced. */
export interface ImportStamp {
  readonly at: Date;
  readonly by: string;
  readonly reason?: string | undefined;
  readonly files: readonly ImportedFile[];
}

/** What importing `tables` would do. Writes nothing. */
export const previewImport = (db: Kysely<Database>, tables: ImportTables, options: Partial<PlanOptions> = {}): Promise<ImportPlan> =>
  planImport(db, tables, { asOf: undefined, demonstration: false, ...options });

/**
 * Writes `tables` as one batch, in one transaction: all of it or nothing. Gives the batch's number, null where nothing
 * changed and so nothing was written.
 */
export const commitImport = (
  store: Store,
  tables: ImportTables,
  stamp: ImportStamp,
  options: Partial<PlanOptions> = {},
): Promise<{ readonly plan: ImportPlan; readonly batch: number | null }> =>
  commitPlan(store, async (db) => ({ plan: await previewImport(db, tables, options) }), stamp, options.demonstration);

/**
 * Writes a plan that is worked out within the transaction, so that it is checked against the very state that it is
 * written upon.
 * @param prepare works out the plan; where it throws, nothing is written
 */
export function commitPlan<Prepared extends { readonly plan: ImportPlan }>(
  store: Store,
  prepare: (db: Kysely<Database>) => Promise<Prepared>,
  stamp: ImportStamp,
  demonstration = false,
): Promise<Prepared & { readonly batch: number | null }> {
  return store.db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    const prepared = await prepare(db);
    const changesAnything = RELATIONS.some((relation) => writesAnything(prepared.plan.changes[relation]));
    return { ...prepared, batch: changesAnything ? await writePlan(db, prepared.plan, stamp, demonstration) : null };
  });
}

/** Loads the demonstration county into a database that has no county at all; false where there is one. */
export async function fillDemonstration(store: Store, at: Date = new Date()): Promise<boolean> {
  const any = await store.db.selectFrom('counties').select('code').limit(1).executeTakeFirst();
  if (any) return false;
  return store.db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    if (await db.selectFrom('counties').select('code').limit(1).executeTakeFirst()) return false;
    const plan = await previewImport(db, demonstrationCounty(), { demonstration: true });
    await writePlan(db, plan, { at, by: '', files: [] }, true);
    return true;
  });
}

async function writePlan(db: Transaction<Database>, plan: ImportPlan, stamp: ImportStamp, demonstration: boolean): Promise<number> {
  const revision = await raiseRevision(db);
  const { last } = await db
    .selectFrom('import_batches')
    .select((select) => select.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  const batch = Number(last ?? 0) + 1;
  await db
    .insertInto('import_batches')
    .values({
      id: batch,
      imported_at: stamp.at.toISOString(),
      imported_by: stamp.by,
      demonstration: demonstration ? 1 : 0,
      files: JSON.stringify(stamp.files),
      counts: JSON.stringify(countRows(plan.changes)),
      counties: JSON.stringify(
        plan.counties.map(({ code, name }) => ({
          code,
          name,
        })),
      ),
      removed_demonstration: plan.removal?.county.code ?? null,
      undone_at: null,
      undone_by: null,
      reason: stamp.reason || null,
      undo_reason: null,
    })
    .execute();
  await keepWhatGoes(db, batch, plan.changes);
  for (const relation of RELATIONS) await writeRelation(db, relation, plan.changes, { batch, revision });
  const bases = [...plan.bases].map((basis) => ({ batch, basis }));
  for (const chunk of chunks(bases, 2)) await db.insertInto('import_bases').values(chunk).execute();
  const counties = plan.counties.map((county) => county.code);
  for (const chunk of chunks(counties)) await db.updateTable('counties').set({ revision }).where('code', 'in', chunk).execute();
  return batch;
}

/** How many rows of each table an import writes and finds the same. */
export function countRows(changes: PlannedChanges): Partial<Record<Relation, RowCounts>> {
  const counted = RELATIONS.map((relation) => {
    const { added, changed, removed, same } = changes[relation];
    return [relation, { added: added.length, changed: changed.length, removed: removed.length, same: same.length }] as const;
  });
  return Object.fromEntries(counted);
}

/** Keeps the rows that the import replaces or removes, for taking it back. */
async function keepWhatGoes(db: Transaction<Database>, batch: number, changes: PlannedChanges): Promise<void> {
  const rows: Database['import_changes'][] = [];
  for (const relation of RELATIONS) {
    const { changed, removed }: Changes<Relation> = changes[relation];
    for (const before of [...changed.map((change) => change.before), ...removed]) {
      rows.push({ batch, sequence: rows.length, relation, before: JSON.stringify(before) });
    }
  }
  for (const chunk of chunks(rows, 4)) await db.insertInto('import_changes').values(chunk).execute();
}

async function writeRelation<Name extends Relation>(
  db: Transaction<Database>,
  relation: Name,
  changes: PlannedChanges,
  stamp: { readonly batch: number; readonly revision: number },
): Promise<void> {
  const { added, changed, removed } = changes[relation] as unknown as Changes<Name>;
  await deleteRows(db, relation, [...changed.map(({ before }) => before), ...removed]);
  const rows = [...added, ...changed.map(({ after }) => after)].map((row) => ({ ...row, batch: stamp.batch }));
  await insertRows(db, relation, rows as unknown as Database[Name][]);
}
