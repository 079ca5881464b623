import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './database.js';
import { migrate } from './migrations.js';
import type { Store } from './store.js';

/** How long a write waits for another program's write, milliseconds: an import of a province takes seconds. */
const BUSY_TIMEOUT = 60_000;

/** Opens (and creates) the embedded database in a directory, or in memory. */
export async function openSqlite(dataDirectory: string): Promise<Store> {
  const inMemory = dataDirectory === ':memory:';
  if (!inMemory) mkdirSync(dataDirectory, { recursive: true });
  const file = new SqliteDatabase(inMemory ? ':memory:' : join(dataDirectory, 'planner.sqlite'), { timeout: BUSY_TIMEOUT });
  file.pragma('journal_mode = WAL');
  file.pragma('foreign_keys = ON');
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: file }) });
  try {
    // One writer at a time, so that two programs starting together do not both migrate.
    file.exec('begin immediate');
    await migrate(db, 'sqlite');
    file.exec('commit');
  } catch (error) {
    // Closing rolls an open transaction back.
    file.close();
    throw error;
  }
  return { db, dialect: 'sqlite', close: () => db.destroy() };
}
