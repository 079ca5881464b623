import { type Kysely, sql } from 'kysely';
import type { Database } from './database.js';

/**
 * Waits until no other import or undo is under way, and keeps others waiting until this transaction ends. Must be its
 * first statement, so that all it reads afterwards is what it will write upon.
 */
export async function lockWorkspace(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('workspace')
    .set({ revision: sql`revision` })
    .where('id', '=', 1)
    .execute();
}

/** Raises the workspace's revision, and gives the new one. It only ever grows, also across undos. */
export async function raiseRevision(db: Kysely<Database>): Promise<number> {
  const { revision } = await db
    .updateTable('workspace')
    .set({ revision: sql`revision + 1` })
    .where('id', '=', 1)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** The workspace's revision as it stands. */
export async function readWorkspaceRevision(db: Kysely<Database>): Promise<number> {
  const { revision } = await db.selectFrom('workspace').select('revision').where('id', '=', 1).executeTakeFirstOrThrow();
  return revision;
}
