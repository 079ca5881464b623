import { mean } from 'simple-statistics';
import { MODES } from '../base/vocabulary.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import { modeIndex, positivePart } from './growth.js';
import type { Stream } from './panel.js';

/** What share of a year is in by month k, on the log scale, and how far that varies (model, section 3, "The running year"). */
export interface Season {
  /** λ[m]: the mode's mean. */
  readonly modeShare: Float64Array;
  /** λ[s]: the stream's own, shrunk to its mode's. */
  readonly share: Float64Array;
  /** τ²[s]: variance of the stream's share about λ[s]. */
  readonly noise: Float64Array;
  /** varB: variance of the shock to the share that a mode has in common. */
  readonly commonVariance: number;
  /** How many observations that rests on, the prior's weight among them. */
  readonly commonFreedom: number;
}

const LEAST_RATIO = 1e-9;
const FEWEST_IN_CELL = 3;

/** @param base what size alone says of a stream's variation (see scale.ts) */
export function measureSeason(streams: readonly Stream[], closedMonths: number, base: Float64Array, defaults: ModelDefaults): Season {
  const shares = streams.map(({ income, early }) =>
    income.map((total, year) => (total > 0 && early[year]! > 0 ? Math.log(Math.min(1, Math.max(LEAST_RATIO, early[year]! / total))) : NaN)),
  );
  const present = shares.map((own) => Array.from(own).filter((share) => !Number.isNaN(share)));
  const modeShare = Float64Array.from(MODES, (_, m) => {
    const ofMode = present.flatMap((own, s) => (modeIndex(streams[s]!) === m ? own : []));
    return ofMode.length ? mean(ofMode) : Math.log(closedMonths / 12);
  });
  const weight = defaults.shareWeight;
  const ownMean = present.map((own) => (own.length ? mean(own) : 0));
  const share = Float64Array.from(
    streams,
    (stream, s) => (present[s]!.length * ownMean[s]! + weight * modeShare[modeIndex(stream)]!) / (present[s]!.length + weight),
  );

  const residuals = shares.map((own, s) => (present[s]!.length >= 2 ? own.map((value) => value - ownMean[s]!) : own.map(() => NaN)));
  const squares = residuals.map((own) => own.reduce((sum, r) => sum + (Number.isNaN(r) ? 0 : r * r), 0));
  const typical =
    (defaults.priorWeight * (0.5 * (1 - closedMonths / 12)) ** 2 + squares.reduce((sum, own, s) => sum + own / base[s]!, 0)) /
    (defaults.priorWeight + present.reduce((sum, own) => sum + positivePart(own.length - 1), 0));
  const noise = Float64Array.from(streams, (_, s) => {
    const count = present[s]!.length;
    const own = (defaults.scaleWeight * typical * base[s]! + squares[s]!) / (defaults.scaleWeight + positivePart(count - 1));
    return own * (1 + 1 / (count + weight));
  });
  return { modeShare, share, noise, ...measureCommon(streams, residuals, base, defaults) };
}

function measureCommon(
  streams: readonly Stream[],
  residuals: readonly Float64Array[],
  base: Float64Array,
  defaults: ModelDefaults,
): Pick<Season, 'commonVariance' | 'commonFreedom'> {
  let squares = 0;
  let cells = 0;
  const modesWithCells = new Set<number>();
  MODES.forEach((_, mode) => {
    for (let year = 0; year < (residuals[0]?.length ?? 0); year++) {
      let [count, weights, weighted] = [0, 0, 0];
      streams.forEach((stream, s) => {
        const residual = residuals[s]![year]!;
        if (modeIndex(stream) !== mode || Number.isNaN(residual)) return;
        count += 1;
        weights += 1 / base[s]!;
        weighted += residual / base[s]!;
      });
      if (count < FEWEST_IN_CELL) continue;
      cells += 1;
      modesWithCells.add(mode);
      squares += (weighted / weights) ** 2;
    }
  });
  const commonFreedom = defaults.priorWeight + positivePart(cells - modesWithCells.size);
  return { commonVariance: (defaults.priorWeight * defaults.priorShareSd ** 2 + squares) / commonFreedom, commonFreedom };
}
