import { type ColumnDataType, type CreateTableBuilder, type RawBuilder, sql } from 'kysely';
import type { DialectName } from '../dialect.js';

/** What a column may hold: text compared byte by byte, whole numbers, money (fen, up to 2^53), other numbers (doubles), bytes. */
export type ColumnKind = 'text' | 'integer' | 'money' | 'number' | 'bytes';

/** What the two databases call each kind. */
export const COLUMN_TYPES: Readonly<Record<DialectName, Readonly<Record<ColumnKind, ColumnDataType | RawBuilder<string>>>>> = {
  sqlite: { text: 'text', integer: 'integer', money: 'integer', number: 'real', bytes: 'blob' },
  postgres: { text: sql`text collate "C"`, integer: 'integer', money: 'bigint', number: 'double precision', bytes: 'bytea' },
};

/** SQLite checks the types of a column only in a STRICT table. */
export const finishTable = (table: CreateTableBuilder<string, string>, dialect: DialectName): CreateTableBuilder<string, string> =>
  dialect === 'sqlite' ? table.modifyEnd(sql`strict`) : table;
