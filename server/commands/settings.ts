/** Something about the surroundings that the person at the terminal can mend: told without a stack. */
export class StartError extends Error {}

const MOST_WORKERS = 256;

/**
 * Reads the setting WORKERS, the number of threads that work on jobs.
 * @param least 0 where other programs can do the work
 * @throws StartError
 */
export function readWorkers(written: string, least: 0 | 1): number {
  const workers = Number(written);
  if (!Number.isInteger(workers) || workers < least || workers > MOST_WORKERS)
    throw new StartError(`WORKERS=${written} 应为 ${least} 到 ${MOST_WORKERS} / must be between ${least} and ${MOST_WORKERS}`);
  return workers;
}
