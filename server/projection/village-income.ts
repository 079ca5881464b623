import { KEY_INDUSTRIES, MODES, type Industry, type Mode } from '../base/vocabulary.js';
import type { Reinvestment } from '../scenario/scenario.js';
import type { Draws } from './draws.js';
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

/** A village's projected income, added up part by part: one array of `trials` yuan for each projected year. */
export class VillageIncome {
  readonly total: readonly Float64Array[];
  /** From the industry mode. */
  readonly industryMode: readonly Float64Array[];
  /** From the five key industries. */
  readonly keyIndustry: readonly Float64Array[];
  /** Sum over the trials by [year][mode]. */
  readonly byMode: readonly Float64Array[];
  /** Sum over the trials of what granted projects bring, by year. */
  readonly granted: Float64Array;
  /** The part that parks bring. */
  readonly parks: ParkIncome;

  constructor(
    readonly horizon: number,
    readonly netRatio: Readonly<Record<Mode, number>>,
    readonly draws: Draws,
  ) {
    const arrays = () => Array.from({ length: horizon }, () => draws.doubles());
    this.total = arrays();
    this.industryMode = arrays();
    this.keyIndustry = arrays();
    this.byMode = Array.from({ length: horizon }, () => new Float64Array(MODES.length));
    this.granted = new Float64Array(horizon);
    this.parks = new ParkIncome(horizon);
  }

  /** Adds gross income max(scale · factor, floor) to a year; the netRatio of its mode turns it into net income. */
  add(year: number, factor: Float32Array, scale: number, floor: number, tags: IncomeTags): void {
    const { arithmetic } = this.draws;
    const net = this.netRatio[tags.mode];
    const sum = arithmetic.accumulate(this.total[year]!, factor, net * scale, net * floor);
    this.byMode[year]![MODES.indexOf(tags.mode)]! += sum;
    if (tags.granted) this.granted[year]! += sum;
    if (tags.park !== null) this.parks.add(year, tags.park, sum);
    if (tags.mode === 'INDUSTRY') arithmetic.accumulate(this.industryMode[year]!, factor, net * scale, net * floor);
    if (isKeyIndustry(tags.industry)) arithmetic.accumulate(this.keyIndustry[year]!, factor, net * scale, net * floor);
  }

  /** Adds what an amount brings by the dues of its placement, in year 1 at least what has been received. */
  addDues(dues: readonly Due[], amount: number, received: number, tags: IncomeTags): void {
    dues.forEach(({ scale, onTime }, year) => {
      const before = dues[year - 1];
      if (before) this.add(year, before.late, amount * before.scale, 0, tags);
      this.add(year, onTime, amount * scale, year === 0 ? received : 0, tags);
    });
  }

  /** Lets a share of each projected year's income earn a return in the next, part by part. */
  reinvest(reinvestment: Reinvestment): void {
    const factor = reinvestment.share * reinvestment.return;
    this.parks.reinvest(reinvestment);
    for (let year = 1; year < this.horizon; year++) {
      for (const part of [this.total, this.industryMode, this.keyIndustry])
        this.draws.arithmetic.addTo(part[year]!, part[year - 1]!, factor);
      this.byMode[year]!.forEach((_, mode) => (this.byMode[year]![mode]! += factor * this.byMode[year - 1]![mode]!));
      this.granted[year]! += factor * this.granted[year - 1]!;
    }
  }

  /** Empties it for the next village. */
  clear(): void {
    for (const part of [this.total, this.industryMode, this.keyIndustry, this.byMode]) for (const year of part) year.fill(0);
    this.granted.fill(0);
    this.parks.clear();
  }

  /** Gives its arrays back; it must not be used afterwards. */
  release(): void {
    this.draws.giveBack(...this.total, ...this.industryMode, ...this.keyIndustry);
  }
}
