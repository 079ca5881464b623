import { mean } from 'simple-statistics';
import type { ModelDefaults } from '../scenario/defaults.js';
import { modeIndex, positivePart, type Growth } from './growth.js';
import type { Stream } from './panel.js';

/** What of the growth is the stream's own or its park's, and how much of it stays (model, section 2). */
export interface Residuals {
  /** e[s,a] = d[s,a] − D[m,a], NaN where there is no pair. */
  readonly values: readonly Float64Array[];
  /** n_s: pairs of each stream. */
  readonly counts: Float64Array;
  /** Σ_a e[s,a]². */
  readonly squares: Float64Array;
  /** varP: yearly shock common to a park. */
  readonly parkVariance: number;
  /** varI: a stream's own yearly variation. */
  readonly ownVariance: number;
  /** varL: the part of it that stays. */
  readonly permanentVariance: number;
  /** varT: the part that is gone the year after. */
  readonly transitoryVariance: number;
  /** How many observations the variances rest on, the prior's weight among them. */
  readonly freedom: { readonly park: number; readonly own: number; readonly transitory: number };
}

/** The transitory variance stays below half of the own variance, so that a permanent part always remains. */
const MOST_TRANSITORY = 0.49;

export function measureResiduals(streams: readonly Stream[], growth: Growth, defaults: ModelDefaults): Residuals {
  const weight = defaults.priorWeight;
  const values = streams.map((stream, s) => growth.pairs[s]!.map((pair, year) => pair - growth.means[modeIndex(stream)]![year]!));
  const present = values.map((own) => Array.from(own).filter((e) => !Number.isNaN(e)));
  const squares = Float64Array.from(present, (own) => own.reduce((sum, e) => sum + e * e, 0));
  const totalSquares = squares.reduce((sum, value) => sum + value, 0);

  const ownFreedom = weight + growth.counts.reduce((sum, count) => sum + count.reduce((own, n) => own + positivePart(n - 1), 0), 0);
  const priorPermanent = defaults.priorPermanentSd ** 2;
  const priorTransitory = defaults.priorTransitorySd ** 2;
  const ownVariance = (weight * (priorPermanent + 2 * priorTransitory) + totalSquares) / ownFreedom;

  const products = values.flatMap((own) =>
    Array.from(own, (e, year) => e * (own[year - 1] ?? NaN)).filter((product) => !Number.isNaN(product)),
  );
  const covariance = products.length ? mean(products) : 0;
  const transitoryVariance = Math.min(
    (weight * priorTransitory + products.length * positivePart(-covariance)) / (weight + products.length),
    MOST_TRANSITORY * ownVariance,
  );
  const park = measureParkVariance(streams, values, defaults);
  return {
    values,
    counts: Float64Array.from(present, (own) => own.length),
    squares,
    parkVariance: park.variance,
    ownVariance,
    permanentVariance: ownVariance - 2 * transitoryVariance,
    transitoryVariance,
    freedom: { park: park.freedom, own: ownFreedom, transitory: weight + products.length },
  };
}

/** Mean residuals of the cells (park, year) with at least two pairs, shrunk to the prior. */
function measureParkVariance(
  streams: readonly Stream[],
  values: readonly Float64Array[],
  defaults: ModelDefaults,
): { variance: number; freedom: number } {
  const cells = new Map<string, number[]>();
  streams.forEach((stream, s) =>
    values[s]!.forEach((e, year) => {
      if (stream.park === null || Number.isNaN(e)) return;
      const cell = `${stream.park}|${year}`;
      cells.set(cell, [...(cells.get(cell) ?? []), e]);
    }),
  );
  const shared = [...cells.values()].filter((cell) => cell.length >= 2);
  const squares = shared.reduce((sum, cell) => sum + mean(cell) ** 2, 0);
  const freedom = defaults.priorWeight + shared.length;
  return { variance: (defaults.priorWeight * defaults.priorParkSd ** 2 + squares) / freedom, freedom };
}
