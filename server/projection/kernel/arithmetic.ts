import type { DrawName } from '../../base/random.js';

/** How the first projected year of an observed stream departs from what was expected; all in log points or shares. */
export interface ObservedTerms {
  /** γ: share of the unexplained that is the stream's own. */
  readonly weight: number;
  readonly ownSd: number;
  /** Share of the own departure that stays. */
  readonly permanentShare: number;
  readonly splitSd: number;
  /** Probability that the stream has ended by the end of this year. */
  readonly endedBy: number;
}

/** How a projected year departs from the one before. */
export interface YearTerms {
  /** False in the first year, whose path begins at nothing. */
  readonly continues: boolean;
  readonly permanentSd: number;
  readonly transitorySd: number;
  readonly endedBy: number;
}

/** What a year of a grant's returns depends on. */
export interface DueTerms {
  /** Months from the planned start to the end of the year. */
  readonly monthsBefore: number;
  readonly sd: number;
  readonly failure: number;
  readonly insured: number;
  readonly late: number;
}

/**
 * The hot loops of a projection over arrays of one number a trial. Two programs do them: a plain one that is read as the
 * meaning (`PlainArithmetic`), and a compiled one that is fast (`WasmArithmetic`); tests hold one against the other.
 * Arrays must come from `floats` or `doubles` of the same arithmetic; those of one length belong together.
 */
export interface Arithmetic {
  /** Room for single-precision numbers, at first zero. */
  floats(length: number): Float32Array;
  /** Room for double-precision numbers, at first zero. */
  doubles(length: number): Float64Array;
  /** Bytes that can still be had. */
  readonly room: number;

  fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void;
  fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void;

  /**
   * First year of an observed stream: own = ownSd·permanent − weight·(common + share), path = common + permanentShare·own
   * + splitSd·transitory, factor = exp(common + own), or 0 where `fate` lies below endedBy.
   */
  observedYear(to: StreamYear, from: ObservedDraws, terms: ObservedTerms): void;
  /** Any other year: path (+)= common + permanentSd·permanent, factor = exp(path + transitorySd·transitory), or 0 where ended. */
  projectedYear(to: StreamYear, from: YearDraws, terms: YearTerms): void;

  /** Months of delay, ⌊ln uniform / logStay⌋. */
  delays(uniform: Float32Array, logStay: number, out: Float32Array): void;
  /**
   * What falls due in a year: months/12 · exp(sd·dispersion + common) with months = clamp(monthsBefore − delay, 0, 12), times
   * `insured` where the payment fails; negative where it is late.
   */
  dueYear(due: Float32Array, from: DueDraws, terms: DueTerms): void;

  /** total = (or, where it continues, +=) the sum of the parts' max(scale·factor, floor). */
  addTotals(total: Float64Array, parts: readonly IncomePart[], continues: boolean): void;
  /**
   * to = (or, where it continues, +=) the sum of the parts' max(scale·factor, floor); what counts as a part of it, likewise.
   * Returns each part's sum over the trials.
   */
  addParts(to: IncomeYear, parts: readonly IncomePart[], continues: boolean): number[];
  /** to += factor·from */
  addTo(to: Float64Array, from: Float64Array, factor: number): void;
  /** to += from in hundredths, rounded to whole ones (ties to the even one), for values below 2⁵¹ hundredths. */
  addFen(to: Float64Array, from: Float64Array): void;
  /** Adds 1 to `reaching` where total ≥ threshold, clears `everyYear` where not. */
  reach(total: Float64Array, everyYear: Float64Array, reaching: Float64Array, threshold: number, target: number): Reach;
  /** Adds 1 to `reaching` where the total of the asked year reaches its threshold; counts the trials in which every year does. */
  reachYears(years: readonly ReachableYear[], asked: number, reaching: Float64Array, target: number): YearsReached;
  /** Sets marks to 1 where a value lies below the floor. */
  markBelow(values: Float64Array, marks: Float64Array, floor: number): void;
  /** Quantiles of type 7; the values stay as they are. */
  quantiles(values: Float64Array, probabilities: readonly number[]): number[];
}

/** A village's income in one year, one array a trial. */
export interface IncomeYear {
  readonly total: Float64Array;
  /** Undefined where no part counts as such. */
  readonly industryMode: Float64Array | undefined;
  readonly keyIndustry: Float64Array | undefined;
}

/** A part of an income: max(scale·factor, floor). */
export interface IncomePart {
  readonly factor: Float32Array;
  readonly scale: number;
  readonly floor: number;
  readonly inIndustryMode: boolean;
  readonly inKeyIndustry: boolean;
}

/** A year's income, with what it has to come to. */
export interface ReachableYear {
  readonly total: Float64Array;
  readonly threshold: number;
}

export interface StreamYear {
  readonly path: Float32Array;
  readonly factor: Float32Array;
}

export interface YearDraws {
  readonly common: Float32Array;
  readonly permanent: Float32Array;
  readonly transitory: Float32Array;
  readonly fate: Float32Array;
}

export interface ObservedDraws extends YearDraws {
  readonly share: Float32Array;
}

export interface DueDraws {
  readonly common: Float32Array;
  readonly dispersion: Float32Array;
  readonly delay: Float32Array;
  readonly fails: Float32Array;
  readonly isLate: Float32Array;
}

/** How many trials reached, and the summed shortfall of those that did not. */
export interface Reach {
  readonly hits: number;
  readonly shortfall: number;
}

export interface YearsReached extends Reach {
  /** In how many trials every year reached. */
  readonly everyYear: number;
}
