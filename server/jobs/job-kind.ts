import type { ChunkBytes } from '../store/jobs.js';

/** Reads a chunk that has been computed. */
export type ReadChunk = (position: number) => Promise<ChunkBytes>;

/**
 * One job's work, cut into chunks that are named by their position: those of the first stage come first, then those of the
 * second, and so on. The chunks of a stage start when all of the stages before are computed.
 */
export interface JobWork {
  /** How many chunks each stage has, at least one. */
  readonly stages: readonly number[];
  /**
   * Everything that a chunk needs, as a value that can be sent to another thread.
   * @param read reads chunks of earlier stages
   * @throws Problem why it cannot be computed
   */
  load(position: number, read: ReadChunk): Promise<unknown>;
  /**
   * Asked once a stage is computed that is not the last: whether the ones after it are not needed. Left out: they are.
   * @param stage counted from 0
   */
  isEnough?(stage: number, read: ReadChunk): Promise<boolean>;
  /**
   * Joins the chunks, in an order of its own, to the bytes of the result.
   * @param lastStage the last one that was computed
   */
  join(read: ReadChunk, lastStage: number): Promise<Buffer>;
}

/** A kind of work. */
export interface JobKind {
  readonly name: string;
  /** Changes whenever a chunk's bytes may. */
  readonly version: string;
  /** URL of the module that computes its chunks, `onThread`; threads load it without the rest of the kind. */
  readonly chunks: string;
  /** @param input what `JobRunner.start` was given, read back from JSON */
  open(input: unknown): JobWork;
}
