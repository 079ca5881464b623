import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from './database.js';

/** The two databases that the store runs on. */
export type DialectName = 'sqlite' | 'postgres';

/** Which database a connection speaks to. */
export const dialectOf = (db: Kysely<Database>): DialectName =>
  db.getExecutor().adapter.supportsMultipleConnections ? 'postgres' : 'sqlite';

/** A list of texts as one parameter, to stand behind `in`: any number of them, beyond what parameters allow. */
export const textList = (db: Kysely<Database>, texts: readonly string[]): RawBuilder<string> =>
  dialectOf(db) === 'sqlite'
    ? sql`(select value from json_each(${JSON.stringify(texts)}))`
    : sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
