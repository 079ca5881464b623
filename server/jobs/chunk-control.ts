const STOP = 0;
const DONE = 1;
const STEPS = 2;

/** As much as is ever told of what is not over yet. */
export const ALMOST_DONE = 0.99;

/**
 * What a thread and who set it to work tell each other while a chunk is computed: "stop", and how far it is. Shared memory,
 * because a thread that computes reads no messages.
 */
export class ChunkControl {
  readonly #cells: Int32Array;

  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) {
    this.#cells = new Int32Array(memory);
  }

  stop(): void {
    Atomics.store(this.#cells, STOP, 1);
  }

  get stopped(): boolean {
    return Atomics.load(this.#cells, STOP) === 1;
  }

  /** Says how many steps the chunk has. */
  begin(steps: number): void {
    Atomics.store(this.#cells, STEPS, steps);
  }

  /** One step more is done. */
  step(): void {
    Atomics.add(this.#cells, DONE, 1);
  }

  /** The share that is done, where a chunk knows that better than its steps. */
  reach(share: number): void {
    Atomics.store(this.#cells, DONE, Math.floor(share * Atomics.load(this.#cells, STEPS)));
  }

  /** Between 0 and 1, which it never reaches: steps may be an estimate, and only a chunk that is over is done. */
  get progress(): number {
    const steps = Atomics.load(this.#cells, STEPS);
    return steps > 0 ? Math.min(ALMOST_DONE, Atomics.load(this.#cells, DONE) / steps) : 0;
  }
}
