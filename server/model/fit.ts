import type { CountyRecord } from '../base/county.js';
import type { Month } from '../base/month.js';
import { MODES, type Mode } from '../base/vocabulary.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import { measureCessation } from './cessation.js';
import { measureGrowth } from './growth.js';
import { measureLevel } from './level.js';
import { toPanel, type Panel, type Stream } from './panel.js';
import { measureResiduals } from './residual.js';
import { measureScales } from './scale.js';
import { measureSeason } from './season.js';

/** What a mode has shown so far. Logs natural, variances in squared log points a year. */
export interface ModeFit {
  readonly mode: Mode;
  /** δ[m], log growth a year. */
  readonly drift: number;
  /** se[m]², variance of the error in δ[m]. */
  readonly driftVariance: number;
  /** q[m], yearly probability that a stream ends. */
  readonly cessation: number;
  /** How many stream-years q[m] rests on, the prior's among them. */
  readonly cessationYears: number;
  /** Probability that a paying stream has paid nothing by month k; NaN where k = 0. */
  readonly silent: number;
  /** Pairs of consecutive paying years behind the drift. */
  readonly pairs: number;
}

/** What a stream has shown so far. */
export interface StreamFit {
  readonly stream: Stream;
  /** ℓ[s], log yuan at the end of the last complete year; undefined where it never paid in a complete year. */
  readonly level: number | undefined;
  /** V[s]. */
  readonly levelVariance: number;
  /** Multiplies the permanent and the transitory variance. */
  readonly scale: number;
  /** What size alone says of the scale. */
  readonly base: number;
  /** Paid in the last complete year; any other stream counts only what it received this year. */
  readonly alive: boolean;
  /** λ[s], log share of a year that is in by month k; NaN where k = 0. */
  readonly share: number;
  /** τ²[s], variance about it; NaN where k = 0. */
  readonly shareNoise: number;
}

/** How many observations each variance of a fit rests on, the prior's weight among them: how sure the variance is. */
export interface VarianceFreedom {
  readonly county: number;
  readonly mode: number;
  readonly park: number;
  /** Of a stream's own variation: the permanent variance is nearly as sure. */
  readonly own: number;
  readonly transitory: number;
  /** Undefined where k = 0. */
  readonly share: number | undefined;
}

/** Everything estimated from a county's receipts up to the as-of month (model, section 2, and the season of section 3). */
export interface CountyFit {
  readonly county: string;
  readonly panel: Panel;
  readonly countyVariance: number;
  readonly modeVariance: number;
  readonly parkVariance: number;
  readonly permanentVariance: number;
  readonly transitoryVariance: number;
  /** varB; undefined where k = 0. */
  readonly shareVariance: number | undefined;
  readonly sizeSlope: number;
  /** How many observations each variance rests on, the prior's weight among them. */
  readonly freedom: VarianceFreedom;
  /** In the order of MODES. */
  readonly modes: readonly ModeFit[];
  /** In the order of the panel's streams. */
  readonly streams: readonly StreamFit[];
}

/**
 * Fits the model to a county's receipts up to `asOf`.
 * @throws Problem NO_COMPLETE_YEAR
 */
export function fitCounty(county: CountyRecord, { asOf, defaults }: { asOf: Month; defaults: ModelDefaults }): CountyFit {
  const panel = toPanel(county, asOf);
  const { streams, closedMonths } = panel;
  const growth = measureGrowth(streams, panel.years, defaults);
  const residuals = measureResiduals(streams, growth, defaults);
  const { sizeSlope, base, scale } = measureScales(streams, residuals, defaults);
  const cessation = measureCessation(streams, closedMonths, defaults);
  const season = closedMonths > 0 ? measureSeason(streams, closedMonths, base, defaults) : undefined;
  const { permanentVariance, transitoryVariance, ownVariance } = residuals;
  const shockVariance = growth.countyVariance + growth.modeVariance;

  return {
    county: county.code,
    panel,
    countyVariance: growth.countyVariance,
    modeVariance: growth.modeVariance,
    parkVariance: residuals.parkVariance,
    permanentVariance,
    transitoryVariance,
    shareVariance: season?.commonVariance,
    sizeSlope,
    freedom: { ...growth.freedom, ...residuals.freedom, share: season?.commonFreedom },
    modes: MODES.map((mode, m) => ({
      mode,
      drift: growth.drift[m]!,
      driftVariance: ownVariance / Math.max(growth.modePairs[m]!, 1) + shockVariance / Math.max(growth.modePairYears[m]!, 1),
      cessation: cessation.yearly[m]!,
      cessationYears: cessation.streamYears[m]!,
      silent: cessation.silent[m]!,
      pairs: growth.modePairs[m]!,
    })),
    streams: streams.map((stream, s) => {
      const level = measureLevel(stream, growth, scale[s]! * permanentVariance, scale[s]! * transitoryVariance);
      return {
        stream,
        level: level?.level,
        levelVariance: level?.variance ?? 0,
        scale: scale[s]!,
        base: base[s]!,
        alive: stream.income.at(-1)! > 0,
        share: season?.share[s] ?? NaN,
        shareNoise: season?.noise[s] ?? NaN,
      };
    }),
  };
}
