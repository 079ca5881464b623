import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** What the county keeps of its work: entries of registers, every change of them, and the documents that prove them. */
export const registers = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer, bytes } = COLUMN_TYPES[dialect];
    const entries = db.schema
      .createTable('entries')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('register', text, (column) => column.notNull())
      .addColumn('county', text, (column) => column.notNull())
      .addColumn('village', text)
      .addColumn('sort_key', text, (column) => column.notNull())
      .addColumn('fields', text, (column) => column.notNull())
      .addColumn('demonstration', integer, (column) => column.notNull())
      .addColumn('revision', integer, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('updated_by', text)
      .addPrimaryKeyConstraint('entries_key', ['id']);
    const changes = db.schema
      .createTable('entry_changes')
      .addColumn('number', integer, (column) => column.notNull())
      .addColumn('entry', text, (column) => column.notNull())
      .addColumn('register', text, (column) => column.notNull())
      .addColumn('county', text, (column) => column.notNull())
      .addColumn('demonstration', integer, (column) => column.notNull())
      .addColumn('before', text)
      .addColumn('after', text)
      .addColumn('changed_at', text, (column) => column.notNull())
      .addColumn('changed_by', text)
      .addColumn('reason', text)
      .addPrimaryKeyConstraint('entry_changes_key', ['number']);
    const documents = db.schema
      .createTable('documents')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('media_type', text, (column) => column.notNull())
      .addColumn('size', integer, (column) => column.notNull())
      .addColumn('content', bytes, (column) => column.notNull())
      .addColumn('stored_at', text, (column) => column.notNull())
      .addColumn('stored_by', text)
      .addPrimaryKeyConstraint('documents_key', ['id']);
    for (const table of [entries, changes, documents]) await finishTable(table, dialect).execute();
    await db.schema.createIndex('entries_by_register').on('entries').columns(['register', 'county', 'sort_key']).execute();
    await db.schema.createIndex('entries_by_village').on('entries').columns(['village']).execute();
    await db.schema.createIndex('entry_changes_by_entry').on('entry_changes').columns(['entry', 'number']).execute();
    await db.schema.createIndex('entry_changes_by_county').on('entry_changes').columns(['county', 'number']).execute();
  },
});
