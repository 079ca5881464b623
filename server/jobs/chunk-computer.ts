/** What came of a chunk; see `JobChunkTable`. */
export interface ComputedChunk {
  readonly kept: Uint8Array;
  readonly joined: Uint8Array | null;
}

/** A chunk about to be computed: it yields after each step, so that it can be stopped there, with the share that is done if it knows. */
export interface ChunkWork {
  readonly steps: number;
  readonly work: Generator<number | void, ComputedChunk>;
}

/**
 * Computes chunks of one kind from what `JobWork.load` gave. The same input gives the same numbers, to the last bit.
 * @throws Problem why it cannot be computed
 */
export type ChunkComputer = (input: unknown) => ChunkWork | Promise<ChunkWork>;
