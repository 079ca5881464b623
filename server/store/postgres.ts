import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.js';
import { migrate } from './migrations.js';
import type { Store } from './store.js';

/** Reads a bigint; every bigint of ours is fen, an id or a count, so one beyond 2^53 is a fault, not a number to round. */
function readBigint(written: string): number {
  const value = Number(written);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${written} exceeds what a number holds exactly`);
  return value;
}

/**
 * Opens a PostgreSQL by its URL.
 * @param log is told when the server ends an idle connection; the pool opens another when one is needed
 */
export async function openPostgres(databaseUrl: string, log: (message: string) => void = console.error): Promise<Store> {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, readBigint);
  const pool = new pg.Pool({ connectionString: databaseUrl, types });
  let closing = false;
  pool.on('error', (error) => {
    if (!closing) log(`database connection lost: ${error.message}`);
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const close = () => {
    closing = true;
    return db.destroy();
  };
  return { db, dialect: 'postgres', close };
}
