import { MODES } from '../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../model/fit.js';
import { choleskyFactor, inverseFromFactor, type SquareMatrix } from '../statistics/cholesky.js';
import { driftOf, type ModePlan } from './drift.js';

/** What the running year's receipts say of one stream (model, section 3, "The running year"). */
export interface Observation {
  /** z[s]: how far receipts run ahead of what level, drift and season led to expect, log points. */
  readonly surprise: number;
  /** γ: share of what the common shocks leave unexplained that is the stream's own. */
  readonly weight: number;
  /** Standard deviation of the own deviation u given the common shocks. */
  readonly ownSd: number;
  /** Share of u that stays: (V + scale·varL)/var u. */
  readonly permanentShare: number;
  /** Standard deviation of the split of u into its permanent and its transitory part. */
  readonly splitSd: number;
}

/** Gaussian posterior of the shocks that streams have in common in the running year. */
export interface CommonPosterior {
  /** Names of the components in order: county; modes; parks; share shocks of the modes. */
  readonly names: readonly string[];
  readonly mean: Float64Array;
  /** Lower Cholesky factor of the posterior covariance. */
  readonly factor: SquareMatrix;
  /** By stream of the panel; undefined where nothing was observed. */
  readonly observations: readonly (Observation | undefined)[];
}

/** Keeps the information finite where an assumption sets a variance to zero. */
const LEAST_VARIANCE = 1e-12;

/** Positions of the components: county 0, then modes, parks, and the share shock of each mode. */
export function commonPositions(parkCount: number) {
  const firstPark = 1 + MODES.length;
  const firstShare = firstPark + parkCount;
  return { county: 0, firstMode: 1, firstPark, firstShare, count: firstShare + MODES.length };
}

/** A stream is observed when it is alive and has received something this year. */
export const isObserved = ({ alive, level, stream }: StreamFit): boolean => alive && level !== undefined && stream.received > 0;

/**
 * The exact posterior of the common shocks given the receipts so far, in information form, under the plan of year 1.
 * @param parks codes of the county's parks, ascending
 * @param plans plan of each mode in projected year 1, in the order of MODES
 */
export function commonPosterior(fit: CountyFit, parks: readonly string[], plans: readonly ModePlan[]): CommonPosterior {
  const at = commonPositions(parks.length);
  const prior = new Float64Array(at.count);
  prior[at.county] = fit.countyVariance;
  MODES.forEach((_, m) => {
    prior[at.firstMode + m] = (1 - plans[m]!.weight) ** 2 * fit.modes[m]!.driftVariance + fit.modeVariance;
    prior[at.firstShare + m] = fit.shareVariance ?? 0;
  });
  parks.forEach((_, p) => (prior[at.firstPark + p] = fit.parkVariance));

  const information = new Float64Array(at.count * at.count);
  const weighted = new Float64Array(at.count);
  prior.forEach((variance, i) => (information[i * at.count + i] = 1 / Math.max(variance, LEAST_VARIANCE)));

  const observations = fit.streams.map((streamFit) => {
    if (!isObserved(streamFit)) return undefined;
    const { stream, level, levelVariance, scale, share, shareNoise } = streamFit;
    const mode = MODES.indexOf(stream.mode);
    const surprise = Math.log(stream.received) - share - level! - driftOf(fit, streamFit, plans[mode]!);
    const permanent = levelVariance + scale * fit.permanentVariance;
    const transitory = scale * fit.transitoryVariance;
    const own = Math.max(permanent + transitory, LEAST_VARIANCE);
    const total = own + shareNoise;
    const touched = [at.county, at.firstMode + mode, at.firstShare + mode];
    if (stream.park !== null) touched.push(at.firstPark + parks.indexOf(stream.park));
    for (const i of touched) {
      weighted[i]! += surprise / total;
      for (const j of touched) information[i * at.count + j]! += 1 / total;
    }
    const weight = own / total;
    return {
      surprise,
      weight,
      ownSd: Math.sqrt(weight * shareNoise),
      permanentShare: permanent / own,
      splitSd: Math.sqrt((permanent * transitory) / own),
    };
  });

  const covariance = inverseFromFactor(choleskyFactor(information, at.count), at.count);
  const mean = Float64Array.from({ length: at.count }, (_, i) =>
    weighted.reduce((sum, value, j) => sum + covariance[i * at.count + j]! * value, 0),
  );
  return {
    names: [
      'county',
      ...MODES.map((mode) => `mode:${mode}`),
      ...parks.map((park) => `park:${park}`),
      ...MODES.map((mode) => `share:${mode}`),
    ],
    mean,
    factor: choleskyFactor(covariance, at.count),
    observations,
  };
}
