import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** The defaults that a workspace has set, and every change of them. */
export const workspaceAssumptions = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer, number } = COLUMN_TYPES[dialect];
    const assumptions = db.schema
      .createTable('workspace_assumptions')
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('value', number, (column) => column.notNull())
      .addColumn('changed_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('workspace_assumptions_key', ['name']);
    const changes = db.schema
      .createTable('assumption_changes')
      .addColumn('id', integer, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('before', number)
      .addColumn('after', number)
      .addColumn('changed_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('assumption_changes_key', ['id']);
    for (const table of [assumptions, changes]) await finishTable(table, dialect).execute();
  },
});
