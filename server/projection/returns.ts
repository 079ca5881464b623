import type { OptionTerms } from '../base/county.js';
import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CommonMeans, CommonShocks } from './common-shocks.js';
import type { Draws } from './draws.js';

/** Whose returns are drawn: a village's money in an option (or in one committed project, which is an option of its own). */
export interface Placement {
  readonly village: string;
  /** Code of the option or project. */
  readonly option: string;
  readonly terms: OptionTerms;
  /** `terms.start` in months from January of projected year 1. */
  readonly startMonth: number;
  /** Position of the park among the county's, −1 without a park. */
  readonly park: number;
}

/** What falls due in one projected year per yuan granted: `scale` times one of two arrays, the other is 0 in that trial. */
export interface Due {
  readonly scale: number;
  /** Paid in the year itself. */
  readonly onTime: Float32Array;
  /** Paid in the year after. */
  readonly late: Float32Array;
}

/**
 * What falls due in each projected year per yuan granted (model, section 3, "Grants"). Delay, failure and lateness are drawn
 * once for everything placed in a park (one payer, one fate), else for each village and option; the dispersion ξ always for
 * each village and option. The arrays belong to the draws: give them back with `giveBackDues`.
 */
export function drawDues(placement: Placement, horizon: number, shocks: CommonShocks, means: CommonMeans): Due[] {
  const { terms, startMonth, park } = placement;
  const { fit, draws } = shocks;
  const own = `${placement.village}|${placement.option}`;
  const payer = terms.park === null ? own : `${fit.county}|park:${terms.park}`;
  const mode = MODES.indexOf(terms.mode);
  const halfVariance = (fit.countyVariance + fit.modeVariance + (park < 0 ? 0 : fit.parkVariance)) / 2;
  const delay = draws.floats();
  if (terms.delay === 0) delay.fill(0);
  else
    draws.arithmetic.delays(draws.uniform({ kind: DRAW.delay, entity: payer, year: 0 }), Math.log(terms.delay / (1 + terms.delay)), delay);

  const dues = Array.from({ length: horizon }, (_, year) => {
    const due = { onTime: draws.floats(), late: draws.floats() };
    const from = {
      common: shocks.forGrant(year, mode, park),
      dispersion: draws.normal({ kind: DRAW.dispersion, entity: own, year: 0 }),
      delay,
      fails: draws.uniform({ kind: DRAW.failure, entity: payer, year: year + 1 }),
      isLate: draws.uniform({ kind: DRAW.lateness, entity: payer, year: year + 1 }),
    };
    draws.arithmetic.dueYear(due, from, { ...terms, monthsBefore: 12 * (year + 1) - startMonth });
    const expected = year > 0 ? 0 : means.county + means.mode[mode]! + (park < 0 ? 0 : means.park[park]!);
    return { ...due, scale: (1 - terms.premium) * terms.rate * Math.exp(expected - halfVariance - terms.sd ** 2 / 2) };
  });
  draws.giveBack(delay);
  return dues;
}

export function giveBackDues(dues: readonly Due[], draws: Draws): void {
  for (const { onTime, late } of dues) draws.giveBack(onTime, late);
}

/** B[h]: what reaches the account in each projected year per yuan granted, one number a trial. */
export function receiptsPerYuan(dues: readonly Due[]): Float64Array[] {
  return dues.map(({ scale, onTime }, year) => {
    const before = dues[year - 1];
    return Float64Array.from(onTime, (paid, trial) => scale * paid + (before ? before.scale * before.late[trial]! : 0));
  });
}
