import type { ChunkBytes } from '../store/jobs.js';

/** Reads a chunk that has been computed. */
export type ReadChunk = (position: number) => Promise<ChunkBytes>;

/** One job's work, cut into chunks that are named by their position. */
export interface JobWork {
  /** The stage of each chunk: those of a stage start when all of the stages before are computed. */
  readonly stages: readonly number[];
  /**
   * Everything that a chunk needs, as a value that can be sent to another thread.
   * @param read reads chunks of earlier stages
   * @throws Problem why it cannot be computed
   */
  load(position: number, read: ReadChunk): Promise<unknown>;
  /** Joins all chunks, in an order of its own, to the bytes of the result. */
  join(read: ReadChunk): Promise<Buffer>;
}

/** A kind of work. How a chunk is computed stands apart, in `chunk-computers.ts`, which threads load without all of this. */
export interface JobKind {
  readonly name: string;
  /** Changes whenever a chunk's bytes may. */
  readonly version: string;
  /** @param input what `JobRunner.start` was given, read back from JSON */
  open(input: unknown): JobWork;
}
