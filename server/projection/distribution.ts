/** The percentiles that bands are drawn at. */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;

export interface PercentileBand {
  readonly percentile: number;
  readonly value: number;
}

export interface Distribution {
  readonly mean: number;
  readonly bands: readonly PercentileBand[];
}

/**
 * The bands of a sample.
 * @param quantiles finds quantiles of type 7 of it
 */
export function bandsOf(quantiles: (probabilities: readonly number[]) => readonly number[]): PercentileBand[] {
  const values = quantiles(PERCENTILES.map((percentile) => percentile / 100));
  return PERCENTILES.map((percentile, i) => ({ percentile, value: values[i]! }));
}
