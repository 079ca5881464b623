import { gammaDistribution } from './gamma-distribution.js';

/** P(Z ≤ z) of a standard normal: z² is gamma distributed with shape ½. */
export function normalProbability(z: number): number {
  const within = gammaDistribution((z * z) / 2, 0.5);
  return z < 0 ? (1 - within) / 2 : (1 + within) / 2;
}
