/** A number from simulation: its mean, its Monte Carlo standard error, and the 95% interval of that error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

const NORMAL_975 = 1.959963984540054;

/** An estimate with its normal 95% interval, kept within the bounds that the number itself has. */
export function estimate(mean: number, standardError: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Estimate {
  return {
    mean,
    standardError,
    low: Math.max(least, mean - NORMAL_975 * standardError),
    high: Math.min(most, mean + NORMAL_975 * standardError),
  };
}

/** Monte Carlo standard error of a chance, √(p̃(1−p̃)/N) with p̃ = (hits+½)/(N+1): never zero, even after 0 hits. */
export function chanceStandardError(hits: number, trials: number): number {
  const shrunk = (hits + 0.5) / (trials + 1);
  return Math.sqrt((shrunk * (1 - shrunk)) / trials);
}

/** The chance estimated by `hits` of `trials`. */
export const chanceEstimate = (hits: number, trials: number): Estimate => estimate(hits / trials, chanceStandardError(hits, trials), 0, 1);

/** The mean of a sample with its standard error (the sample's standard deviation over √N). */
export function meanEstimate(sample: ArrayLike<number>, least?: number, most?: number): Estimate {
  const trials = sample.length;
  let sum = 0;
  for (let trial = 0; trial < trials; trial++) sum += sample[trial]!;
  const mean = sum / trials;
  let squares = 0;
  for (let trial = 0; trial < trials; trial++) squares += (sample[trial]! - mean) ** 2;
  return estimate(mean, trials > 1 ? Math.sqrt(squares / (trials - 1) / trials) : 0, least, most);
}
