import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** Which program computes which chunk, where several work on one job. */
export const jobLeases = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer, number } = COLUMN_TYPES[dialect];
    const leases = db.schema
      .createTable('job_leases')
      .addColumn('job', text, (build) => build.notNull())
      .addColumn('position', integer, (build) => build.notNull())
      .addColumn('holder', text, (build) => build.notNull())
      .addColumn('until', number, (build) => build.notNull())
      .addPrimaryKeyConstraint('job_leases_key', ['job', 'position'])
      .addForeignKeyConstraint('job_leases_job', ['job'], 'jobs', ['id'], (build) => build.onDelete('cascade'));
    await finishTable(leases, dialect).execute();
  },
});
