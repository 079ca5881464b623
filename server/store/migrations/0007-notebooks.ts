import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** Notebooks, and the states of each that are kept. */
export const notebooks = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer } = COLUMN_TYPES[dialect];
    const table = db.schema
      .createTable('notebooks')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('title', text, (column) => column.notNull())
      .addColumn('county', text)
      .addColumn('origin', text)
      .addColumn('creation_hash', text, (column) => column.notNull())
      .addColumn('revision', integer, (column) => column.notNull())
      .addColumn('editor', text)
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('deleted_at', text)
      .addPrimaryKeyConstraint('notebooks_key', ['id']);
    await finishTable(table, dialect).execute();
    await db.schema.createIndex('notebooks_by_time').on('notebooks').columns(['updated_at', 'id']).execute();

    const versions = db.schema
      .createTable('notebook_versions')
      .addColumn('notebook', text, (column) => column.notNull())
      .addColumn('revision', integer, (column) => column.notNull())
      .addColumn('spec', text, (column) => column.notNull())
      .addColumn('editor', text)
      .addColumn('saved_at', text, (column) => column.notNull())
      .addColumn('name', text)
      .addPrimaryKeyConstraint('notebook_versions_key', ['notebook', 'revision'])
      .addForeignKeyConstraint('notebook_versions_notebook', ['notebook'], 'notebooks', ['id'], (build) => build.onDelete('cascade'));
    await finishTable(versions, dialect).execute();
  },
});
