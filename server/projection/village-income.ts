import type { Scenario } from '../scenario/scenario.js';
import type { Draws } from './draws.js';
import { IncomeBreakdown } from './income-breakdown.js';
import { isKeyIndustry, type IncomeTags, type WaitingPart } from './income-part.js';
import type { Due } from './returns.js';

/** Parts that wait to be added up: more would hold too many arrays that cannot be kept. */
const MOST_WAITING = 128;

/** What a scenario assumes of all income. */
type IncomeTerms = Pick<Scenario, 'netRatio' | 'reinvest'>;

/**
 * A village's projected income by trial and year, in yuan. Parts are put down first and added up all at once by `settle`, each
 * read a single time.
 */
export class VillageIncome {
  readonly total: readonly Float64Array[];
  readonly #terms: IncomeTerms;
  /** By year; undefined where nobody asked for it. */
  readonly #breakdowns: readonly (IncomeBreakdown | undefined)[];
  readonly #waiting: readonly WaitingPart[][];
  /** Whether something has been added up in a year. */
  readonly #begun: boolean[];

  /**
   * @param brokenDown projected years (0 is year 1) whose income is broken down too
   */
  constructor(
    readonly horizon: number,
    terms: IncomeTerms,
    brokenDown: readonly number[],
    readonly draws: Draws,
  ) {
    const each = <Value>(make: (year: number) => Value): Value[] => Array.from({ length: horizon }, (_, year) => make(year));
    // What is reinvested comes out of the years before.
    const needed = (year: number) => brokenDown.some((asked) => asked === year || (terms.reinvest !== undefined && asked > year));
    this.#terms = terms;
    this.total = each(() => draws.doubles());
    this.#breakdowns = each((year) => (needed(year) ? new IncomeBreakdown(draws) : undefined));
    this.#waiting = each(() => []);
    this.#begun = each(() => false);
  }

  /** What the income of a year is made of. @throws RangeError where that was not asked for */
  breakdown(year: number): IncomeBreakdown {
    const breakdown = this.#breakdowns[year];
    if (!breakdown) throw new RangeError(`nobody asked for the income of projected year ${year + 1} to be broken down`);
    return breakdown;
  }

  /**
   * Puts down gross income max(scale · factor, floor) of a year; the netRatio of its mode turns it into net income. The factor
   * must stay as it is until `settle`.
   */
  add(year: number, factor: Float32Array, scale: number, floor: number, tags: IncomeTags): void {
    const net = this.#terms.netRatio[tags.mode];
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
    const breakdown = this.#breakdowns[year];
    if (breakdown) breakdown.addUp(this.total[year]!, parts, continues);
    else this.draws.arithmetic.addTotals(this.total[year]!, parts, continues);
  }

  /** Lets a share of each projected year's income earn a return in the next, if some is reinvested. Everything must be settled. */
  reinvest(): void {
    const { reinvest } = this.#terms;
    if (!reinvest) return;
    const factor = reinvest.share * reinvest.return;
    for (let year = 1; year < this.horizon; year++) {
      this.draws.arithmetic.addTo(this.total[year]!, this.total[year - 1]!, factor);
      const before = this.#breakdowns[year - 1];
      if (before) this.#breakdowns[year]?.addReturnOf(before, factor);
    }
  }

  /** Empties it for the next village. */
  clear(): void {
    for (const parts of this.#waiting) parts.length = 0;
    this.#begun.fill(false);
    for (const breakdown of this.#breakdowns) breakdown?.clear();
  }

  /** Gives its arrays back; it must not be used afterwards. */
  release(): void {
    this.draws.takeBackLent();
    this.draws.giveBack(...this.total);
    for (const breakdown of this.#breakdowns) breakdown?.release();
  }
}
