import { randomUUID } from 'node:crypto';
import { Problem } from '../base/errors/problem.js';
import {
  computedChunks,
  endJob,
  FINAL_STATUSES,
  findJob,
  forgetChunks,
  listRunningJobs,
  readChunk,
  readJobInput,
  removeOldJobs,
  saveChunk,
  startNextJob,
  takeUpJobs,
  type JobEnd,
  type JobRow,
} from '../store/jobs.js';
import { isLeased } from '../store/job-leases.js';
import type { Store } from '../store/store.js';
import { openLeases, type ChunkLeases } from './chunk-leases.js';
import type { JobKind } from './job-kind.js';
import { RunningJob } from './running-job.js';
import { storeProblem } from './stored-problem.js';
import { ThreadPool } from './thread-pool.js';

export interface JobWorkerOptions {
  readonly store: Store;
  readonly kinds: readonly JobKind[];
  /** Threads that compute at the same time, at least one. */
  readonly threads: number;
  /** Told of errors that are nobody's mistake, with the number that the user is told. */
  readonly log: (error: unknown, id: string) => void;
  /** How many jobs that are over are kept. */
  readonly keep?: number;
  /** How long a program that was killed keeps its chunks from the others, seconds. */
  readonly leaseSeconds?: number;
  readonly now?: () => Date;
}

const KEPT_JOBS = 100;
/** How long to wait before work is dealt again where the database did not answer, milliseconds. */
const RETRY_AFTER = 5_000;
/** How often to look for what other programs have asked for and done, milliseconds. */
const LOOK_INTERVAL = 500;
/** What is leased to join the chunks. */
const JOINING = -1;

/**
 * Computes jobs on threads of this program. Jobs start in the order in which they were asked for, as many as there are
 * threads, and share these evenly: a whole country never keeps a single cell of a notebook waiting for longer than one of its
 * chunks takes. A thread that none of them has a chunk for starts one more. On PostgreSQL any number of programs, on any number of machines, work on the same
 * jobs: each takes a chunk at a time by a lease, so that the chunks of a killed one are soon computed by the others.
 */
export class JobWorker {
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #pool: ThreadPool;
  readonly #leases: ChunkLeases;
  /** In the order in which they were asked for. */
  readonly #running = new Map<string, RunningJob>();
  readonly #advancing = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #dealing: Promise<void> | undefined;
  #dealAgain = false;
  #looking: NodeJS.Timeout | undefined;
  #closed = false;
  #closing: Promise<void> | undefined;
  #changed = Promise.withResolvers<void>();

  private constructor(private readonly options: JobWorkerOptions) {
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
    this.#pool = new ThreadPool(options.threads);
    this.#leases = openLeases(options.store, (error) => this.#log(error), options.leaseSeconds);
  }

