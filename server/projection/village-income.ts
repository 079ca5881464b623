import { KEY_INDUSTRIES, MODES, type Industry, type Mode } from '../base/vocabulary.js';
import type { Reinvestment } from '../scenario/scenario.js';

/** What a part of a village's income counts as. */
export interface IncomeTags {
  readonly mode: Mode;
  readonly industry: Industry | null;
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

  constructor(
    readonly horizon: number,
    readonly trials: number,
    readonly netRatio: Readonly<Record<Mode, number>>,
  ) {
    const arrays = () => Array.from({ length: horizon }, () => new Float64Array(trials));
    this.total = arrays();
    this.industryMode = arrays();
    this.keyIndustry = arrays();
    this.byMode = Array.from({ length: horizon }, () => new Float64Array(MODES.length));
    this.granted = new Float64Array(horizon);
  }

  /** Adds `amount` times an array of gross income to a year; the netRatio of its mode turns it into net income. */
  add(year: number, gross: Float64Array, tags: IncomeTags, amount = 1): void {
    const factor = this.netRatio[tags.mode] * amount;
    const total = this.total[year]!;
    let sum = 0;
    for (let trial = 0; trial < total.length; trial++) {
      const net = factor * gross[trial]!;
      total[trial]! += net;
      sum += net;
    }
    this.byMode[year]![MODES.indexOf(tags.mode)]! += sum;
    if (tags.granted) this.granted[year]! += sum;
    if (tags.mode === 'INDUSTRY') addTo(this.industryMode[year]!, gross, factor);
    if (isKeyIndustry(tags.industry)) addTo(this.keyIndustry[year]!, gross, factor);
  }

  /** Lets a share of each projected year's income earn a return in the next, part by part. */
  reinvest({ share, return: rate }: Reinvestment): void {
    const factor = share * rate;
    for (let year = 1; year < this.horizon; year++) {
      for (const part of [this.total, this.industryMode, this.keyIndustry, this.byMode]) addTo(part[year]!, part[year - 1]!, factor);
      this.granted[year]! += factor * this.granted[year - 1]!;
    }
  }

  /** Empties it for the next village. */
  clear(): void {
    for (const part of [this.total, this.industryMode, this.keyIndustry, this.byMode]) for (const year of part) year.fill(0);
    this.granted.fill(0);
  }
}

/** to += factor · from */
export function addTo(to: Float64Array, from: Float64Array, factor = 1): void {
  for (let index = 0; index < to.length; index++) to[index]! += factor * from[index]!;
}
