import { loadKernelModule } from '../base/kernel-module.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';

/** Random numbers kept, each for a seed and a number of trials: a slider moved draws nothing anew. */
const MOST_KEPT = 2;

interface Kept {
  readonly draws: Draws;
  readonly arithmetic: WasmArithmetic;
  /** How many work with them. */
  users: number;
}

/**
 * The random numbers that a thread keeps. When others are wanted, the memory of those that nobody has worked with for longest
 * is used again: taking fresh memory from the machine costs as long as a third of what is drawn into it.
 */
export class KeptDraws {
  readonly #kernel = loadKernelModule();
  /** The latest worked with comes last. */
  #kept: Kept[] = [];

  /**
   * Works with the random numbers of a seed.
   * @param shares see `roomForDraws`
   */
  async with<Result>(
    { seed, trials }: { readonly seed: number; readonly trials: number },
    shares: number,
    work: (draws: Draws) => Promise<Result>,
  ): Promise<Result> {
    const own = this.#kept.find(({ draws }) => draws.seed === seed && draws.trials === trials) ?? this.#make(seed, trials, shares);
    this.#kept = [...this.#kept.filter((kept) => kept !== own), own];
    own.users += 1;
    try {
      return await work(own.draws);
    } finally {
      own.users -= 1;
      this.#dropSome(MOST_KEPT);
    }
  }

  #make(seed: number, trials: number, shares: number): Kept {
    const dropped = this.#dropSome(MOST_KEPT - 1).find(({ draws }) => draws.trials === trials);
    dropped?.arithmetic.reset();
    const arithmetic = dropped?.arithmetic ?? new WasmArithmetic(this.#kernel, roomForDraws(trials, shares));
    return { draws: new Draws(seed, trials, { arithmetic }), arithmetic, users: 0 };
  }

  /** Lets go of those that nobody works with, the longest unused first, until no more than `most` are left. */
  #dropSome(most: number): Kept[] {
    const idle = this.#kept.filter(({ users }) => users === 0).slice(0, Math.max(0, this.#kept.length - most));
    this.#kept = this.#kept.filter((kept) => !idle.includes(kept));
    return idle;
  }
}
