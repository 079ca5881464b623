import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../store/database.js';
import { releaseLease, releaseLeases, renewLeases, takeLease } from '../store/job-leases.js';
import type { JobRow } from '../store/jobs.js';
import type { Store } from '../store/store.js';

/** Keeps programs that work on the same jobs from computing the same chunk. */
export interface ChunkLeases {
  /** Whether other programs may be at work on the same jobs. */
  readonly shared: boolean;
  /** Whether the chunk is this program's to compute now: none other computes it, and the job runs in this version. */
  take(job: Pick<JobRow, 'id' | 'version'>, position: number): Promise<boolean>;
  /** Lets others compute the chunk. */
  release(job: string, position: number): Promise<void>;
  close(): Promise<void>;
}

/** How long a program that was killed keeps its chunks from others, seconds. One that works renews its leases thrice in this time. */
const LEASE_SECONDS = 10;

/** The embedded database belongs to one program, so that everything is its own. */
const NO_OTHERS: ChunkLeases = {
  shared: false,
  take: async () => true,
  release: async () => {},
  close: async () => {},
};

/** Leases as rows of the database, timed by the database's clock: the clocks of the programs' machines do not matter. */
class DatabaseLeases implements ChunkLeases {
  readonly shared = true;
  readonly #holder = randomUUID();
  readonly #renewing: NodeJS.Timeout;

  constructor(
    private readonly db: Kysely<Database>,
    private readonly seconds: number,
    log: (error: unknown) => void,
  ) {
    // A lease that could not be renewed may go to another program; the chunk is then computed twice, to the same bytes.
    this.#renewing = setInterval(() => void renewLeases(db, this.#holder, seconds).catch(log), (seconds * 1000) / 3);
    this.#renewing.unref();
  }

  take({ id, version }: Pick<JobRow, 'id' | 'version'>, position: number): Promise<boolean> {
    return takeLease(this.db, { job: id, position, holder: this.#holder, version }, this.seconds);
  }

  release(job: string, position: number): Promise<void> {
    return releaseLease(this.db, { job, position, holder: this.#holder });
  }

  async close(): Promise<void> {
    clearInterval(this.#renewing);
    await releaseLeases(this.db, this.#holder);
  }
}

/**
 * @param log told of errors that only delay work
 * @param seconds how long a program that was killed keeps its chunks from others
 */
export const openLeases = (store: Store, log: (error: unknown) => void, seconds = LEASE_SECONDS): ChunkLeases =>
  store.dialect === 'postgres' ? new DatabaseLeases(store.db, seconds, log) : NO_OTHERS;
