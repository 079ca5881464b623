import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.js';
import { dialectOf } from './dialect.js';

/**
 * Runs several reads on one state of the database, so that an import committed in between does not mix into them.
 * Within a transaction that is open already, they see its state.
 */
export function snapshot<Result>(db: Kysely<Database>, read: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return read(db);
  const run = (transaction: Transaction<Database>) => read(transaction);
  // SQLite has one kind of transaction, and it is a snapshot; PostgreSQL needs to be asked.
  return dialectOf(db) === 'sqlite'
    ? db.transaction().execute(run)
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(run);
}
