import { randomUUID } from 'node:crypto';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import {
  addJob,
  askToCancel,
  computedChunks,
  countJobs,
  endJob,
  FINAL_STATUSES,
  findJob,
  forgetChunks,
  listJobs,
  queuePosition,
  readChunk,
  readJobInput,
  readJobResult,
  removeOldJobs,
  saveChunk,
  startNextJob,
  takeUpJobs,
  type JobEnd,
  type JobRow,
} from '../store/jobs.js';
import type { Store } from '../store/store.js';
import type { Job } from './job.js';
import type { JobKind } from './job-kind.js';
import type { JobPage, JobRunner, JobStart } from './job-runner.js';
import { RunningJob } from './running-job.js';
import { Stages } from './stages.js';
import { restoreProblem, storeProblem, type StoredProblem } from './stored-problem.js';
import { ThreadPool } from './thread-pool.js';

export interface ThreadJobRunnerOptions {
  readonly store: Store;
  readonly kinds: readonly JobKind[];
  /** Threads that compute at the same time. */
  readonly threads: number;
  /** Told of errors that are nobody's mistake, with the number that the user is told. */
  readonly log: (error: unknown, id: string) => void;
  /** How many jobs that are over are kept. */
  readonly keep?: number;
  readonly now?: () => Date;
}

const KEPT_JOBS = 100;
const MOST_QUEUED = 100;
const MOST_KEY_LENGTH = 200;
/** How long to wait before work is dealt again where the database did not answer, milliseconds. */
const RETRY_AFTER = 5_000;
/** How often someone who watches is told how far a chunk is, milliseconds. */
const PROGRESS_INTERVAL = 200;

/**
 * Runs jobs on threads of this program, for a database that no other program runs jobs on. Jobs start in the order in which
 * they were asked for; a thread that the first has no chunk for works on the next.
 */
export class ThreadJobRunner implements JobRunner {
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #pool: ThreadPool;
  /** In the order in which they were asked for. */
  readonly #running = new Map<string, RunningJob>();
  readonly #underWay = new Set<Promise<void>>();
  #dealing: Promise<void> | undefined;
  #dealAgain = false;
  #closed = false;
  #changed = Promise.withResolvers<void>();

  private constructor(private readonly options: ThreadJobRunnerOptions) {
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
    this.#pool = new ThreadPool(options.threads);
  }

  /** Takes up what was not finished when the program last stopped. */
  static async open(options: ThreadJobRunnerOptions): Promise<ThreadJobRunner> {
    const runner = new ThreadJobRunner(options);
    await takeUpJobs(runner.#db, runner.#now());
    runner.#deal();
    return runner;
  }

  async start({ kind, input, identity, idempotencyKey }: JobStart): Promise<Job> {
    const found = this.#kind(kind);
    const key = idempotencyKey ?? null;
    if (key !== null && (key.length < 1 || key.length > MOST_KEY_LENGTH)) {
      throw new Problem('IDEMPOTENCY_KEY_LENGTH', { value: key.length, most: MOST_KEY_LENGTH }, ['idempotencyKey']);
    }
    const waiting = await countJobs(this.#db, 'QUEUED');
    if (waiting >= MOST_QUEUED) throw new Problem('TOO_MANY_JOBS', { value: waiting, most: MOST_QUEUED });
    const hash = contentHash(JSON.stringify([kind, identity]));
    const { row, added } = await addJob(this.#db, {
      id: randomUUID(),
      kind,
      version: found.version,
      input: JSON.stringify(input),
      input_hash: hash,
      idempotency_key: key,
      total_chunks: new Stages(found.open(input).stages).total,
      created_at: this.#now(),
    });
    if (row.input_hash !== hash) throw new Problem('IDEMPOTENCY_KEY_REUSED', { value: key!, job: row.id }, ['idempotencyKey']);
    if (added) this.#deal();
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
    const running = this.#running.get(id);
    if (running) {
      running.endWith({ status: 'CANCELED' });
      await this.#endWhereDone(running);
    }
    this.#tell();
    return this.#present((await findJob(this.#db, id))!);
  }

  async progress(id: string): Promise<AsyncGenerator<Job, void>> {
    await this.#row(id, 'id');
    return this.#watch(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#tell();
    await this.#dealing;
    for (const job of this.#running.values()) job.stop();
    await Promise.all(this.#underWay);
    await this.#pool.close();
  }

  get #db() {
    return this.options.store.db;
  }

  #now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }

  #kind(name: string): JobKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`no kind of job ${name}`);
    return kind;
  }

  async #row(id: string, argument: string): Promise<JobRow> {
    const row = await findJob(this.#db, id);
    if (!row) throw new Problem('UNKNOWN_JOB', { value: id }, [argument]);
    return row;
  }

  async #present(row: JobRow): Promise<Job> {
    const underWay = this.#running.get(row.id)?.partsUnderWay ?? 0;
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      progress: Math.min(1, (row.completed_chunks + underWay) / row.total_chunks),
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
    while (!this.#closed) {
      const changed = this.#changed.promise;
      const job = await this.job(id);
      if (!job) return;
      const text = JSON.stringify(job);
      if (text !== said) yield job;
      said = text;
      if (FINAL_STATUSES.includes(job.status)) return;
      await soon(changed, PROGRESS_INTERVAL);
    }
  }

