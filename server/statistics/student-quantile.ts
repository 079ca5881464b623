import { betaQuantile } from './beta-distribution.js';

/**
 * Quantile of Student's t distribution above its median, through the beta distribution: P(|T| > t) = I_x(ν/2, ½) with
 * x = ν/(ν + t²) (Abramowitz & Stegun 26.7.1).
 * @param probability between ½ and 1
 * @param freedom ν, degrees of freedom, above 0
 */
export function studentQuantile(probability: number, freedom: number): number {
  const x = betaQuantile(2 * (1 - probability), freedom / 2, 1 / 2);
  return Math.sqrt((freedom * (1 - x)) / x);
}
