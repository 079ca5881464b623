import { type Kysely, sql } from 'kysely';
import type { Database, JobLeaseTable } from './database.js';

/** Leases of chunks; on PostgreSQL only, where several programs may work on one job. */

/** Seconds since 1970 by the database's clock. */
const NOW = sql<number>`extract(epoch from clock_timestamp())::double precision`;

type Lease = Pick<JobLeaseTable, 'job' | 'position' | 'holder'>;

/**
 * Takes a chunk that is not computed yet, unless another program holds it or the job is not at work in this version.
 * @param seconds until others may take it
 * @returns whether it is the holder's now
 */
export async function takeLease(
  db: Kysely<Database>,
  { job, position, holder, version }: Lease & { readonly version: string },
  seconds: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into job_leases (job, position, holder, until)
    select ${job}::text, ${position}::integer, ${holder}::text, ${NOW} + ${seconds}::double precision
    where exists (select 1 from jobs where id = ${job} and status = 'RUNNING' and version = ${version})
      and not exists (select 1 from job_chunks where job = ${job} and position = ${position})
    on conflict (job, position) do update set holder = excluded.holder, until = excluded.until
    where job_leases.until < ${NOW} or job_leases.holder = excluded.holder
    returning job`.execute(db);
  return rows.length === 1;
}

/** Keeps what a holder has for some seconds more. */
export async function renewLeases(db: Kysely<Database>, holder: string, seconds: number): Promise<void> {
  await db
    .updateTable('job_leases')
    .set({ until: sql<number>`${NOW} + ${seconds}::double precision` })
    .where('holder', '=', holder)
    .execute();
}

export async function releaseLease(db: Kysely<Database>, { job, position, holder }: Lease): Promise<void> {
  await db.deleteFrom('job_leases').where('job', '=', job).where('position', '=', position).where('holder', '=', holder).execute();
}

export async function releaseLeases(db: Kysely<Database>, holder: string): Promise<void> {
  await db.deleteFrom('job_leases').where('holder', '=', holder).execute();
}

/** Whether a program is at work on the job. */
export async function isLeased(db: Kysely<Database>, job: string): Promise<boolean> {
  const found = await db
    .selectFrom('job_leases')
    .select('job')
    .where('job', '=', job)
    .where('until', '>=', NOW)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
