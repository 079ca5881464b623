import type { Words } from '../../base/words.js';
import type { Range } from '../../scenario/ranges.js';
import { betaQuantile } from '../../statistics/beta-distribution.js';
import { chiSquareQuantile } from '../../statistics/gamma-distribution.js';
import type { SensibleRange } from './varied-assumption.js';

/** The tenth and the ninetieth percentile: one in five would lie outside. */
const [LOWER, UPPER] = [0.1, 0.9] as const;
/** The ninetieth percentile of the standard normal. */
export const NORMAL_90 = 1.2815515655446004;

const within = ({ least, most }: Range, value: number): number => Math.min(most, Math.max(least, value));

const ESTIMATED: Words = {
  zh: '历史估计的第 10 与第 90 百分位',
  en: '10th and 90th percentile of what the history tells',
};
const given = (zh: string, en: string): Words => ({ zh: `约定的范围：${zh}`, en: `stated range: ${en}` });

/** An estimate with a normal error. */
export const normalRange = (value: number, standardError: number): SensibleRange => ({
  low: value - NORMAL_90 * standardError,
  high: value + NORMAL_90 * standardError,
  basis: ESTIMATED,
});

/**
 * A standard deviation whose variance was estimated from a prior and data that together count as `freedom` observations: its
 * posterior is ν·s²/χ²_ν (Gelman et al. 2013, "Bayesian Data Analysis", 3.2).
 */
export function deviationRange(standardDeviation: number, freedom: number): SensibleRange {
  const at = (probability: number) => standardDeviation * Math.sqrt(freedom / chiSquareQuantile(1 - probability, freedom));
  return { low: at(LOWER), high: at(UPPER), basis: ESTIMATED };
}

/** A probability estimated as a share of `count` cases, the prior's among them: its posterior is a beta distribution. */
export function probabilityRange(probability: number, count: number): SensibleRange {
  const at = (level: number) => betaQuantile(level, probability * count, (1 - probability) * count);
  return { low: at(LOWER), high: at(UPPER), basis: ESTIMATED };
}

/** A value as much higher or lower, kept within what it may be. `shown` says the step in words. */
export const stepRange = (value: number, step: number, limits: Range, zh: string, en: string): SensibleRange => ({
  low: within(limits, value - step),
  high: within(limits, value + step),
  basis: given(zh, en),
});

/** A value times a factor at either end, kept within what it may be; a value of nothing could be `insteadOfNothing`. */
export function factorRange(value: number, [less, more]: readonly [number, number], limits: Range, insteadOfNothing = 0): SensibleRange {
  if (value === 0) {
    const high = within(limits, insteadOfNothing);
    return { low: 0, high, basis: given(`现为零，至多 ${high}`, `nothing now, up to ${high}`) };
  }
  return {
    low: within(limits, value * less),
    high: within(limits, value * more),
    basis: given(`${less} 倍到 ${more} 倍`, `${less} to ${more} times`),
  };
}

/** Months earlier and later; works are rather late than early. */
export const monthRange = (value: number, [earlier, later]: readonly [number, number]): SensibleRange => ({
  low: value - earlier,
  high: value + later,
  basis: given(`提前 ${earlier} 个月到推后 ${later} 个月`, `${earlier} months earlier to ${later} later`),
});
