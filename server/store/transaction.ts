import type { Kysely } from 'kysely';
import type { Database } from './database.js';

/** Runs work in the transaction that is open, else in one of its own. */
export const inTransaction = <Result>(db: Kysely<Database>, work: (db: Kysely<Database>) => Promise<Result>): Promise<Result> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);
