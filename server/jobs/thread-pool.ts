import { Piscina } from 'piscina';
import { TYPESCRIPT_LOADER } from '../base/typescript-loader.js';
import type { ChunkBytes } from '../store/jobs.js';
import type { ChunkAnswer, ChunkTask } from './chunk-thread.js';
import type { ChunkControl } from './chunk-control.js';
import { restoreProblem } from './stored-problem.js';

/** An idle thread is let go after this long, milliseconds: it holds tens of megabytes, and a new one is there in a third of a second. */
const IDLE_TIMEOUT = 60_000;

/** Computes chunks on worker threads, which start when they are needed. */
export class ThreadPool {
  readonly #pool: Piscina<ChunkTask, ChunkAnswer>;

  constructor(readonly threads: number) {
    this.#pool = new Piscina<ChunkTask, ChunkAnswer>({
      execArgv: ['--import', TYPESCRIPT_LOADER],
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_TIMEOUT,
    });
  }

  /**
   * @param module see `JobKind.chunks`
   * @returns undefined where it was stopped
   * @throws Problem why the chunk cannot be computed
   */
  async compute(module: string, input: unknown, control: ChunkControl): Promise<ChunkBytes | undefined> {
    const answer = await this.#pool.run({ input, control: control.memory }, { filename: module });
    if (answer.outcome === 'refused') throw restoreProblem(answer.problem);
    if (answer.outcome === 'stopped') return undefined;
    const { kept, joined } = answer.chunk;
    return { kept: bufferOf(kept), joined: joined && bufferOf(joined) };
  }

  /** Ends the threads; nothing may be under way. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** The same bytes as the database drivers take them. */
const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
