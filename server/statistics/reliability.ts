import type { ChanceForecast } from './brier.js';
import { clusteredShare, type ClusterCount } from './interval-of-clustered-share.js';

/** A forecast with the event it belongs to: forecasts of one event may come true or fail together. */
export interface ClusteredForecast extends ChanceForecast {
  readonly cluster: string;
}

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

const BINS = 10;

/**
 * Reliability diagram in bins of 10% (Murphy & Winkler 1977): where a forecaster says 70%, it should happen 70% of the time.
 * Bins without forecasts are left out, since nothing was said there.
 */
export function reliabilityBins(forecasts: readonly ClusteredForecast[]): ReliabilityBin[] {
  const byBin = Map.groupBy(forecasts, ({ chance }) => binOf(chance));
  return Array.from({ length: BINS }, (_, bin) => bin).flatMap((bin) => {
    const own = byBin.get(bin);
    if (!own) return [];
    const { share, low, high } = clusteredShare(countByCluster(own));
    const forecast = own.reduce((sum, { chance }) => sum + chance, 0) / own.length;
    return [{ from: bin / BINS, to: (bin + 1) / BINS, forecast, observed: share, low, high, count: own.length }];
  });
}

/** Chances are hits over trials: 0.7 may be stored a bit below, and still belongs to the bin that begins there. */
const binOf = (chance: number): number => Math.min(BINS - 1, Math.floor(chance * BINS + 1e-9));

function countByCluster(forecasts: readonly ClusteredForecast[]): ClusterCount[] {
  return [...Map.groupBy(forecasts, ({ cluster }) => cluster).values()].map((own) => ({
    hits: own.filter(({ happened }) => happened).length,
    count: own.length,
  }));
}