  /** Takes up what was not finished when a program last stopped. */
  static async open(options: JobWorkerOptions): Promise<JobWorker> {
    const worker = new JobWorker(options);
    if (worker.#leases.shared) worker.#looking = setInterval(() => worker.#look(), LOOK_INTERVAL);
    else await takeUpJobs(worker.#db, worker.#now());
    worker.wake();
    return worker;
  }

  /**
   * Looks for work that other programs have asked for or let go of. Only here are chunks tried again that others had: tried
   * at every deal, the first such chunk would be asked for over and over, and those after it never.
   */
  #look(): void {
    for (const job of this.#running.values()) job.tryAgain();
    this.wake();
  }

  /** Deals chunks to free threads, because there may be new work. Called while it does, it does so once more. */
  wake(): void {
    if (this.#closed) return;
    if (this.#dealing) {
      this.#dealAgain = true;
      return;
    }
    this.#dealing = this.#dealOut()
      .catch((error: unknown) => {
        this.#log(error);
        setTimeout(() => this.wake(), RETRY_AFTER).unref();
      })
      .finally(() => {
        this.#dealing = undefined;
        if (!this.#dealAgain) return;
        this.#dealAgain = false;
        this.wake();
      });
  }

  /** Stops what this program computes of a job that is being canceled. */
  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running) {
      running.endWith({ status: 'CANCELED' });
      await this.#endWhereDone(running);
    }
    this.#tell();
  }

  /** How much is known here to be done of a job, in chunks, with the parts of those under way; 0 where it is not at work on it. */
  chunksDone(id: string): number {
    return this.#running.get(id)?.chunksDone ?? 0;
  }

  /** Settles when something has changed about a job here. */
  get change(): Promise<void> {
    return this.#changed.promise;
  }

  /** Stops work; what was not finished is taken up by the next start, or by other programs. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    this.#tell();
    await this.#dealing;
    for (const job of this.#running.values()) job.stop();
    await Promise.all(this.#underWay);
    await this.#pool.close();
    await this.#leases.close();
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

  /** Lets everyone who watches look again. */
  #tell(): void {
    const told = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    told.resolve();
  }

  async #dealOut(): Promise<void> {
    if (this.#leases.shared) await this.#lookAround();
    while (!this.#closed && this.#underWay.size < this.#pool.threads) {
      if (this.#running.size < this.#pool.threads && (await this.#startNext())) continue;
      const next = this.#nextChunk();
      if (next) this.#follow(this.#compute(next.job, next.position));
      else if (!(await this.#startNext())) return;
    }
  }

  /** A chunk of the job that the fewest threads work on, the first asked for among those. */
  #nextChunk(): { readonly job: RunningJob; readonly position: number } | undefined {
    for (const job of [...this.#running.values()].sort((left, right) => left.countUnderWay - right.countUnderWay)) {
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
        this.wake();
      });
    this.#underWay.add(followed);
  }

  /** Takes note of what other programs have done, and joins in the jobs that they work on. */
  async #lookAround(): Promise<void> {
    const rows = await listRunningJobs(this.#db);
    const statuses = new Map(rows.map(({ id, status }) => [id, status]));
    for (const [id, job] of this.#running) {
      if (statuses.get(id) === 'RUNNING') {
        job.refresh(await computedChunks(this.#db, id));
        if (job.isStageComplete && !this.#advancing.has(id)) this.#follow(this.#advance(job));
      } else {
        // It is being canceled, or over: another program has ended it, and then this end does nothing.
        job.endWith({ status: 'CANCELED' });
        await this.#endWhereDone(job);
      }
    }
    for (const row of rows) {
      if (this.#running.has(row.id)) continue;
      // Whoever computes the chunks of another version goes on with them.
      if (row.version !== this.#kind(row.kind).version && (await isLeased(this.#db, row.id))) continue;
      await this.#take(row);
    }
  }

  /** Starts the job that has waited longest; false where none waits. */
  async #startNext(): Promise<boolean> {
    const row = await startNextJob(this.#db, this.#now());
    if (!row) return false;
    this.#tell();
    await this.#take(row);
    return true;
  }

  /** Opens a job to work on it. */
  async #take(row: JobRow): Promise<void> {
    try {
      const kind = this.#kind(row.kind);
      if (row.version !== kind.version) await forgetChunks(this.#db, row.id, kind.version);
      const job = new RunningJob(
        { ...row, version: kind.version },
        kind.open(JSON.parse(await readJobInput(this.#db, row.id))),
        await computedChunks(this.#db, row.id),
      );
      this.#running.set(row.id, job);
      // Canceled in between, nobody else would stop it.
      if ((await findJob(this.#db, row.id))?.status === 'CANCELING') job.endWith({ status: 'CANCELED' });
      if (job.isStageComplete) this.#follow(this.#advance(job));
      else await this.#endWhereDone(job);
    } catch (error) {
      if (await this.#isOver(row.id)) return;
      await endJob(this.#db, row.id, this.#failure(error), this.#now());
      this.#tell();
    }
  }

  async #compute(job: RunningJob, position: number): Promise<void> {
    const { id, kind } = job.row;
    const control = job.begin(position);
    let isDone = false;
    try {
      if (!(await this.#leases.take(job.row, position))) {
        job.leaveToOthers(position);
        await this.#endWhereDone(job);
        return;
      }
      const input = await job.work.load(position, (other) => this.#chunkBytes(id, other));
      const bytes = await this.#pool.compute(this.#kind(kind).chunks, input, control);
      if (bytes) {
        await saveChunk(this.#db, id, position, bytes);
        isDone = true;
      }
      await this.#leases.release(id, position);
    } catch (error) {
      if (!this.#closed && !(await this.#isOver(id))) job.endWith(this.#failure(error));
    }
    job.finish(position, isDone);
    if (isDone && job.isStageComplete) await this.#advance(job);
    await this.#endWhereDone(job);
    this.#tell();
  }

  /** Goes on to the stage that is to be computed next, or joins the chunks where no other is. */
  async #advance(job: RunningJob): Promise<void> {
    const { id } = job.row;
    if (this.#advancing.has(id)) return;
    this.#advancing.add(id);
    const read = (position: number) => this.#chunkBytes(id, position);
    try {
      while (job.isStageComplete && !job.end) {
        if (job.isLastStage || (await job.work.isEnough?.(job.stage, read))) {
          // Another program joins them where this one does not.
          if (!(await this.#leases.take(job.row, JOINING))) break;
          job.endWith({ status: 'COMPLETED', result: await job.work.join(read, job.stage) });
        } else job.enterNextStage();
      }
    } catch (error) {
      // A job that has been canceled, or joined elsewhere, meanwhile has let go of what is joined.
      if (!job.end && !(await this.#isOver(id))) job.endWith(this.#failure(error));
    } finally {
      this.#advancing.delete(id);
    }
    await this.#endWhereDone(job);
    this.#tell();
  }

  /** Ends a job that has a reason to and nothing under way; a job that is ended twice ends once. */
  async #endWhereDone(job: RunningJob): Promise<void> {
    const { end } = job;
    if (!end || !this.#running.delete(job.row.id)) return;
    await endJob(this.#db, job.row.id, end, this.#now());
    await this.#leases.release(job.row.id, JOINING);
    await removeOldJobs(this.#db, this.options.keep ?? KEPT_JOBS);
  }

  /** Whether another program has ended or removed the job. */
  async #isOver(id: string): Promise<boolean> {
    if (!this.#leases.shared) return false;
    const row = await findJob(this.#db, id);
    return !row || FINAL_STATUSES.includes(row.status);
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
