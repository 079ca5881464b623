import { randomUUID } from 'node:crypto';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import {
  addJob,
  askToCancel,
  countJobs,
  FINAL_STATUSES,
  findJob,
  listJobs,
  queuePosition,
  readChunk,
  readJobInput,
  readJobResult,
  type JobRow,
} from '../store/jobs.js';
import { ALMOST_DONE } from './chunk-control.js';
import type { Job } from './job.js';
import type { JobPage, JobRunner, JobStart } from './job-runner.js';
import { JobWorker, type JobWorkerOptions } from './job-worker.js';
import { Stages } from './stages.js';
import { restoreProblem, type StoredProblem } from './stored-problem.js';

export interface ThreadJobRunnerOptions extends Omit<JobWorkerOptions, 'threads'> {
  /** Threads that compute at the same time; 0 leaves all work to other programs on the same database. */
  readonly threads: number;
}

const MOST_QUEUED = 100;
const MOST_KEY_LENGTH = 200;
/** How often someone who watches is told how far a chunk is, milliseconds. */
const PROGRESS_INTERVAL = 200;

/** Takes jobs, tells about them, and has them computed by a worker of this program or by those of others. */
export class ThreadJobRunner implements JobRunner {
  #closed = false;

  private constructor(
    private readonly options: ThreadJobRunnerOptions,
    private readonly worker: JobWorker | undefined,
  ) {}

  /** Takes up what was not finished when the program last stopped. */
  static async open(options: ThreadJobRunnerOptions): Promise<ThreadJobRunner> {
    return new ThreadJobRunner(options, options.threads > 0 ? await JobWorker.open(options) : undefined);
  }

  async start({ kind, input, identity, idempotencyKey, repeatable = false }: JobStart): Promise<Job> {
    const found = this.options.kinds.find(({ name }) => name === kind);
    if (!found) throw new Error(`no kind of job ${kind}`);
    const key = idempotencyKey ?? null;
    if (key !== null && (key.length < 1 || key.length > MOST_KEY_LENGTH)) {
      throw new Problem('IDEMPOTENCY_KEY_LENGTH', { value: key.length, most: MOST_KEY_LENGTH }, ['idempotencyKey']);
    }
    const waiting = await countJobs(this.#db, 'QUEUED');
    if (waiting >= MOST_QUEUED) throw new Problem('TOO_MANY_JOBS', { value: waiting, most: MOST_QUEUED });
    const hash = contentHash(JSON.stringify([kind, identity]));
    const { row, added } = await addJob(
      this.#db,
      {
        id: randomUUID(),
        kind,
        version: found.version,
        input: JSON.stringify(input),
        input_hash: hash,
        idempotency_key: key,
        total_chunks: new Stages(found.open(input).stages).total,
        created_at: this.#now(),
      },
      repeatable,
    );
    if (row.input_hash !== hash) throw new Problem('IDEMPOTENCY_KEY_REUSED', { value: key!, job: row.id }, ['idempotencyKey']);
    if (added) this.worker?.wake();
    return this.#present(row);
  }

  async job(id: string): Promise<Job | undefined> {
    const row = await findJob(this.#db, id);
    return row && this.#present(row);
  }

  async jobs({ first, after }: { readonly first: number; readonly after?: string | null | undefined }): Promise<JobPage> {
    const last = after === null || after === undefined ? undefined : await this.#row(after, 'after');
    const rows = await listJobs(this.#db, { first: first + 1, before: last?.number });
    const jobs = await Promise.all(rows.slice(0, first).map((row) => this.#present(row)));
    return { totalCount: await countJobs(this.#db), hasNextPage: rows.length > first, jobs };
  }

  async input(id: string): Promise<unknown> {
    return JSON.parse(await readJobInput(this.#db, id)) as unknown;
  }

  result(id: string): Promise<Buffer | undefined> {
    return readJobResult(this.#db, id);
  }

  async chunk(id: string, position: number): Promise<Buffer | undefined> {
    return (await readChunk(this.#db, id, position))?.kept;
  }

  async cancel(id: string): Promise<Job> {
    const row = await askToCancel(this.#db, id, this.#now());
    if (!row) throw new Problem('UNKNOWN_JOB', { value: id }, ['id']);
    if (row.status === 'COMPLETED' || row.status === 'FAILED') throw new Problem('JOB_IS_OVER', { value: id, status: row.status }, ['id']);
    await this.worker?.cancel(id);
    return this.#present((await findJob(this.#db, id))!);
  }

  async progress(id: string): Promise<AsyncGenerator<Job, void>> {
    await this.#row(id, 'id');
    return this.#watch(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.worker?.close();
  }

  get #db() {
    return this.options.store.db;
  }

  #now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }

  async #row(id: string, argument: string): Promise<JobRow> {
    const row = await findJob(this.#db, id);
    if (!row) throw new Problem('UNKNOWN_JOB', { value: id }, [argument]);
    return row;
  }

  async #present(row: JobRow): Promise<Job> {
    const done = Math.max(row.completed_chunks, this.worker?.chunksDone(row.id) ?? 0);
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      // Its chunks may all be computed and yet have to be joined, or some of them not be needed.
      progress: row.status === 'COMPLETED' ? 1 : Math.min(ALMOST_DONE, done / row.total_chunks),
      completedChunks: row.completed_chunks,
      totalChunks: row.total_chunks,
      // It may have started since the row was read, and then none is before it.
      queuePosition: row.status === 'QUEUED' ? Math.max(1, await queuePosition(this.#db, row.number)) : null,
      version: row.version,
      createdAt: new Date(row.created_at),
      startedAt: row.started_at === null ? null : new Date(row.started_at),
      finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
      error: row.error === null ? null : restoreProblem(JSON.parse(row.error) as StoredProblem),
    };
  }

  async *#watch(id: string): AsyncGenerator<Job, void> {
    let said = '';
    let progress = 0;
    while (!this.#closed) {
      const changed = this.worker?.change;
      const read = await this.job(id);
      if (!read) return;
      // A chunk may have been kept after the row was read: then less is known of it than was told before.
      progress = Math.max(progress, read.progress);
      const job = FINAL_STATUSES.includes(read.status) ? read : { ...read, progress };
      const text = JSON.stringify(job);
      if (text !== said) yield job;
      said = text;
      if (FINAL_STATUSES.includes(job.status)) return;
      await soon(changed, PROGRESS_INTERVAL);
    }
  }
}

/** Waits for a promise, if there is one, but no longer than some milliseconds. */
async function soon(promise: Promise<void> | undefined, milliseconds: number): Promise<void> {
  const waited = Promise.withResolvers<void>();
  const timer = setTimeout(waited.resolve, milliseconds);
  await Promise.race([waited.promise, ...(promise ? [promise] : [])]);
  clearTimeout(timer);
}
