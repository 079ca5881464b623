import type { Distribution } from '../api/operations.js';

export interface PastYear {
  readonly year: number;
  /** In yuan. */
  readonly amount: number;
}

export interface Band {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface ForecastYear {
  readonly year: number;
  readonly band: Band;
  readonly target: number;
}

/** The value at a percentile (5, 25, 50, 75 or 95); the mean where it is not among the bands. */
export const percentileOf = (distribution: Distribution, percent: number): number =>
  distribution.bands.find(({ percentile }) => percentile === percent)?.value ?? distribution.mean;

export const bandOf = (distribution: Distribution): Band => ({
  p5: percentileOf(distribution, 5),
  p25: percentileOf(distribution, 25),
  p50: percentileOf(distribution, 50),
  p75: percentileOf(distribution, 75),
  p95: percentileOf(distribution, 95),
});
