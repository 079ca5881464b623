import type { Kysely } from 'kysely';
import { chunks } from './chunks.js';
import type { Database } from './database.js';
import { versionsToDrop } from './version-thinning.js';

/** A kept state of a notebook, without what was in it. */
export interface NotebookVersionRecord {
  readonly notebook: string;
  readonly revision: number;
  readonly editor: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly name: string | null;
}

export interface NotebookVersionPage {
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly versions: readonly NotebookVersionRecord[];
}

const SUMMARY = ['notebook', 'revision', 'editor', 'saved_at as savedAt', 'name'] as const;

/** The kept versions of a notebook, the newest first; those before a revision. */
export async function listNotebookVersions(
  db: Kysely<Database>,
  notebook: string,
  { first, before }: { readonly first: number; readonly before?: number | undefined },
): Promise<NotebookVersionPage> {
  const all = db.selectFrom('notebook_versions').where('notebook', '=', notebook);
  const { count } = await all.select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const versions = await all
    .select(SUMMARY)
    .$if(before !== undefined, (query) => query.where('revision', '<', before!))
    .orderBy('revision', 'desc')
    .limit(first + 1)
    .execute();
  return { totalCount: count, hasNextPage: versions.length > first, versions: versions.slice(0, first) };
}

/** A version of a notebook, if it is kept. */
export const findNotebookVersion = (db: Kysely<Database>, notebook: string, revision: number): Promise<NotebookVersionRecord | undefined> =>
  db.selectFrom('notebook_versions').select(SUMMARY).where('notebook', '=', notebook).where('revision', '=', revision).executeTakeFirst();

/** Which state of which notebook. */
export type VersionKey = Pick<NotebookVersionRecord, 'notebook' | 'revision'>;

/** Few enough that SQLite takes them as one condition. */
const MOST_AT_ONCE = 200;

/** What versions hold, as canonical JSON in the order asked for; undefined where one is not kept. */
export async function readVersionSpecs(db: Kysely<Database>, keys: readonly VersionKey[]): Promise<(string | undefined)[]> {
  const nameOf = ({ notebook, revision }: VersionKey) => `${notebook}/${revision}`;
  const found = new Map<string, string>();
  for (let start = 0; start < keys.length; start += MOST_AT_ONCE) {
    const rows = await db
      .selectFrom('notebook_versions')
      .select(['notebook', 'revision', 'spec'])
      .where((where) =>
        where.or(
          keys
            .slice(start, start + MOST_AT_ONCE)
            .map(({ notebook, revision }) => where.and([where('notebook', '=', notebook), where('revision', '=', revision)])),
        ),
      )
      .execute();
    for (const row of rows) found.set(nameOf(row), row.spec);
  }
  return keys.map((key) => found.get(nameOf(key)));
}

export const countNamedVersions = async (db: Kysely<Database>, notebook: string): Promise<number> =>
  (
    await db
      .selectFrom('notebook_versions')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('notebook', '=', notebook)
      .where('name', 'is not', null)
      .executeTakeFirstOrThrow()
  ).count;

/** Gives a version a name, which keeps it for ever, or takes it away. @returns undefined where it is not kept */
export const nameNotebookVersion = (
  db: Kysely<Database>,
  notebook: string,
  revision: number,
  name: string | null,
): Promise<NotebookVersionRecord | undefined> =>
  db
    .updateTable('notebook_versions')
    .set({ name })
    .where('notebook', '=', notebook)
    .where('revision', '=', revision)
    .returning(SUMMARY)
    .executeTakeFirst();

/** Drops the versions of a notebook that need not be kept any longer. */
export async function thinVersions(db: Kysely<Database>, notebook: string, now: Date): Promise<void> {
  const rows = await db.selectFrom('notebook_versions').select(['revision', 'saved_at', 'name']).where('notebook', '=', notebook).execute();
  const dropped = versionsToDrop(
    rows.map(({ revision, saved_at, name }) => ({ revision, savedAt: saved_at, named: name !== null })),
    now,
  );
  for (const chunk of chunks(dropped)) {
    await db.deleteFrom('notebook_versions').where('notebook', '=', notebook).where('revision', 'in', chunk).execute();
  }
}
