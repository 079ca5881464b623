import { type Expression, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database, NotebookTable } from './database.js';
import { thinVersions } from './notebook-versions.js';

/** A notebook without what is in it. */
export interface NotebookRecord {
  readonly id: string;
  readonly title: string;
  readonly county: string | null;
  /** The notebook or example that it was copied from. */
  readonly origin: string | null;
  readonly revision: number;
  readonly editor: string | null;
  /** ISO 8601, UTC; so are the others. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Null where it is not in the bin. */
  readonly deletedAt: string | null;
}

/** What a save writes. */
export interface NotebookState {
  /** As in the spec. */
  readonly title: string;
  readonly county: string | null;
  /** Canonical JSON. */
  readonly spec: string;
  readonly editor: string | null;
  readonly at: Date;
}

const toRecord = (row: Selectable<NotebookTable>): NotebookRecord => ({
  id: row.id,
  title: row.title,
  county: row.county,
  origin: row.origin,
  revision: row.revision,
  editor: row.editor,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
});

export async function findNotebook(db: Kysely<Database>, id: string): Promise<NotebookRecord | undefined> {
  const row = await db.selectFrom('notebooks').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

export const countNotebooks = async (db: Kysely<Database>): Promise<number> =>
  (
    await db
      .selectFrom('notebooks')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

export interface NewNotebook extends NotebookState {
  readonly id: string;
  readonly origin: string | null;
  readonly creationHash: string;
}

/**
 * Creates a notebook at revision 1. The same creation sent again gives what has become of the notebook since.
 * @returns undefined where the id is taken by a notebook that was created otherwise
 */
export const createNotebook = (db: Kysely<Database>, notebook: NewNotebook): Promise<NotebookRecord | undefined> =>
  db.transaction().execute(async (db) => {
    const { id, title, county, origin, creationHash, spec, editor } = notebook;
    const at = notebook.at.toISOString();
    const row = await db
      .insertInto('notebooks')
      .values({
        id,
        title,
        county,
        origin,
        creation_hash: creationHash,
        revision: 1,
        editor,
        created_at: at,
        updated_at: at,
        deleted_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row) {
      await db.insertInto('notebook_versions').values({ notebook: id, revision: 1, spec, editor, saved_at: at, name: null }).execute();
      return toRecord(row);
    }
    const present = await db.selectFrom('notebooks').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return present.creation_hash === creationHash ? toRecord(present) : undefined;
  });

/** How a save went. Only `saved` with the notebook's own revision means that the notebook is now what was sent. */
export type SaveOutcome =
  | { readonly outcome: 'saved'; /** Where what was sent stands. */ readonly savedRevision: number; readonly notebook: NotebookRecord }
  | { readonly outcome: 'conflict'; readonly notebook: NotebookRecord }
  | { readonly outcome: 'in-bin'; readonly notebook: NotebookRecord }
  | { readonly outcome: 'unknown' };

/**
 * Saves a notebook as its next revision, if it is still at the revision that the state is based on; otherwise nothing is
 * written. A state that is there already (nothing was changed, or the same save is sent again) is saved already.
 */
export const saveNotebook = (db: Kysely<Database>, id: string, basedOn: number, state: NotebookState): Promise<SaveOutcome> =>
  db.transaction().execute(async (db): Promise<SaveOutcome> => {
    const present = await lockNotebook(db, id);
    if (!present) return { outcome: 'unknown' };
    if (present.deletedAt !== null) return { outcome: 'in-bin', notebook: present };
    const revision = await revisionWith(db, present, basedOn, state.spec);
    if (revision !== undefined) return { outcome: 'saved', savedRevision: revision, notebook: present };
    if (present.revision !== basedOn) return { outcome: 'conflict', notebook: present };

    const { title, county, spec, editor } = state;
    const saved_at = state.at.toISOString();
    const next = basedOn + 1;
    const row = await db
      .updateTable('notebooks')
      .set({ title, county, editor, revision: next, updated_at: saved_at })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await db.insertInto('notebook_versions').values({ notebook: id, revision: next, spec, editor, saved_at, name: null }).execute();
    await thinVersions(db, id, state.at);
    return { outcome: 'saved', savedRevision: next, notebook: toRecord(row) };
  });

/** Reads a notebook and keeps others from changing it until the transaction ends. Must be its first statement. */
async function lockNotebook(db: Kysely<Database>, id: string): Promise<NotebookRecord | undefined> {
  const row = await db
    .updateTable('notebooks')
    .set({ revision: sql<number>`revision` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && toRecord(row);
}

/** The present revision, or the one right after the base, if that holds just this spec. */
async function revisionWith(
  db: Kysely<Database>,
  { id, revision }: NotebookRecord,
  basedOn: number,
  spec: string,
): Promise<number | undefined> {
  const rows = await db
    .selectFrom('notebook_versions')
    .select('revision')
    .where('notebook', '=', id)
    .where('revision', 'in', [revision, basedOn + 1])
    .where('spec', '=', spec)
    .orderBy('revision', 'desc')
    .execute();
  return rows[0]?.revision;
}

/** Moves a notebook to the bin, or back. @returns undefined where there is none */
export async function setInBin(db: Kysely<Database>, id: string, at: Date | null): Promise<NotebookRecord | undefined> {
  await db
    .updateTable('notebooks')
    .set({ deleted_at: at && at.toISOString() })
    .where('id', '=', id)
    .where('deleted_at', at === null ? 'is not' : 'is', null)
    .execute();
  return findNotebook(db, id);
}

/** Deletes a notebook with all its versions, if it is in the bin. @returns whether it was */
export async function deleteFromBin(db: Kysely<Database>, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('notebooks').where('id', '=', id).where('deleted_at', 'is not', null).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The last entry of the page before. */
export interface NotebookPlace {
  readonly at: string;
  readonly id: string;
}

export interface NotebookQuery {
  /** Those in the bin, instead of those that are not. */
  readonly bin: boolean;
  /** Part of the title or of an editor's name, taken literally. */
  readonly search?: string | undefined;
  readonly first: number;
  readonly after?: NotebookPlace | undefined;
}

export interface NotebookPage {
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly notebooks: readonly NotebookRecord[];
}

/** One page of the notebooks, those changed last first; of the bin, those that came there last. */
export async function listNotebooks(db: Kysely<Database>, { bin, search, first, after }: NotebookQuery): Promise<NotebookPage> {
  const time = bin ? 'deleted_at' : 'updated_at';
  const matching = db.selectFrom('notebooks').where((where) => {
    const conditions: Expression<SqlBool>[] = [where('deleted_at', bin ? 'is not' : 'is', null)];
    const wanted = search?.trim().toLowerCase() ?? '';
    if (wanted !== '') {
      const pattern = `%${wanted.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
      const like = (column: string) => sql<SqlBool>`lower(coalesce(${sql.ref(column)}, '')) like ${pattern} escape '\\'`;
      conditions.push(where.or([like('title'), like('editor')]));
    }
    return where.and(conditions);
  });
  const { count } = await matching.select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([where(time, '<', after!.at), where.and([where(time, '=', after!.at), where('id', '<', after!.id)])]),
      ),
    )
    .orderBy(time, 'desc')
    .orderBy('id', 'desc')
    .limit(first + 1)
    .execute();
  return { totalCount: count, hasNextPage: rows.length > first, notebooks: rows.slice(0, first).map(toRecord) };
}
