import type { Problem } from '../base/errors/problem.js';
import type { JobStatus } from '../store/database.js';

/** Work that is too long for one request, as it stands now. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly status: JobStatus;
  /** Between 0 and 1; parts of chunks count too. */
  readonly progress: number;
  readonly completedChunks: number;
  readonly totalChunks: number;
  /** 1 is next; null where it does not wait. */
  readonly queuePosition: number | null;
  /** Names the code that it is computed by. */
  readonly version: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: Problem | null;
}
