import type { ChanceForecast } from './brier.js';
import { clusteredShare } from './interval-of-clustered-share.js';

/** Forecasts that said about the same, and how often it then happened. */
export interface ReliabilityBin {
  /** Chances from here ... */
  readonly from: number;
  /** ... to just below here; in the last bin 1 belongs to it. */
  readonly to: number;
  /** Mean of the chances that were given. */
  readonly forecast: number;
  /** Share that happened. */
  readonly observed: number;
  /** 95% interval of that share, each cluster one event. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The forecasts of one cluster that fall into one bin. */
export interface BinTally {
  readonly bin: number;
  readonly count: number;
  /** How many of the events happened. */
  readonly hits: number;
  /** Sum of the chances that were given. */
  readonly chances: number;
}

const BINS = 10;

/** Sorts the forecasts of one cluster, events that may come true or fail together, into bins of 10%; empty ones are left out. */
export function tallyBins(forecasts: readonly ChanceForecast[]): BinTally[] {
  const byBin = Map.groupBy(forecasts, ({ chance }) => binOf(chance));
  return [...byBin].map(([bin, own]) => ({
    bin,
    count: own.length,
    hits: own.filter(({ happened }) => happened).length,
    chances: own.reduce((sum, { chance }) => sum + chance, 0),
  }));
}

/**
 * Reliability diagram in bins of 10% (Murphy & Winkler 1977): where a forecaster says 70%, it should happen 70% of the time.
 * Bins without forecasts are left out, since nothing was said there.
 * @param clusters tallies of each
 */
export function reliabilityBins(clusters: readonly (readonly BinTally[])[]): ReliabilityBin[] {
  const byBin = Map.groupBy(clusters.flat(), ({ bin }) => bin);
  return Array.from({ length: BINS }, (_, bin) => bin).flatMap((bin) => {
    const own = byBin.get(bin);
    if (!own) return [];
    const { share, low, high } = clusteredShare(own);
    const count = own.reduce((sum, tally) => sum + tally.count, 0);
    const forecast = own.reduce((sum, { chances }) => sum + chances, 0) / count;
    return [{ from: bin / BINS, to: (bin + 1) / BINS, forecast, observed: share, low, high, count }];
  });
}

/** Chances are hits over trials: 0.7 may be stored a bit below, and still belongs to the bin that begins there. */
const binOf = (chance: number): number => Math.min(BINS - 1, Math.floor(chance * BINS + 1e-9));
