/** Forecasts that gave about the same chance, and how often it then happened. */
export interface ReliabilityPoint {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly forecast: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

const LEAST = 3;
const MOST = 9;

/** The radius of a point: its area grows with the forecasts behind it. */
export const radiusOf = (count: number, most: number): number => Math.max(LEAST, MOST * Math.sqrt(count / Math.max(most, 1)));