  /** Lets everyone who watches look again. */
  #tell(): void {
    const told = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    told.resolve();
  }

  /** Deals chunks to free threads. Asked for while it runs, it runs once more. */
  #deal(): void {
    if (this.#closed) return;
    if (this.#dealing) {
      this.#dealAgain = true;
      return;
    }
    this.#dealing = this.#dealOut()
      .catch((error: unknown) => {
        this.#log(error);
        setTimeout(() => this.#deal(), RETRY_AFTER).unref();
      })
      .finally(() => {
        this.#dealing = undefined;
        if (!this.#dealAgain) return;
        this.#dealAgain = false;
        this.#deal();
      });
  }

  async #dealOut(): Promise<void> {
    while (!this.#closed && this.#underWay.size < this.#pool.threads) {
      const next = this.#nextChunk();
      if (next) this.#follow(this.#compute(next.job, next.position));
      else if (!(await this.#startNext())) return;
    }
  }

  #nextChunk(): { readonly job: RunningJob; readonly position: number } | undefined {
    for (const job of this.#running.values()) {
      const position = job.nextChunk();
      if (position !== undefined) return { job, position };
    }
    return undefined;
  }

  /** Counts work as being under way until it is over, then deals again. */
  #follow(work: Promise<void>): void {
    const followed = work
      .catch((error: unknown) => {
        this.#log(error);
      })
      .finally(() => {
        this.#underWay.delete(followed);
        this.#deal();
      });
    this.#underWay.add(followed);
  }

  /** Starts the job that has waited longest; false where none waits. */
  async #startNext(): Promise<boolean> {
    const row = await startNextJob(this.#db, this.#now());
    if (!row) return false;
    this.#tell();
    try {
      const kind = this.#kind(row.kind);
      if (row.version !== kind.version) await forgetChunks(this.#db, row.id, kind.version);
      const job = new RunningJob(
        { ...row, version: kind.version },
        kind.open(await this.input(row.id)),
        await computedChunks(this.#db, row.id),
      );
      this.#running.set(row.id, job);
      // Canceled in between, nobody else would stop it.
      if ((await findJob(this.#db, row.id))?.status === 'CANCELING') job.endWith({ status: 'CANCELED' });
      if (job.isStageComplete) this.#follow(this.#advance(job));
      else await this.#endWhereDone(job);
    } catch (error) {
      await endJob(this.#db, row.id, this.#failure(error), this.#now());
      this.#tell();
    }
    return true;
  }

  async #compute(job: RunningJob, position: number): Promise<void> {
    const { id, kind } = job.row;
    const control = job.begin(position);
    let isDone = false;
    try {
      const input = await job.work.load(position, (other) => this.#chunkBytes(id, other));
      const bytes = await this.#pool.compute(this.#kind(kind).chunks, input, control);
      if (bytes) {
        await saveChunk(this.#db, id, position, bytes);
        isDone = true;
      }
    } catch (error) {
      if (!this.#closed) job.endWith(this.#failure(error));
    }
    job.finish(position, isDone);
    if (isDone && job.isStageComplete) await this.#advance(job);
    await this.#endWhereDone(job);
    this.#tell();
  }

  /** Goes on to the stage that is to be computed next, or joins the chunks where no other is. */
  async #advance(job: RunningJob): Promise<void> {
    const read = (position: number) => this.#chunkBytes(job.row.id, position);
    try {
      while (job.isStageComplete && !job.end) {
        if (job.isLastStage || (await job.work.isEnough?.(job.stage, read))) {
          job.endWith({ status: 'COMPLETED', result: await job.work.join(read, job.stage) });
        } else job.enterNextStage();
      }
    } catch (error) {
      // A job that has been canceled meanwhile has let go of what is joined.
      if (!job.end) job.endWith(this.#failure(error));
    }
    await this.#endWhereDone(job);
    this.#tell();
  }

  /** Ends a job that has a reason to and nothing under way; a job that is ended twice ends once. */
  async #endWhereDone(job: RunningJob): Promise<void> {
    const { end } = job;
    if (!end || !this.#running.delete(job.row.id)) return;
    await endJob(this.#db, job.row.id, end, this.#now());
    await removeOldJobs(this.#db, this.options.keep ?? KEPT_JOBS);
  }

  async #chunkBytes(id: string, position: number) {
    const bytes = await readChunk(this.#db, id, position);
    if (!bytes) throw new Error(`chunk ${position} of job ${id} is missing`);
    return bytes;
  }

  #failure(error: unknown): JobEnd {
    const problem = error instanceof Problem ? error : new Problem('INTERNAL', { id: this.#log(error) });
    return { status: 'FAILED', error: JSON.stringify(storeProblem(problem)) };
  }

  /** Writes an unexpected error down; returns its number. */
  #log(error: unknown): string {
    const id = randomUUID().slice(0, 8);
    this.options.log(error, id);
    return id;
  }
}

/** Waits for a promise, but no longer than some milliseconds. */
async function soon(promise: Promise<void>, milliseconds: number): Promise<void> {
  const waited = Promise.withResolvers<void>();
  const timer = setTimeout(waited.resolve, milliseconds);
  await Promise.race([promise, waited.promise]);
  clearTimeout(timer);
}
