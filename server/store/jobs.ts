import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database, JobStatus, JobTable } from './database.js';

const SUMMARY = [
  'id',
  'number',
  'kind',
  'version',
  'status',
  'input_hash',
  'completed_chunks',
  'total_chunks',
  'created_at',
  'started_at',
  'finished_at',
  'error',
] as const;

/** A job without what was asked and what came of it, which can be large. */
export type JobRow = Pick<Selectable<JobTable>, (typeof SUMMARY)[number]>;

/** A job as it is asked for. */
export type NewJobRow = Pick<
  Selectable<JobTable>,
  'id' | 'kind' | 'version' | 'input' | 'input_hash' | 'idempotency_key' | 'total_chunks' | 'created_at'
>;

/** Statuses that nothing follows. */
export const FINAL_STATUSES: readonly JobStatus[] = ['COMPLETED', 'FAILED', 'CANCELED'];

/**
 * Puts a job at the end of the queue; one with the same idempotency key is there already and is given instead.
 * @param repeatable a completed one of the same kind, version and input is given as well
 */
export async function addJob(
  db: Kysely<Database>,
  job: NewJobRow,
  repeatable = false,
): Promise<{ readonly row: JobRow; readonly added: boolean }> {
  for (;;) {
    const found =
      job.idempotency_key === null
        ? undefined
        : await db.selectFrom('jobs').select(SUMMARY).where('idempotency_key', '=', job.idempotency_key).executeTakeFirst();
    const same = found ?? (repeatable ? await findCompletedJob(db, job) : undefined);
    if (same) return { row: same, added: false };
    const row = await db
      .insertInto('jobs')
      .values({
        ...job,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from jobs)`,
        status: 'QUEUED',
        completed_chunks: 0,
        started_at: null,
        finished_at: null,
        error: null,
        result: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(SUMMARY)
      .executeTakeFirst();
    if (row) return { row, added: true };
    // Another program took the number or the key in between: look again.
  }
}

const findCompletedJob = (db: Kysely<Database>, { kind, version, input }: NewJobRow): Promise<JobRow | undefined> =>
  db
    .selectFrom('jobs')
    .select(SUMMARY)
    .where('status', '=', 'COMPLETED')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('input', '=', input)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

export const findJob = (db: Kysely<Database>, id: string): Promise<JobRow | undefined> =>
  db.selectFrom('jobs').select(SUMMARY).where('id', '=', id).executeTakeFirst();

/** The JSON that a job was asked for with. */
export const readJobInput = async (db: Kysely<Database>, id: string): Promise<string> =>
  (await db.selectFrom('jobs').select('input').where('id', '=', id).executeTakeFirstOrThrow()).input;

/** What a completed job came to. */
export const readJobResult = async (db: Kysely<Database>, id: string): Promise<Buffer | undefined> =>
  (await db.selectFrom('jobs').select('result').where('id', '=', id).executeTakeFirst())?.result ?? undefined;

/** Jobs from the newest to the oldest, those before a number. */
export const listJobs = (db: Kysely<Database>, { first, before }: { first: number; before?: number | undefined }): Promise<JobRow[]> =>
  db
    .selectFrom('jobs')
    .select(SUMMARY)
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(first)
    .execute();

export const countJobs = async (db: Kysely<Database>, status?: JobStatus): Promise<number> => {
  const { count } = await db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .executeTakeFirstOrThrow();
  return count;
};

/** Jobs that are being worked on or to be stopped, in the order in which they were asked for. */
export const listRunningJobs = (db: Kysely<Database>): Promise<JobRow[]> =>
  db.selectFrom('jobs').select(SUMMARY).where('status', 'in', ['RUNNING', 'CANCELING']).orderBy('number').execute();

/** How many jobs start before the one of this number does, itself counted. */
export async function queuePosition(db: Kysely<Database>, number: number): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('status', '=', 'QUEUED')
    .where('number', '<=', number)
    .executeTakeFirstOrThrow();
  return count;
}

/** Starts the job that has waited longest. */
export const startNextJob = (db: Kysely<Database>, at: string): Promise<JobRow | undefined> =>
  db
    .updateTable('jobs')
    .set({ status: 'RUNNING', started_at: sql<string>`coalesce(started_at, ${at})` })
    .where('number', '=', (select) =>
      select
        .selectFrom('jobs')
        .select((job) => job.fn.min('number').as('number'))
        .where('status', '=', 'QUEUED'),
    )
    .where('status', '=', 'QUEUED')
    .returning(SUMMARY)
    .executeTakeFirst();

/**
 * Asks for an end: a job that waits is canceled at once, one that runs is marked for its runner to stop.
 * @returns the job as it is now; undefined where there is none
 */
export async function askToCancel(db: Kysely<Database>, id: string, at: string): Promise<JobRow | undefined> {
  await db.updateTable('jobs').set({ status: 'CANCELED', finished_at: at }).where('id', '=', id).where('status', '=', 'QUEUED').execute();
  await db.updateTable('jobs').set({ status: 'CANCELING' }).where('id', '=', id).where('status', '=', 'RUNNING').execute();
  return findJob(db, id);
}

/** How a job ended. */
export type JobEnd =
  | { readonly status: 'COMPLETED'; readonly result: Buffer }
  | { readonly status: 'FAILED'; readonly error: string }
  | { readonly status: 'CANCELED' };

/**
 * Ends a job that runs, and lets go of what was only needed to join its chunks. What a completed job has computed was all
 * that it took, even if it might have taken more. One that is being canceled ends canceled,
 * whatever else it came to, so that who canceled it does not see it completed.
 */
export const endJob = (db: Kysely<Database>, id: string, end: JobEnd, at: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const over = { finished_at: at };
    await transaction
      .updateTable('jobs')
      .set((select) => ({ ...end, ...over, ...(end.status === 'COMPLETED' ? { total_chunks: select.ref('completed_chunks') } : {}) }))
      .where('id', '=', id)
      .where('status', '=', 'RUNNING')
      .execute();
    await transaction
      .updateTable('jobs')
      .set({ status: 'CANCELED', ...over })
      .where('id', '=', id)
      .where('status', '=', 'CANCELING')
      .execute();
    await transaction.updateTable('job_chunks').set({ joined: null }).where('job', '=', id).execute();
  });

/** A chunk's bytes; see `JobChunkTable`. */
export interface ChunkBytes {
  readonly kept: Buffer;
  readonly joined: Buffer | null;
}

/** Keeps a chunk that has been computed; computed twice, the first one stands, for its bytes are the same. */
export const saveChunk = (db: Kysely<Database>, job: string, position: number, bytes: ChunkBytes): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('job_chunks')
      .values({ job, position, ...bytes })
      .onConflict((conflict) => conflict.columns(['job', 'position']).doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return;
    await transaction
      .updateTable('jobs')
      .set({ completed_chunks: sql`completed_chunks + 1` })
      .where('id', '=', job)
      .execute();
  });

/** Positions of the chunks that are computed, ascending. */
export const computedChunks = async (db: Kysely<Database>, job: string): Promise<number[]> =>
  (await db.selectFrom('job_chunks').select('position').where('job', '=', job).orderBy('position').execute()).map(
    ({ position }) => position,
  );

export const readChunk = (db: Kysely<Database>, job: string, position: number): Promise<ChunkBytes | undefined> =>
  db.selectFrom('job_chunks').select(['kept', 'joined']).where('job', '=', job).where('position', '=', position).executeTakeFirst();

/** Forgets the chunks of a job whose code has changed since: they would not go together with new ones. */
export const forgetChunks = (db: Kysely<Database>, job: string, version: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('jobs')
      .set({ version, completed_chunks: 0 })
      .where('id', '=', job)
      .where('version', '!=', version)
      .executeTakeFirst();
    // Another program of the same version has forgotten them already, and may have computed new ones.
    if (numUpdatedRows) await transaction.deleteFrom('job_chunks').where('job', '=', job).execute();
  });

/** After a stop of the only program that works on jobs: what ran waits again, before all that came later; what was being canceled is. */
export const takeUpJobs = (db: Kysely<Database>, at: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction.updateTable('jobs').set({ status: 'QUEUED' }).where('status', '=', 'RUNNING').execute();
    await transaction.updateTable('jobs').set({ status: 'CANCELED', finished_at: at }).where('status', '=', 'CANCELING').execute();
  });

/** Removes finished jobs, with their chunks, but for the newest ones. */
export async function removeOldJobs(db: Kysely<Database>, keep: number): Promise<void> {
  const last = await db
    .selectFrom('jobs')
    .select('number')
    .where('status', 'in', FINAL_STATUSES)
    .orderBy('number', 'desc')
    .offset(keep)
    .limit(1)
    .executeTakeFirst();
  if (last) await db.deleteFrom('jobs').where('status', 'in', FINAL_STATUSES).where('number', '<=', last.number).execute();
}
