import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** Plans that were adopted, each as it was on the day, and which of them were withdrawn. Rows are added, never changed. */
export const adoptedPlans = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer } = COLUMN_TYPES[dialect];
    const plans = db.schema
      .createTable('adopted_plans')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('number', integer, (column) => column.notNull())
      .addColumn('counties', text, (column) => column.notNull())
      .addColumn('demonstration', integer, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('note', text)
      .addColumn('content', text, (column) => column.notNull())
      .addColumn('adopted_at', text, (column) => column.notNull())
      .addColumn('adopted_by', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('adopted_plans_key', ['id'])
      .addUniqueConstraint('adopted_plans_number', ['number']);
    const withdrawals = db.schema
      .createTable('plan_withdrawals')
      .addColumn('plan', text, (column) => column.notNull())
      .addColumn('reason', text, (column) => column.notNull())
      .addColumn('withdrawn_at', text, (column) => column.notNull())
      .addColumn('withdrawn_by', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('plan_withdrawals_key', ['plan'])
      .addForeignKeyConstraint('plan_withdrawals_plan', ['plan'], 'adopted_plans', ['id']);
    for (const table of [plans, withdrawals]) await finishTable(table, dialect).execute();
  },
});
