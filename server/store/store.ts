import type { Kysely } from 'kysely';
import type { Database } from './database.js';
import type { DialectName } from './dialect.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';

/** The database behind one door, whichever of the two it is. */
export interface Store {
  readonly db: Kysely<Database>;
  readonly dialect: DialectName;
  close(): Promise<void>;
}

export type StorePlace = { readonly dataDirectory: string } | { readonly databaseUrl: string };

/**
 * Opens the database and brings it to the present form.
 * @param where a directory for the embedded database (`:memory:` keeps it in memory), or the URL of a PostgreSQL
 */
export const openStore = (where: StorePlace): Promise<Store> =>
  'databaseUrl' in where ? openPostgres(where.databaseUrl) : openSqlite(where.dataDirectory);
