import { localLevel, type LevelEstimate } from '../statistics/local-level.js';
import { modeIndex, type Growth } from './growth.js';
import type { Stream } from './panel.js';

/**
 * Where a stream stands at the end of the last complete year, on the log scale, and how surely (model, section 2,
 * "Level"): a local-level filter on log income less the cumulated growth of its mode.
 * @returns undefined for a stream that never paid in a complete year
 */
export function measureLevel(
  stream: Stream,
  growth: Growth,
  permanentVariance: number,
  transitoryVariance: number,
): LevelEstimate | undefined {
  const cumulated = cumulatedGrowth(growth, modeIndex(stream));
  const observed = stream.income.map((income, year) => (income > 0 ? Math.log(income) - cumulated[year]! : NaN));
  const filtered = localLevel(observed, transitoryVariance, permanentVariance);
  return filtered && { level: filtered.level + cumulated.at(-1)!, variance: filtered.variance };
}

/** G[m,·]: the mode's yearly means summed up from the first complete year, its drift where a year has no pair. */
function cumulatedGrowth(growth: Growth, mode: number): Float64Array {
  let sum = 0;
  return growth.means[mode]!.map((mean, year) => {
    if (year > 0) sum += Number.isNaN(mean) ? growth.drift[mode]! : mean;
    return sum;
  });
}
