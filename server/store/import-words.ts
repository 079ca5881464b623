import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Database, ImportWordTable } from './database.js';

export type ImportWordRow = Selectable<ImportWordTable>;

/** All that people have said of words, the latest first. */
export const readImportWords = (db: Kysely<Database>): Promise<ImportWordRow[]> =>
  db.selectFrom('import_words').selectAll().orderBy('said_at', 'desc').orderBy('id').execute();

/** Keeps what a word means, in place of what it meant before. */
export async function saveImportWord(db: Kysely<Database>, word: Omit<ImportWordRow, 'id'>): Promise<ImportWordRow> {
  const { written, meaning, said_at, said_by } = word;
  return db
    .insertInto('import_words')
    .values({ ...word, id: randomUUID() })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet({ written, meaning, said_at, said_by }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Whether there was such a word. */
export async function removeImportWord(db: Kysely<Database>, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('import_words').where('id', '=', id).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
