import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES } from './column-types.js';

/** Why an import was made, and why it was taken back. */
export const importReasons = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text } = COLUMN_TYPES[dialect];
    for (const column of ['reason', 'undo_reason']) await db.schema.alterTable('import_batches').addColumn(column, text).execute();
  },
});
