import type { Job } from './job.js';

export interface JobStart {
  readonly kind: string;
  /** A value that JSON holds; checked already. */
  readonly input: unknown;
  /** What makes two requests the same, as a value that JSON holds. */
  readonly identity: unknown;
  /** The same key and the same identity are the same job, however often it is asked for. */
  readonly idempotencyKey?: string | null | undefined;
  /** The input names data and numbers completely, so that what a completed job of it came to need not be computed again. */
  readonly repeatable?: boolean;
}

/** A page of jobs, from the newest to the oldest. */
export interface JobPage {
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly jobs: readonly Job[];
}

/** Runs work that is too long for one request. Jobs and what they have computed survive a restart. */
export interface JobRunner {
  /** @throws Problem IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_LENGTH, TOO_MANY_JOBS */
  start(start: JobStart): Promise<Job>;
  job(id: string): Promise<Job | undefined>;
  /** @param after id of the last job of the page before; @throws Problem UNKNOWN_JOB */
  jobs(page: { readonly first: number; readonly after?: string | null | undefined }): Promise<JobPage>;
  /** What a job was started with. */
  input(id: string): Promise<unknown>;
  /** What a completed job came to; undefined where it is not completed. */
  result(id: string): Promise<Buffer | undefined>;
  /** What is kept of a chunk. */
  chunk(id: string, position: number): Promise<Buffer | undefined>;
  /** Chunks that are done stay. @throws Problem UNKNOWN_JOB, JOB_IS_OVER */
  cancel(id: string): Promise<Job>;
  /** The job now and after every change, until it is over. @throws Problem UNKNOWN_JOB */
  progress(id: string): Promise<AsyncGenerator<Job, void>>;
  /** Stops work; what was not finished is taken up by the next start. */
  close(): Promise<void>;
}
