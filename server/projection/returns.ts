import type { OptionTerms } from '../base/county.js';
import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit } from '../model/fit.js';
import type { CommonShocks } from './common-shocks.js';
import type { Draws } from './draws.js';

/** Whose returns are drawn: a village's money in an option (or in one committed project, which is an option of its own). */
export interface Placement {
  readonly county: string;
  readonly village: string;
  /** Code of the option or project. */
  readonly option: string;
  readonly terms: OptionTerms;
  /** `terms.start` in months from January of projected year 1. */
  readonly startMonth: number;
  /** Position of the park among the county's, −1 without a park. */
  readonly park: number;
}

/**
 * B[h]: what reaches the account in each projected year per yuan granted, one number a trial (model, section 3, "Grants").
 * Delay, failure and lateness are drawn once for everything placed in a park (one payer, one fate), else for each village
 * and option; the dispersion ξ always for each village and option.
 */
export function drawReturns(placement: Placement, fit: CountyFit, shocks: CommonShocks, horizon: number, draws: Draws): Float64Array[] {
  const { terms, startMonth, park } = placement;
  const own = `${placement.village}|${placement.option}`;
  const payer = terms.park === null ? own : `${placement.county}|park:${terms.park}`;
  const dispersion = draws.normal({ kind: DRAW.dispersion, entity: own, year: 0 });
  const delay = delays(terms.delay, draws.uniform({ kind: DRAW.delay, entity: payer, year: 0 }));
  const mode = MODES.indexOf(terms.mode);
  const halfVariance = (fit.countyVariance + fit.modeVariance + (park < 0 ? 0 : fit.parkVariance)) / 2;
  const atFullOperation = (1 - terms.premium) * terms.rate * Math.exp(-(terms.sd ** 2) / 2);

  let latePart = new Float64Array(draws.trials);
  return Array.from({ length: horizon }, (_, year) => {
    const county = shocks.county[year]!;
    const ofMode = shocks.mode[year]![mode]!;
    const ofPark = park < 0 ? undefined : shocks.park[year]![park]!;
    const fails = draws.uniform({ kind: DRAW.failure, entity: payer, year: year + 1 });
    const isLate = draws.uniform({ kind: DRAW.lateness, entity: payer, year: year + 1 });
    const paid = latePart;
    const nextLate = new Float64Array(draws.trials);
    for (let trial = 0; trial < paid.length; trial++) {
      const months = Math.min(12, Math.max(0, 12 * (year + 1) - startMonth - delay[trial]!));
      if (months === 0) continue;
      const shock = county[trial]! + ofMode[trial]! + (ofPark ? ofPark[trial]! : 0) - halfVariance;
      const due =
        ((atFullOperation * months) / 12) *
        Math.exp(terms.sd * dispersion[trial]! + shock) *
        (fails[trial]! < terms.failure ? terms.insured : 1);
      if (isLate[trial]! < terms.late) nextLate[trial] = due;
      else paid[trial]! += due;
    }
    latePart = nextLate;
    return paid;
  });
}

/** Extra months until delivery, geometric on 0, 1, 2, … with the given mean, by inversion: P(D = j) = π(1−π)^j, π = 1/(1+mean). */
function delays(meanMonths: number, uniform: Float32Array): Float64Array {
  if (meanMonths === 0) return new Float64Array(uniform.length);
  const logStay = Math.log(meanMonths / (1 + meanMonths));
  return Float64Array.from(uniform, (u) => Math.floor(Math.log(u) / logStay));
}
