import { mean } from 'simple-statistics';
import type { ModelDefaults } from '../scenario/defaults.js';
import { MODES } from '../base/vocabulary.js';
import type { Stream } from './panel.js';

/** How the streams of a county grew from year to year (model, section 2): log growth by stream, mode and year. */
export interface Growth {
  /** d[s,a]: log growth of stream s into year a, NaN where the year or the one before did not pay. */
  readonly pairs: readonly Float64Array[];
  /** n[m,a]: pairs of a mode in a year. */
  readonly counts: readonly Float64Array[];
  /** D[m,a]: their mean, NaN without pairs. */
  readonly means: readonly Float64Array[];
  /** δ[m]: unweighted mean over the mode's pair-years. */
  readonly drift: Float64Array;
  /** Pairs of each mode. */
  readonly modePairs: Float64Array;
  /** Years of each mode with at least one pair. */
  readonly modePairYears: Float64Array;
  /** varC: yearly shock common to the county. */
  readonly countyVariance: number;
  /** varM: yearly shock common to a mode. */
  readonly modeVariance: number;
  /** How many observations the two variances rest on, the prior's weight among them. */
  readonly freedom: { readonly county: number; readonly mode: number };
}

export const modeIndex = (stream: { readonly mode: Stream['mode'] }): number => MODES.indexOf(stream.mode);

/** (x)⁺ */
export const positivePart = (x: number): number => Math.max(x, 0);

const meanOrZero = (values: number[]): number => (values.length ? mean(values) : 0);

export function measureGrowth(streams: readonly Stream[], years: number, defaults: ModelDefaults): Growth {
  const pairs = streams.map(({ income }) =>
    Float64Array.from(income, (value, year) =>
      year > 0 && value > 0 && income[year - 1]! > 0 ? Math.log(value) - Math.log(income[year - 1]!) : NaN,
    ),
  );
  const counts = MODES.map(() => new Float64Array(years));
  const sums = MODES.map(() => new Float64Array(years));
  streams.forEach((stream, s) =>
    pairs[s]!.forEach((growth, year) => {
      if (Number.isNaN(growth)) return;
      counts[modeIndex(stream)]![year]! += 1;
      sums[modeIndex(stream)]![year]! += growth;
    }),
  );
  const means = MODES.map((_, m) => sums[m]!.map((sum, year) => (counts[m]![year]! > 0 ? sum / counts[m]![year]! : NaN)));

  const allYears = Array.from({ length: years }, (_, year) => year);
  const pairYears = allYears.filter((year) => counts.some((count) => count[year]! > 0));
  const yearMean = allYears.map((year) => {
    const total = counts.reduce((sum, count) => sum + count[year]!, 0);
    return sums.reduce((sum, ofMode) => sum + ofMode[year]!, 0) / total;
  });
  const overall = meanOrZero(pairYears.map((year) => yearMean[year]!));
  const yearsOfMode = MODES.map((_, m) => allYears.filter((year) => counts[m]![year]! > 0));
  const modes = MODES.map((_, m) => m).filter((m) => yearsOfMode[m]!.length > 0);
  const drift = Float64Array.from(MODES, (_, m) =>
    yearsOfMode[m]!.length ? mean(yearsOfMode[m]!.map((year) => means[m]![year]!)) : overall,
  );

  const weight = defaults.priorWeight;
  const freedom = {
    county: weight + positivePart(pairYears.length - 1),
    mode: weight + positivePart(pairYears.length - 1) * positivePart(modes.length - 1),
  };
  const countySquares = pairYears.reduce((sum, year) => sum + (yearMean[year]! - overall) ** 2, 0);
  const modeSquares = modes.reduce(
    (sum, m) => sum + yearsOfMode[m]!.reduce((own, year) => own + (means[m]![year]! - yearMean[year]! - (drift[m]! - overall)) ** 2, 0),
    0,
  );
  return {
    pairs,
    counts,
    means,
    drift,
    modePairs: Float64Array.from(counts, (count) => count.reduce((sum, n) => sum + n, 0)),
    modePairYears: Float64Array.from(yearsOfMode, (own) => own.length),
    countyVariance: (weight * defaults.priorCountySd ** 2 + countySquares) / freedom.county,
    modeVariance: (weight * defaults.priorModeSd ** 2 + modeSquares) / freedom.mode,
    freedom,
  };
}
