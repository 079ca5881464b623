/** The interval between two quantiles of a forecast. */
export interface CentralInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The central interval of a sample: as much of it lies below as above. Quantiles are R's type 7 (Hyndman & Fan 1996).
 * @param sorted ascending, at least one number
 * @param level share of the sample inside, for example 0.8 for the quantiles 10% and 90%
 */
export const centralInterval = (sorted: Float64Array, level: number): CentralInterval => ({
  low: quantileOfSorted(sorted, (1 - level) / 2),
  high: quantileOfSorted(sorted, (1 + level) / 2),
});

function quantileOfSorted(sorted: Float64Array, probability: number): number {
  const position = probability * (sorted.length - 1);
  const lower = Math.floor(position);
  const next = sorted[Math.min(lower + 1, sorted.length - 1)]!;
  return sorted[lower]! + (position - lower) * (next - sorted[lower]!);
}
