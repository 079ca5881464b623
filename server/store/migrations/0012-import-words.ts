import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** What words of imported files mean, as people have said. */
export const importWords = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text } = COLUMN_TYPES[dialect];
    const words = db.schema
      .createTable('import_words')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('key', text, (column) => column.notNull())
      .addColumn('written', text, (column) => column.notNull())
      .addColumn('meaning', text, (column) => column.notNull())
      .addColumn('said_at', text, (column) => column.notNull())
      .addColumn('said_by', text)
      .addPrimaryKeyConstraint('import_words_id', ['id'])
      .addUniqueConstraint('import_words_key', ['kind', 'key']);
    await finishTable(words, dialect).execute();
  },
});
