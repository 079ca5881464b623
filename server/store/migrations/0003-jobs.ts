import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, finishTable } from './column-types.js';

/** Work that is too long for one request, and the parts of it that are done. */
export const jobs = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    const { text, integer, bytes } = COLUMN_TYPES[dialect];
    const table = db.schema
      .createTable('jobs')
      .addColumn('id', text, (build) => build.notNull())
      .addColumn('number', integer, (build) => build.notNull())
      .addColumn('kind', text, (build) => build.notNull())
      .addColumn('version', text, (build) => build.notNull())
      .addColumn('input', text, (build) => build.notNull())
      .addColumn('input_hash', text, (build) => build.notNull())
      .addColumn('idempotency_key', text)
      .addColumn('status', text, (build) => build.notNull())
      .addColumn('completed_chunks', integer, (build) => build.notNull())
      .addColumn('total_chunks', integer, (build) => build.notNull())
      .addColumn('created_at', text, (build) => build.notNull())
      .addColumn('started_at', text)
      .addColumn('finished_at', text)
      .addColumn('error', text)
      .addColumn('result', bytes)
      .addPrimaryKeyConstraint('jobs_key', ['id'])
      .addUniqueConstraint('jobs_number', ['number'])
      .addCheckConstraint('jobs_status', sql`status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELING', 'CANCELED')`);
    await finishTable(table, dialect).execute();
    await sql`create unique index jobs_by_idempotency_key on jobs (idempotency_key) where idempotency_key is not null`.execute(db);
    await db.schema.createIndex('jobs_by_status').on('jobs').columns(['status', 'number']).execute();

    const chunks = db.schema
      .createTable('job_chunks')
      .addColumn('job', text, (build) => build.notNull())
      .addColumn('position', integer, (build) => build.notNull())
      .addColumn('kept', bytes, (build) => build.notNull())
      .addColumn('joined', bytes)
      .addPrimaryKeyConstraint('job_chunks_key', ['job', 'position'])
      .addForeignKeyConstraint('job_chunks_job', ['job'], 'jobs', ['id'], (build) => build.onDelete('cascade'));
    await finishTable(chunks, dialect).execute();
  },
});
