import { MODES } from '../base/vocabulary.js';
import type { Draws } from './draws.js';
import type { IncomeTags, WaitingPart } from './income-part.js';
import { ParkIncome } from './park-income.js';

/** A part of a year's income by trial; most villages have none of some part. */
class PartOfIncome {
  readonly #array: Float64Array;
  #used = false;

  constructor(draws: Draws) {
    this.#array = draws.doubles();
  }

  /** What the year brings; undefined for nothing. */
  get brought(): Float64Array | undefined {
    return this.#used ? this.#array : undefined;
  }

  /** The array to be written to. @param isFresh whether whoever writes begins with zeros itself */
  use(isFresh = false): Float64Array {
    if (!this.#used && !isFresh) this.#array.fill(0);
    this.#used = true;
    return this.#array;
  }

  clear(): void {
    this.#used = false;
  }

  release(draws: Draws): void {
    draws.giveBack(this.#array);
  }
}

/** What a village's income of one projected year is made of, in yuan. */
export class IncomeBreakdown {
  /** Sums over the trials, in the order of MODES. */
  readonly byMode = new Float64Array(MODES.length);
  /** The part that parks bring, summed over the trials. */
  readonly parks = new ParkIncome();
  readonly #draws: Draws;
  readonly #industryMode: PartOfIncome;
  readonly #keyIndustry: PartOfIncome;
  #granted = 0;

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#industryMode = new PartOfIncome(draws);
    this.#keyIndustry = new PartOfIncome(draws);
  }

  /** What the industry mode brings, by trial; undefined for nothing. */
  get industryMode(): Float64Array | undefined {
    return this.#industryMode.brought;
  }

  /** What the five key industries bring, by trial; undefined for nothing. */
  get keyIndustry(): Float64Array | undefined {
    return this.#keyIndustry.brought;
  }

  /** Sum over the trials of what granted projects bring. */
  get granted(): number {
    return this.#granted;
  }

  /** Adds up parts, into the year's total too. @param continues whether something was added up there before */
  addUp(total: Float64Array, parts: readonly WaitingPart[], continues: boolean): void {
    const to = {
      total,
      industryMode: parts.some(({ inIndustryMode }) => inIndustryMode) ? this.#industryMode.use(!continues) : undefined,
      keyIndustry: parts.some(({ inKeyIndustry }) => inKeyIndustry) ? this.#keyIndustry.use(!continues) : undefined,
    };
    const sums = this.#draws.arithmetic.addParts(to, parts, continues);
    parts.forEach(({ tags }, index) => this.#count(tags, sums[index]!));
  }

  /** Lets a share of the year before's income earn a return in this one, part by part. */
  addReturnOf(before: IncomeBreakdown, factor: number): void {
    const { arithmetic } = this.#draws;
    if (before.industryMode) arithmetic.addTo(this.#industryMode.use(), before.industryMode, factor);
    if (before.keyIndustry) arithmetic.addTo(this.#keyIndustry.use(), before.keyIndustry, factor);
    before.byMode.forEach((sum, mode) => (this.byMode[mode]! += factor * sum));
    for (const [park, sum] of before.parks.entries()) this.parks.add(park, factor * sum);
    this.#granted += factor * before.granted;
  }

  /** Empties it for the next village. */
  clear(): void {
    this.byMode.fill(0);
    this.parks.clear();
    this.#industryMode.clear();
    this.#keyIndustry.clear();
    this.#granted = 0;
  }

  /** Gives its arrays back; it must not be used afterwards. */
  release(): void {
    this.#industryMode.release(this.#draws);
    this.#keyIndustry.release(this.#draws);
  }

  #count({ mode, granted, park }: IncomeTags, sum: number): void {
    this.byMode[MODES.indexOf(mode)]! += sum;
    if (granted) this.#granted += sum;
    if (park !== null) this.parks.add(park, sum);
  }
}
