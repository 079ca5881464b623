/** Where the chunks of a job's stages stand: each stage's positions follow those of the stage before. */
export class Stages {
  /** Position of each stage's first chunk, then the number of all. */
  readonly #firsts: readonly number[];

  /** @param counts how many chunks each stage has */
  constructor(counts: readonly number[]) {
    const firsts = [0];
    for (const count of counts) firsts.push(firsts.at(-1)! + count);
    this.#firsts = firsts;
  }

  /** Number of all chunks. */
  get total(): number {
    return this.#firsts.at(-1)!;
  }

  /** Position of a stage's first chunk. */
  first(stage: number): number {
    return this.#firsts[stage]!;
  }

  /** Positions of a stage's chunks, ascending. */
  positions(stage: number): number[] {
    const first = this.first(stage);
    return Array.from({ length: this.first(stage + 1) - first }, (_, index) => first + index);
  }

  /** The stage that a position belongs to. */
  stageOf(position: number): number {
    const after = this.#firsts.findIndex((first) => first > position);
    if (after < 0) throw new RangeError(`no chunk ${position} among ${this.total}`);
    return after - 1;
  }
}
