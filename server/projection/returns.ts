import type { OptionTerms } from '../base/county.js';
import { DRAW } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CommonMeans, CommonShocks } from './common-shocks.js';
import type { Derived } from './draws.js';

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

/** What falls due in one projected year per yuan granted, one number a trial, each times `scale`. */
export interface Due {
  readonly scale: number;
  /** Above 0 where it is paid in the year itself, below 0 where it is paid in the year after. */
  readonly paid: Float32Array;
  /** Whether any of it may be paid in the year after. */
  readonly mayBeLate: boolean;
}

/**
 * What falls due in each projected year per yuan granted (model, section 3, "Grants"). Delay, failure and lateness are drawn
 * once for everything placed in a park (one payer, one fate), else for each village and option; the dispersion ξ always for
 * each village and option. The arrays are good until the draws take back what they lent.
 * @param derived where arrays are kept: for the fit, weights and terms of a scenario
 */
export function drawDues(placement: Placement, horizon: number, shocks: CommonShocks, means: CommonMeans, derived: Derived): Due[] {
  const { terms, startMonth, park } = placement;
  const { fit, draws } = shocks;
  const own = `${placement.village}|${placement.option}`;
  // A code alone does not name what was kept: a project may share it with an option, or an option be asked for on other terms.
  const name = JSON.stringify(placement);
  const payer = terms.park === null ? own : `${fit.county}|park:${terms.park}`;
  const mode = MODES.indexOf(terms.mode);
  const halfVariance = (fit.countyVariance + fit.modeVariance + (park < 0 ? 0 : fit.parkVariance)) / 2;

  const draw = (year: number, due: Float32Array): void => {
    // Common shocks first: making them draws, and a draw that cannot be kept is soon overwritten.
    const common = shocks.forGrant(year, mode, park);
    const delay = draws.floats();
    if (terms.delay === 0) delay.fill(0);
    else
      draws.arithmetic.delays(
        draws.uniform({ kind: DRAW.delay, entity: payer, year: 0 }),
        Math.log(terms.delay / (1 + terms.delay)),
        delay,
      );
    const from = {
      common,
      dispersion: draws.normal({ kind: DRAW.dispersion, entity: own, year: 0 }),
      delay,
      fails: draws.uniform({ kind: DRAW.failure, entity: payer, year: year + 1 }),
      isLate: draws.uniform({ kind: DRAW.lateness, entity: payer, year: year + 1 }),
    };
    draws.arithmetic.dueYear(due, from, { ...terms, monthsBefore: 12 * (year + 1) - startMonth });
    draws.giveBack(delay);
  };

  return Array.from({ length: horizon }, (_, year) => {
    const expected = year > 0 ? 0 : means.county + means.mode[mode]! + (park < 0 ? 0 : means.park[park]!);
    return {
      scale: (1 - terms.premium) * terms.rate * Math.exp(expected - halfVariance - terms.sd ** 2 / 2),
      paid: draws.deriveFor(derived, `due|${name}|${year}`, (due) => draw(year, due)),
      mayBeLate: terms.late > 0,
    };
  });
}

/** B[h]: what reaches the account in each projected year per yuan granted, one number a trial. */
export function receiptsPerYuan(dues: readonly Due[]): Float64Array[] {
  return dues.map(({ scale, paid }, year) => {
    const before = dues[year - 1];
    return Float64Array.from(
      paid,
      (due, trial) => scale * Math.max(due, 0) + (before ? before.scale * Math.max(-before.paid[trial]!, 0) : 0),
    );
  });
}
