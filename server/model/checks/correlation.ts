import type { StandardisedResidual } from './standardised-residuals.js';

/** Whether streams of one group move together beyond what county, mode and park explain. */
export interface CorrelationCheck {
  /** Of two streams' residuals in a year; the model says 0. */
  readonly correlation: number;
  readonly pairs: number;
  readonly broken: boolean;
}

const FEWEST_PAIRS = 100;
const FEWEST_CELLS = 10;
const MOST_ERRORS = 3;

/** A pair of streams counts where both lie in one group and year, but not in one of `apart`. */
interface Grouping {
  readonly group: (residual: StandardisedResidual) => string;
  readonly apart: (residual: StandardisedResidual) => string;
  readonly most: number;
}

/**
 * Villages of a township. 0.05 between any two of 40 streams makes the township's sum three times as variable as the model
 * thinks; how many villages reach, and all at once, then spreads more.
 * @param townshipOf a village's township
 */
export const checkTownships = (
  residuals: readonly StandardisedResidual[],
  townshipOf: (village: string) => string,
): CorrelationCheck | undefined =>
  checkCorrelation(residuals, { group: ({ village }) => townshipOf(village), apart: ({ village }) => village, most: 0.05 });

/**
 * Streams of one village. 0.1 between any two of three makes the village's own interval a tenth too narrow: 95% then hold
 * 93%.
 */
export const checkVillages = (residuals: readonly StandardisedResidual[]): CorrelationCheck | undefined =>
  checkCorrelation(residuals, { group: ({ village }) => village, apart: ({ stream }) => String(stream), most: 0.1 });

/**
 * Mean product of the residuals of all pairs of a group and year, over their variance: an intraclass correlation (Fisher
 * 1925). Pairs of one park are left out, since the park shock explains them. Its error comes from the groups and years
 * themselves, each one event. Undefined where there are too few pairs.
 */
function checkCorrelation(residuals: readonly StandardisedResidual[], { group, apart, most }: Grouping): CorrelationCheck | undefined {
  const variance = residuals.reduce((sum, { value }) => sum + value ** 2, 0) / residuals.length;
  let [products, squares, pairs, cells] = [0, 0, 0, 0];
  for (const cell of Map.groupBy(residuals, (residual) => `${group(residual)}|${residual.year}`).values()) {
    const inPark = cell.filter(({ park }) => park !== null);
    const parts = [
      { sign: 1, sums: pairSums(cell, () => '') },
      { sign: -1, sums: pairSums(cell, apart) },
      { sign: -1, sums: pairSums(inPark, ({ park }) => park!) },
      { sign: 1, sums: pairSums(inPark, (residual) => `${residual.park}|${apart(residual)}`) },
    ];
    const counted = parts.reduce((sum, { sign, sums }) => sum + sign * sums.pairs, 0);
    if (counted === 0) continue;
    const product = parts.reduce((sum, { sign, sums }) => sum + sign * sums.products, 0);
    products += product;
    squares += product ** 2;
    pairs += counted;
    cells += 1;
  }
  if (pairs < FEWEST_PAIRS || cells < FEWEST_CELLS || !(variance > 0)) return undefined;
  const correlation = products / pairs / variance;
  return { correlation, pairs, broken: correlation > most && products > MOST_ERRORS * Math.sqrt(squares) };
}

/** Products of all pairs that share a key, without visiting them: half of (the sum squared less the sum of squares). */
function pairSums(
  residuals: readonly StandardisedResidual[],
  key: (residual: StandardisedResidual) => string,
): { products: number; pairs: number } {
  let products = 0;
  let pairs = 0;
  for (const own of Map.groupBy(residuals, key).values()) {
    const sum = own.reduce((total, { value }) => total + value, 0);
    const squares = own.reduce((total, { value }) => total + value ** 2, 0);
    products += (sum ** 2 - squares) / 2;
    pairs += (own.length * (own.length - 1)) / 2;
  }
  return { products, pairs };
}
