import type { StandardisedResidual } from './standardised-residuals.js';

/** How much heavier the tails of the residuals are than the normal law's. */
export interface TailCheck {
  /** Fourth moment over squared second, less 3. */
  readonly excessKurtosis: number;
  /** Residuals beyond three standard deviations; the normal law has 0.27%. */
  readonly far: number;
  readonly count: number;
  readonly broken: boolean;
}

/** Below this the standard error of a kurtosis is more than half a point: nothing can be said. */
const FEWEST = 50;
/** Excess of Student's t with 10 degrees, of which twice as much lies outside the normal's 99.5% as the normal says. */
const MOST_EXCESS = 1;
/** Of the sampling error √(24/n) of a normal sample's kurtosis. */
const MOST_ERRORS = 3;

/** Checks that shocks are normal (all of section 3). Undefined where there are too few residuals. */
export function checkTails(residuals: readonly StandardisedResidual[]): TailCheck | undefined {
  const count = residuals.length;
  if (count < FEWEST) return undefined;
  const moment = (power: number) => residuals.reduce((sum, { value }) => sum + value ** power, 0) / count;
  const variance = moment(2);
  if (!(variance > 0)) return undefined;
  const excessKurtosis = moment(4) / variance ** 2 - 3;
  const far = residuals.filter(({ value }) => value ** 2 > 9 * variance).length;
  return { excessKurtosis, far, count, broken: excessKurtosis > MOST_EXCESS && excessKurtosis > MOST_ERRORS * Math.sqrt(24 / count) };
}
