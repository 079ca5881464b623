import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit } from '../model/fit.js';
import type { ModePlan } from './drift.js';
import type { Draws } from './draws.js';
import { commonPosterior, commonPositions, type Observation } from './posterior.js';

/** The shocks that streams share, one number a trial: arrays of `trials` log points. Year index 0 is projected year 1. */
export interface CommonShocks {
  /** C[h]. */
  readonly county: readonly Float64Array[];
  /** M[m,h], [year][mode]. */
  readonly mode: readonly (readonly Float64Array[])[];
  /** P[p,h], [year][park]. */
  readonly park: readonly (readonly Float64Array[])[];
  /** Z[m]: the error of each mode's drift, once a trial. */
  readonly driftError: readonly Float64Array[];
  /** B[m]: shock to the share that is in by month k; empty where nothing was observed. */
  readonly share: readonly Float64Array[];
  /** By stream of the panel: what its receipts of the running year say. */
  readonly observations: readonly (Observation | undefined)[];
}

/**
 * Draws the common shocks of a county: from their prior in every year but a running one, whose receipts are known in
 * part; there from the exact posterior.
 * @param parks codes of the county's parks, ascending
 * @param plans [year][mode]
 */
export function drawCommonShocks(fit: CountyFit, parks: readonly string[], plans: readonly (readonly ModePlan[])[], draws: Draws): CommonShocks {
  const entity = (part: string) => `${fit.county}|${part}`;
  const scaled = (kind: typeof DRAW.county | typeof DRAW.mode | typeof DRAW.park | typeof DRAW.driftError, part: string, year: number, variance: number) =>
    Float64Array.from(draws.normal({ kind, entity: entity(part), year }), (normal) => Math.sqrt(variance) * normal);

  const horizon = plans.length;
  const years = Array.from({ length: horizon }, (_, h) => h + 1);
  const prior = {
    county: years.map((year) => scaled(DRAW.county, 'county', year, fit.countyVariance)),
    mode: years.map((year) => MODES.map((mode) => scaled(DRAW.mode, mode, year, fit.modeVariance))),
    park: years.map((year) => parks.map((park) => scaled(DRAW.park, park, year, fit.parkVariance))),
    driftError: MODES.map((mode, m) => scaled(DRAW.driftError, mode, 0, fit.modes[m]!.driftVariance)),
  };
  if (fit.panel.closedMonths === 0) return { ...prior, share: [], observations: fit.streams.map(() => undefined) };

  const posterior = commonPosterior(fit, parks, plans[0]!);
  const at = commonPositions(parks.length);
  const drawn = drawGaussian(posterior.mean, posterior.factor, (i) =>
    draws.normal({ kind: DRAW.commonPosterior, entity: entity(posterior.names[i]!), year: 1 }),
  );
  const split = MODES.map((mode, m) =>
    splitModeShock(drawn[at.firstMode + m]!, prior.driftError[m]!, {
      weight: plans[0]![m]!.weight,
      driftVariance: fit.modes[m]!.driftVariance,
      modeVariance: fit.modeVariance,
      normal: draws.normal({ kind: DRAW.modeSplit, entity: entity(mode), year: 1 }),
    }),
  );
  return {
    county: [drawn[at.county]!, ...prior.county.slice(1)],
    mode: [split.map(({ shock }) => shock), ...prior.mode.slice(1)],
    park: [parks.map((_, p) => drawn[at.firstPark + p]!), ...prior.park.slice(1)],
    driftError: split.map(({ driftError }) => driftError),
    share: MODES.map((_, m) => drawn[at.firstShare + m]!),
    observations: posterior.observations,
  };
}

/** mean + factor · normals, component by component. */
function drawGaussian(mean: Float64Array, factor: Float64Array, normalOf: (component: number) => Float32Array): Float64Array[] {
  const order = mean.length;
  const normals = Array.from(mean, (_, i) => normalOf(i));
  return Array.from(mean, (centre, row) => {
    const out = new Float64Array(normals[0]!.length).fill(centre);
    for (let column = 0; column <= row; column++) {
      const coefficient = factor[row * order + column]!;
      const normal = normals[column]!;
      if (coefficient !== 0) for (let trial = 0; trial < out.length; trial++) out[trial]! += coefficient * normal[trial]!;
    }
    return out;
  });
}

/** Splits (1−ω)Z + M by its two variances; with ω = 1 the sum is M alone and Z keeps its prior. */
function splitModeShock(
  sum: Float64Array,
  priorDriftError: Float64Array,
  terms: { weight: number; driftVariance: number; modeVariance: number; normal: Float32Array },
): { shock: Float64Array; driftError: Float64Array } {
  const trend = 1 - terms.weight;
  const driftPart = trend ** 2 * terms.driftVariance;
  const total = driftPart + terms.modeVariance;
  if (driftPart === 0 || total === 0) return { shock: sum, driftError: priorDriftError };
  const share = terms.modeVariance / total;
  const sd = Math.sqrt(driftPart * share);
  const shock = sum.map((value, trial) => share * value + sd * terms.normal[trial]!);
  return { shock, driftError: sum.map((value, trial) => (value - shock[trial]!) / trend) };
}
