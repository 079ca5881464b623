import { ApiFailure, type Request, type Send } from './client.js';
import type { JobRequest } from './job-request.js';
import type { Time } from './time.js';

/** How far a job is. */
export interface JobProgress {
  /** 1 starts next; null where it does not wait. */
  readonly queuePosition: number | null;
  /** Between 0 and 1. */
  readonly progress: number;
}

interface JobState extends JobProgress {
  readonly status: 'QUEUED' | 'RUNNING' | 'CANCELING' | 'CANCELED' | 'COMPLETED' | 'FAILED';
  readonly error: { readonly code: string; readonly message: string } | null;
}

interface Started {
  readonly start: {
    readonly job: { readonly id: string } | null;
    readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: readonly string[] | null }[];
  };
}

const watchJob = (id: string): Request<{ readonly job: JobState | null }> => ({
  query: 'query WatchJob($id: ID!) { job(id: $id) { status queuePosition progress error { code message } } }',
  variables: { id },
});

const cancelJob = (id: string): Request<unknown> => ({
  query: 'mutation CancelJob($id: ID!) { cancelJob(id: $id) { userErrors { code message } } }',
  variables: { id },
});

/** Between two looks at a job: soon at first, then calmer. */
const FIRST_LOOK = 80;
const LAST_LOOK = 1000;
const SLOWER = 1.4;
/** Looks in a row that may fail before the server counts as gone; the job goes on meanwhile. */
const MOST_MISSED = 10;

/** A name for one start, so that it is one however often it is sent. */
function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Starts a job, tells how far it is, and gives its answer. Aborted, it cancels the job; a server that is away for a moment
 * is waited for.
 * @throws ApiFailure what the API says of the input or of the job, `canceled` where someone else ended it
 */
export async function runJob<Answer>(
  send: Send,
  request: JobRequest<Answer>,
  signal: AbortSignal,
  onprogress: (progress: JobProgress) => void,
  time: Time,
): Promise<Answer> {
  const { query, variables } = request;
  const begin: Request<Started> = { query, variables: { ...variables, idempotencyKey: freshKey() } };
  let id: string | undefined;
  try {
    id = jobOf(await send(begin, signal));
    await completed(id);
    const { job } = await send(request.result(id), signal);
    if (job === null) throw new ApiFailure('broken', 'the completed job is gone');
    return job;
  } catch (cause) {
    if (signal.aborted) await endJob(send, begin, id);
    throw cause;
  }

  async function completed(id: string): Promise<void> {
    let missed = 0;
    for (let look = FIRST_LOOK; ; look = Math.min(look * SLOWER, LAST_LOOK)) {
      const job = await send(watchJob(id), signal).then(
        (answer) => answer.job,
        (failure: unknown) => {
          missed += 1;
          if (signal.aborted || missed >= MOST_MISSED || !(failure instanceof ApiFailure && failure.code === 'unreachable')) throw failure;
          return undefined;
        },
      );
      if (job === null) throw new ApiFailure('broken', 'the job is gone');
      if (job) {
        missed = 0;
        if (job.status === 'COMPLETED') return;
        if (job.status === 'FAILED') throw new ApiFailure('refused', job.error?.message ?? '', job.error?.code);
        if (job.status === 'CANCELED' || job.status === 'CANCELING') throw new ApiFailure('canceled', 'the job was canceled');
        onprogress({ queuePosition: job.queuePosition, progress: job.progress });
      }
      await pause(look, signal, time);
    }
  }
}

/** The id of the job that was started. @throws ApiFailure what is wrong with its input */
function jobOf({ start }: Started): string {
  const [refusal] = start.userErrors;
  if (refusal) throw new ApiFailure('refused', refusal.message, refusal.code, refusal.field ?? []);
  return start.job!.id;
}

/** Cancels a job; one of which only the start was sent is found again by sending that again. */
async function endJob(send: Send, begin: Request<Started>, id: string | undefined): Promise<void> {
  const { signal } = new AbortController();
  try {
    await send(cancelJob(id ?? jobOf(await send(begin, signal))), signal);
  } catch {
    return;
  }
}

function pause(milliseconds: number, signal: AbortSignal, time: Time): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = time.after(milliseconds, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    function abort() {
      stop();
      reject(signal.reason as Error);
    }
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
