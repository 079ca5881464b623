/** Mean and variance of an unobserved level. */
export interface LevelEstimate {
  readonly level: number;
  readonly variance: number;
}

/**
 * Kalman filter of the local-level model: an observed series is a random-walk level plus noise (Durbin & Koopman 2012,
 * "Time Series Analysis by State Space Methods", ch. 2).
 *
 * @param observations one value a period, NaN where nothing was observed: such a period only adds the step variance
 * @param observationVariance variance of the noise; also the variance the level starts with, at the first observation
 * @param stepVariance variance of the level's step from one period to the next
 * @returns the filtered level at the last period, undefined where nothing was ever observed
 */
export function localLevel(observations: ArrayLike<number>, observationVariance: number, stepVariance: number): LevelEstimate | undefined {
  let level = Number.NaN;
  let variance = 0;
  for (let period = 0; period < observations.length; period++) {
    const observed = observations[period]!;
    if (Number.isNaN(level)) {
      level = observed;
      variance = observationVariance;
      continue;
    }
    variance += stepVariance;
    if (Number.isNaN(observed)) continue;
    const total = variance + observationVariance;
    const gain = total > 0 ? variance / total : 1;
    level += gain * (observed - level);
    variance *= 1 - gain;
  }
  return Number.isNaN(level) ? undefined : { level, variance };
}
