import { mean } from 'simple-statistics';
import { gammaRegression } from '../statistics/gamma-regression.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import type { Stream } from './panel.js';
import type { Residuals } from './residual.js';

/** How much more or less than the average a stream varies: small streams vary more (model, section 2, "Scale"). */
export interface Scales {
  /** b: slope of log squared residual on log size, between −1 and 0. */
  readonly sizeSlope: number;
  /** What size alone says; multiplies variances. */
  readonly base: Float64Array;
  /** What size and the stream's own history say together; multiplies variances. */
  readonly scale: Float64Array;
}

const FEWEST_RESIDUALS = 50;

/**
 * Mean squared residual below which nothing is known of the scale: with one stream a mode every residual is zero by
 * construction (or the dust that rounding leaves), and a base of zero would call such streams certain. They keep base 1.
 */
const LEAST_SQUARE = 1e-20;

export function measureScales(streams: readonly Stream[], residuals: Residuals, defaults: ModelDefaults): Scales {
  const { counts, squares, values, ownVariance } = residuals;
  const x = relativeSizes(streams, counts);
  const totalSquares = squares.reduce((sum, value) => sum + value, 0);
  const totalPairs = counts.reduce((sum, n) => sum + n, 0);

  let sizeSlope = 0;
  const known = totalSquares > LEAST_SQUARE * totalPairs;
  if (totalPairs > FEWEST_RESIDUALS && known) {
    const observed = values.flatMap((own, s) => Array.from(own).flatMap((e) => (Number.isNaN(e) ? [] : [{ y: e * e, x: x[s]! }])));
    const line = gammaRegression(
      observed.map(({ y }) => y),
      observed.map((observation) => observation.x),
    );
    sizeSlope = Math.min(0, Math.max(-1, line.slope));
  }
  const bySize = x.map((size) => Math.exp(sizeSlope * size));
  const expected = bySize.reduce((sum, factor, s) => sum + counts[s]! * factor, 0);
  const base = bySize.map((factor) => (known ? (factor * (totalSquares / expected)) / ownVariance : 1));
  const scale = base.map((own, s) => (defaults.scaleWeight * own + squares[s]! / ownVariance) / (defaults.scaleWeight + counts[s]!));
  return { sizeSlope, base, scale };
}

/** x[s]: mean log income of the paying years, less the mean of that weighted by pairs; the plain mean where nothing was paid. */
function relativeSizes(streams: readonly Stream[], counts: Float64Array): Float64Array {
  const logs = streams.map(({ income }) => {
    const paying = Array.from(income).filter((value) => value > 0);
    return paying.length ? mean(paying.map(Math.log)) : NaN;
  });
  const totalPairs = counts.reduce((sum, n) => sum + n, 0);
  const centre = totalPairs > 0 ? logs.reduce((sum, size, s) => sum + (counts[s]! > 0 ? counts[s]! * size : 0), 0) / totalPairs : 0;
  const known = logs.filter((size) => !Number.isNaN(size));
  const plainMean = known.length ? mean(known) : centre;
  return Float64Array.from(logs, (size) => (Number.isNaN(size) ? plainMean : size) - centre);
}
