import type { DrawName } from '../base/random.js';
import type { CountyFit } from '../model/fit.js';
import type { Arithmetic } from './kernel/arithmetic.js';
import { PlainArithmetic } from './kernel/plain-arithmetic.js';

/** Numbers derived from draws alone, kept for the scenarios that share them. */
export interface Derived {
  readonly fit: CountyFit;
  /** What they depend on besides the fit. */
  readonly signature: string;
  readonly arrays: Map<string, Float32Array>;
}

/** Sets of derived numbers that one projection works with: those of streams, and those of grants and projects. */
const SETS_AT_ONCE = 2;

/** How many sets of derived numbers are kept: a notebook compares a handful of scenarios. */
const MOST_DERIVED_SETS = 4 * SETS_AT_ONCE;

/** Arrays that a projection needs at once besides those that are kept; this many are never given to keeping. */
const RESERVED_ARRAYS = 600;

/**
 * Bytes that let a county of the usual size keep all its draws and those derived from them for a handful of scenarios.
 * @param shares into how many its villages are divided, where only one of them is computed in this memory
 */
export const roomForDraws = (trials: number, shares = 1): number =>
  (384 * 2 ** 20) / shares + RESERVED_ARRAYS * trials * Float64Array.BYTES_PER_ELEMENT;

/** Draws past the room for keeping take turns in these; no loop reads more of them at once. */
const TURNS = 16;

/**
 * The standard normals and uniforms of a seed for trials firstTrial … firstTrial + trials − 1, one array for each name,
 * with the arithmetic that works on them. Arrays once drawn are kept and shared, so a second scenario with the same seed
 * costs no random numbers; they must not be written to. Where there is no room left they are drawn anew each time, and such
 * an array is only good until sixteen more have been asked for: the numbers are the same.
 */
export class Draws {
  readonly arithmetic: Arithmetic;
  readonly firstTrial: number;
  readonly #kept = new Map<string, Float32Array>();
  readonly #spareFloats: Float32Array[] = [];
  readonly #spareDoubles: Float64Array[] = [];
  readonly #turns: Float32Array[] = [];
  readonly #lent: Float32Array[] = [];
  #turn = 0;
  #derived: Derived[] = [];

  /** @param firstTrial a multiple of 4 */
  constructor(
    readonly seed: number,
    readonly trials: number,
    { arithmetic = new PlainArithmetic(), firstTrial = 0 }: { arithmetic?: Arithmetic; firstTrial?: number } = {},
  ) {
    this.arithmetic = arithmetic;
    this.firstTrial = firstTrial;
  }

  normal(name: DrawName): Float32Array {
    return this.#draw('normal', name, (out) => this.arithmetic.fillNormal(this.seed, name, out, this.firstTrial));
  }

  uniform(name: DrawName): Float32Array {
    return this.#draw('uniform', name, (out) => this.arithmetic.fillUniform(this.seed, name, out, this.firstTrial));
  }

  /** An array for a while, its contents unknown; give it back with `giveBack`. */
  floats(): Float32Array {
    while (this.#spareFloats.length === 0 && this.#derived.length > SETS_AT_ONCE && !this.#hasRoomForOne) this.#drop(this.#derived.pop()!);
    return this.#spareFloats.pop() ?? this.arithmetic.floats(this.trials);
  }

  /** An array of zeros for a while; give it back with `giveBack`. */
  doubles(): Float64Array {
    return this.#spareDoubles.pop()?.fill(0) ?? this.arithmetic.doubles(this.trials);
  }

  giveBack(...arrays: readonly (Float32Array | Float64Array)[]): void {
    for (const array of arrays) {
      if (array instanceof Float32Array) this.#spareFloats.push(array);
      else this.#spareDoubles.push(array as Float64Array);
    }
  }

  /**
   * What was derived from the draws for a fit under the assumptions that `signature` names. Only the latest few sets are
   * kept; a set that is dropped gives its arrays back.
   */
  derived(fit: CountyFit, signature: string): Derived {
    const found = this.#derived.find((set) => set.fit === fit && set.signature === signature);
    const set = found ?? { fit, signature, arrays: new Map<string, Float32Array>() };
    this.workWith(set);
    return set;
  }

  /**
   * Puts sets before all others, and back among those that are kept, so that the work at hand never loses them: a projection
   * that let others through may find its own sets far behind theirs, or dropped and empty.
   */
  workWith(...sets: readonly Derived[]): void {
    this.#derived = [...sets, ...this.#derived.filter((set) => !sets.includes(set))];
    for (const dropped of this.#derived.splice(MOST_DERIVED_SETS)) this.#drop(dropped);
  }

  /**
   * Derived numbers that many streams need: made once and kept under a name.
   * @param make fills the array it is given
   */
  derive(from: Derived, name: string, make: (out: Float32Array) => void): Float32Array {
    let array = from.arrays.get(name);
    if (!array) {
      array = this.floats();
      make(array);
      from.arrays.set(name, array);
    }
    return array;
  }

  /**
   * Derived numbers that one stream or one placement needs: kept under a name where there is room, else made each time and lent
   * until `takeBackLent`.
   */
  deriveFor(from: Derived, name: string, make: (out: Float32Array) => void): Float32Array {
    const keeps = from.arrays.has(name) || this.#hasRoom || this.#spareFloats.length > RESERVED_ARRAYS;
    if (keeps) return this.derive(from, name, make);
    const array = this.floats();
    make(array);
    this.#lent.push(array);
    return array;
  }

  /** Takes back all arrays that were lent; what they held is no longer needed. */
  takeBackLent(): void {
    this.giveBack(...this.#lent);
    this.#lent.length = 0;
  }

  #drop(set: Derived): void {
    this.giveBack(...set.arrays.values());
    set.arrays.clear();
  }

  get #hasRoomForOne(): boolean {
    return this.arithmetic.room > (this.trials + TURNS) * Float32Array.BYTES_PER_ELEMENT;
  }

  get #hasRoom(): boolean {
    return this.arithmetic.room > RESERVED_ARRAYS * this.trials * Float64Array.BYTES_PER_ELEMENT;
  }

  #draw(law: string, name: DrawName, fill: (out: Float32Array) => void): Float32Array {
    const key = `${law}|${name.kind}|${name.entity}|${name.year}`;
    let drawn = this.#kept.get(key);
    if (!drawn) {
      const keeps = this.#hasRoom;
      drawn = keeps ? this.arithmetic.floats(this.trials) : this.#nextTurn();
      fill(drawn);
      if (keeps) this.#kept.set(key, drawn);
    }
    return drawn;
  }

  #nextTurn(): Float32Array {
    this.#turn = (this.#turn + 1) % TURNS;
    return (this.#turns[this.#turn] ??= this.arithmetic.floats(this.trials));
  }
}
