import { entityWords } from '../../base/hashing.js';
import type { DrawName } from '../../base/random.js';
import type {
  Arithmetic,
  DueDraws,
  DueTerms,
  IncomePart,
  IncomeYear,
  ObservedDraws,
  ObservedTerms,
  Reach,
  ReachableYear,
  StreamYear,
  YearDraws,
  YearsReached,
  YearTerms,
} from './arithmetic.js';

type Numeric = (...parameters: number[]) => number;

/** What the module built from assembly/kernel.ts exports; see there. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly fillNormal: Numeric;
  readonly fillUniform: Numeric;
  readonly observedYear: Numeric;
  readonly projectedYear: Numeric;
  readonly delays: Numeric;
  readonly dueYear: Numeric;
  readonly addTotals: Numeric;
  readonly addParts: Numeric;
  readonly addTo: Numeric;
  readonly addFen: Numeric;
  readonly hitsOfReach: Numeric;
  readonly reach: Numeric;
  readonly reachYears: Numeric;
  readonly shortfallOfReach: Numeric;
  readonly markBelow: Numeric;
  readonly quantiles: Numeric;
}

const PAGE = 65_536;
/** Addresses below hold the module's own tables. */
const FIRST_FREE = PAGE;
/** SIMD loops take sixteen numbers at a time: arrays are followed by room up to the next multiple. */
const LANES = 16;
const MOST_PROBABILITIES = 16;
/** Parts of an income that one call adds up; how many numbers each takes, and which of them is its sum. */
const MOST_PARTS = 64;
const PART_NUMBERS = 8;
const SUM_OF_PART = 3;

/**
 * The arithmetic compiled to WebAssembly SIMD. Each instance has a memory of its own, set aside at once but taken from the
 * machine only where it is used, and given back when the instance is collected.
 */
export class WasmArithmetic implements Arithmetic {
  readonly #kernel: KernelExports;
  readonly #memory: WebAssembly.Memory;
  readonly #probabilities: Float64Array;
  readonly #found: Float64Array;
  /** Where the parts of an income, or the years that are to reach, are laid down for a call: the same memory as numbers and as words. */
  readonly #parts: Float64Array;
  readonly #partWords: Uint32Array;
  readonly #firstHandedOut: number;
  #free = FIRST_FREE;
  #scratch: { readonly values: Float64Array; readonly indices: Float32Array } | undefined;

  /**
   * @param module compiled from assembly/kernel.ts
   * @param bytes most that its arrays may take together
   */
  constructor(module: WebAssembly.Module, bytes: number) {
    const pages = Math.ceil((FIRST_FREE + bytes) / PAGE);
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#kernel = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports as unknown as KernelExports;
    this.#probabilities = this.doubles(MOST_PROBABILITIES);
    this.#found = this.doubles(MOST_PROBABILITIES);
    this.#parts = this.doubles(MOST_PARTS * PART_NUMBERS);
    this.#partWords = new Uint32Array(this.#memory.buffer, this.#parts.byteOffset, 2 * this.#parts.length);
    this.#firstHandedOut = this.#free;
  }

  /** Takes all arrays back for other trials; whoever still holds one must not use it any more. */
  reset(): void {
    new Uint8Array(this.#memory.buffer, this.#firstHandedOut, this.#free - this.#firstHandedOut).fill(0);
    this.#free = this.#firstHandedOut;
    this.#scratch = undefined;
  }

  get room(): number {
    return this.#memory.buffer.byteLength - this.#free;
  }

  floats(length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, this.#take(padded(length) * Float32Array.BYTES_PER_ELEMENT), length);
  }

  doubles(length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, this.#take(padded(length) * Float64Array.BYTES_PER_ELEMENT), length);
  }

  fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    const [low, high] = entityWords(name.entity);
    this.#kernel.fillNormal(out.byteOffset, padded(out.length), firstTrial >>> 2, wordOf(name), low, high, seed);
  }

  fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    const [low, high] = entityWords(name.entity);
    this.#kernel.fillUniform(out.byteOffset, padded(out.length), firstTrial >>> 2, wordOf(name), low, high, seed);
  }

  observedYear(to: StreamYear, from: ObservedDraws, terms: ObservedTerms): void {
    this.#kernel.observedYear(
      ...[to.path, to.factor, from.common, from.share, from.permanent, from.transitory, from.fate].map(addressOf),
      padded(to.path.length),
      terms.weight,
      terms.ownSd,
      terms.permanentShare,
      terms.splitSd,
      terms.endedBy,
    );
  }

  projectedYear(to: StreamYear, from: YearDraws, terms: YearTerms): void {
    this.#kernel.projectedYear(
      ...[to.path, to.factor, from.common, from.permanent, from.transitory, from.fate].map(addressOf),
      padded(to.path.length),
      terms.continues ? 1 : 0,
      terms.permanentSd,
      terms.transitorySd,
      terms.endedBy,
    );
  }

  delays(uniform: Float32Array, logStay: number, out: Float32Array): void {
    this.#kernel.delays(out.byteOffset, uniform.byteOffset, padded(out.length), logStay);
  }

  dueYear(due: Float32Array, from: DueDraws, terms: DueTerms): void {
    this.#kernel.dueYear(
      ...[due, from.common, from.dispersion, from.delay, from.fails, from.isLate].map(addressOf),
      padded(due.length),
      terms.monthsBefore,
      terms.sd,
      terms.failure,
      terms.insured,
      terms.late,
    );
  }

  addTotals(total: Float64Array, parts: readonly IncomePart[], continues: boolean): void {
    for (const { first, count } of this.#layingDown(parts)) {
      const goesOn = continues || first > 0 ? 1 : 0;
      this.#kernel.addTotals(total.byteOffset, this.#parts.byteOffset, count, padded(total.length), goesOn);
    }
  }

  addParts({ total, industryMode, keyIndustry }: IncomeYear, parts: readonly IncomePart[], continues: boolean): number[] {
    const sums: number[] = [];
    for (const { first, count } of this.#layingDown(parts)) {
      this.#kernel.addParts(
        total.byteOffset,
        industryMode?.byteOffset ?? 0,
        keyIndustry?.byteOffset ?? 0,
        this.#parts.byteOffset,
        count,
        total.length,
        continues || first > 0 ? 1 : 0,
      );
      for (let index = 0; index < count; index++) sums.push(this.#parts[index * PART_NUMBERS + SUM_OF_PART]!);
    }
    return sums;
  }

  addTo(to: Float64Array, from: Float64Array, factor: number): void {
    this.#kernel.addTo(to.byteOffset, from.byteOffset, padded(to.length), factor);
  }

  addFen(to: Float64Array, from: Float64Array): void {
    this.#kernel.addFen(to.byteOffset, from.byteOffset, padded(to.length));
  }

  reach(total: Float64Array, everyYear: Float64Array, reaching: Float64Array, threshold: number, target: number): Reach {
    const shortfall = this.#kernel.reach(total.byteOffset, everyYear.byteOffset, reaching.byteOffset, total.length, threshold, target);
    return { hits: this.#kernel.hitsOfReach(), shortfall };
  }

  reachYears(years: readonly ReachableYear[], asked: number, reaching: Float64Array, target: number): YearsReached {
    years.forEach(({ total, threshold }, year) => {
      this.#partWords[4 * year] = total.byteOffset;
      this.#parts[2 * year + 1] = threshold;
    });
    const { byteOffset, length } = reaching;
    const everyYear = this.#kernel.reachYears(this.#parts.byteOffset, years.length, asked, byteOffset, length, target);
    return { hits: this.#kernel.hitsOfReach(), shortfall: this.#kernel.shortfallOfReach(), everyYear };
  }

  markBelow(values: Float64Array, marks: Float64Array, floor: number): void {
    this.#kernel.markBelow(values.byteOffset, marks.byteOffset, padded(values.length), floor);
  }

  quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
    if (this.#scratch?.values.length !== values.length) {
      this.#scratch = { values: this.doubles(values.length), indices: this.floats(values.length) };
    }
    this.#probabilities.set(probabilities);
    this.#kernel.quantiles(
      ...[values, this.#scratch.values, this.#scratch.indices].map(addressOf),
      values.length,
      ...[this.#probabilities, this.#found].map(addressOf),
      probabilities.length,
    );
    return Array.from(this.#found.subarray(0, probabilities.length));
  }

  /** Lays parts down for the kernel, as many at a time as there is room for; at least once. */
  *#layingDown(parts: readonly IncomePart[]): Generator<{ readonly first: number; readonly count: number }> {
    for (let first = 0; first === 0 || first < parts.length; first += MOST_PARTS) {
      const count = Math.min(MOST_PARTS, parts.length - first);
      for (let index = 0; index < count; index++) {
        const { factor, scale, floor, inIndustryMode, inKeyIndustry } = parts[first + index]!;
        const at = index * PART_NUMBERS;
        this.#partWords[2 * at] = factor.byteOffset;
        this.#partWords[2 * at + 1] = (inIndustryMode ? 1 : 0) + (inKeyIndustry ? 2 : 0);
        this.#parts[at + 1] = scale;
        this.#parts[at + 2] = floor;
      }
      yield { first, count };
    }
  }

  #take(bytes: number): number {
    const address = this.#free;
    if (address + bytes > this.#memory.buffer.byteLength)
      throw new RangeError(`the kernel's memory of ${this.#memory.buffer.byteLength} bytes is full`);
    this.#free += bytes;
    return address;
  }
}

const padded = (length: number): number => Math.ceil(length / LANES) * LANES;

const addressOf = (array: { readonly byteOffset: number }): number => array.byteOffset;

const wordOf = (name: DrawName): number => (name.kind << 16) | (name.year & 0xffff);
