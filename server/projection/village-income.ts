import { KEY_INDUSTRIES, MODES, type Industry, type Mode } from '../base/vocabulary.js';
import type { Reinvestment } from '../scenario/scenario.js';
import type { Draws } from './draws.js';
import type { IncomePart } from './kernel/arithmetic.js';
import { ParkIncome } from './park-income.js';
import type { Due } from './returns.js';

/** What a part of a village's income counts as. */
export interface IncomeTags {
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  /** True where the money comes from a granted project. */
  readonly granted: boolean;
}

export const isKeyIndustry = (industry: Industry | null): boolean => industry !== null && KEY_INDUSTRIES.includes(industry);

/** Parts that wait to be added up: more would hold too many arrays that cannot be kept. */
const MOST_WAITING = 128;

interface WaitingPart extends IncomePart {
  readonly tags: IncomeTags;
}

/** A part of a village's income by year; most villages have no income of some part in some year. */
class PartOfIncome {
  readonly #arrays: readonly Float64Array[];
  readonly #used: boolean[];

  constructor(horizon: number, draws: Draws) {
    this.#arrays = Array.from({ length: horizon }, () => draws.doubles());
    this.#used = this.#arrays.map(() => false);
  }

  /** What the year brings; undefined for nothing. */
  at(year: number): Float64Array | undefined {
    return this.#used[year] ? this.#arrays[year] : undefined;
  }

  /** The year's array to be written to. @param isFresh whether whoever writes begins with zeros itself */
  use(year: number, isFresh = false): Float64Array {
    if (!this.#used[year] && !isFresh) this.#arrays[year]!.fill(0);
    this.#used[year] = true;
    return this.#arrays[year]!;
  }

  clear(): void {
    this.#used.fill(false);
  }

  release(draws: Draws): void {
    draws.giveBack(...this.#arrays);
  }
}

/**
 * A village's projected income by trial and year, in yuan. Parts are put down first and added up all at once by `settle`, each
 * read a single time.
 */
export class VillageIncome {
  readonly total: readonly Float64Array[];
  /** Sum over the trials by [year][mode]. */
  readonly byMode: readonly Float64Array[];
  /** Sum over the trials of what granted projects bring, by year. */
  readonly granted: Float64Array;
  /** The part that parks bring. */
  readonly parks: ParkIncome;
  readonly #industryMode: PartOfIncome;
  readonly #keyIndustry: PartOfIncome;
  readonly #waiting: readonly WaitingPart[][];
  /** Whether something has been added up in a year. */
  readonly #begun: boolean[];

  constructor(
    readonly horizon: number,
    readonly netRatio: Readonly<Record<Mode, number>>,
    readonly draws: Draws,
  ) {
    const each = <Value>(make: () => Value): Value[] => Array.from({ length: horizon }, make);
    this.total = each(() => draws.doubles());
    this.byMode = each(() => new Float64Array(MODES.length));
    this.granted = new Float64Array(horizon);
    this.parks = new ParkIncome(horizon);
    this.#industryMode = new PartOfIncome(horizon, draws);
    this.#keyIndustry = new PartOfIncome(horizon, draws);
    this.#waiting = each(() => []);
    this.#begun = each(() => false);
  }

  /** What the industry mode brings in a year; undefined for nothing. */
  industryMode(year: number): Float64Array | undefined {
    return this.#industryMode.at(year);
  }

  /** What the five key industries bring in a year; undefined for nothing. */
  keyIndustry(year: number): Float64Array | undefined {
    return this.#keyIndustry.at(year);
  }

  /**
   * Puts down gross income max(scale · factor, floor) of a year; the netRatio of its mode turns it into net income. The factor
   * must stay as it is until `settle`.
   */
  add(year: number, factor: Float32Array, scale: number, floor: number, tags: IncomeTags): void {
    const net = this.netRatio[tags.mode];
    this.#waiting[year]!.push({
      factor,
      scale: net * scale,
      floor: net * floor,
      inIndustryMode: tags.mode === 'INDUSTRY',
      inKeyIndustry: isKeyIndustry(tags.industry),
      tags,
    });
  }

  /** Puts down what an amount brings by the dues of its placement, in year 1 at least what has been received. */
  addDues(dues: readonly Due[], amount: number, received: number, tags: IncomeTags): void {
    dues.forEach(({ scale, paid }, year) => {
      const before = dues[year - 1];
      // What was due the year before and not paid then lies below 0.
      if (before?.mayBeLate) this.add(year, before.paid, -amount * before.scale, 0, tags);
      this.add(year, paid, amount * scale, year === 0 ? received : 0, tags);
    });
  }

  /** Adds up what waits, if so much waits that the arrays behind it are better given back. */
  settleIfMany(): void {
    if (this.#waiting.reduce((sum, { length }) => sum + length, 0) >= MOST_WAITING) this.settle();
  }

  /** Adds up all parts that were put down; arrays that the draws lent for them go back. */
  settle(): void {
    this.#waiting.forEach((parts, year) => {
      this.#addUp(year, parts);
      parts.length = 0;
    });
    this.draws.takeBackLent();
  }

  #addUp(year: number, parts: readonly WaitingPart[]): void {
    const continues = this.#begun[year]!;
    if (continues && parts.length === 0) return;
    this.#begun[year] = true;
    const to = {
      total: this.total[year]!,
      industryMode: parts.some(({ inIndustryMode }) => inIndustryMode) ? this.#industryMode.use(year, !continues) : undefined,
      keyIndustry: parts.some(({ inKeyIndustry }) => inKeyIndustry) ? this.#keyIndustry.use(year, !continues) : undefined,
    };
    const sums = this.draws.arithmetic.addParts(to, parts, continues);
    parts.forEach(({ tags }, index) => {
      const sum = sums[index]!;
      this.byMode[year]![MODES.indexOf(tags.mode)]! += sum;
      if (tags.granted) this.granted[year]! += sum;
      if (tags.park !== null) this.parks.add(year, tags.park, sum);
    });
  }

  /** Lets a share of each projected year's income earn a return in the next, part by part. Everything must be settled. */
  reinvest(reinvestment: Reinvestment): void {
    const factor = reinvestment.share * reinvestment.return;
    const { arithmetic } = this.draws;
    this.parks.reinvest(reinvestment);
    for (let year = 1; year < this.horizon; year++) {
      arithmetic.addTo(this.total[year]!, this.total[year - 1]!, factor);
      for (const part of [this.#industryMode, this.#keyIndustry]) {
        const before = part.at(year - 1);
        if (before) arithmetic.addTo(part.use(year), before, factor);
      }
      this.byMode[year]!.forEach((_, mode) => (this.byMode[year]![mode]! += factor * this.byMode[year - 1]![mode]!));
      this.granted[year]! += factor * this.granted[year - 1]!;
    }
  }

  /** Empties it for the next village. */
  clear(): void {
    for (const parts of this.#waiting) parts.length = 0;
    this.#begun.fill(false);
    this.#industryMode.clear();
    this.#keyIndustry.clear();
    for (const year of this.byMode) year.fill(0);
    this.granted.fill(0);
    this.parks.clear();
  }

  /** Gives its arrays back; it must not be used afterwards. */
  release(): void {
    this.draws.takeBackLent();
    this.draws.giveBack(...this.total);
    this.#industryMode.release(this.draws);
    this.#keyIndustry.release(this.draws);
  }
}
