import type { ModelDefaultName } from './defaults.js';

/** The least and the greatest value that a number may take, both allowed. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

const range = (least: number, most: number): Range => ({ least, most });

/** Any share, probability or weight. */
export const SHARE = range(0, 1);

/** Money: up to just below 10^12 yuan, ten times the collective income of all villages of the country. */
export const AMOUNT = range(0, 999_999_999_999.99);

/** Money that is paid out again and again until a budget is used up, so it cannot be nothing. */
export const PAYMENT = range(0.01, AMOUNT.most);

/** What the numbers of a scenario may be. Growth of −100% has no logarithm, so it begins just above. */
export const SCENARIO_RANGES = {
  horizon: range(1, 10),
  trials: range(100, 200_000),
  seed: range(0, 2 ** 31 - 1),
  year: range(1950, 2199),
  growth: range(-0.99, 5),
  netRatio: range(0, 2),
  sd: range(0, 2),
  delay: range(0, 120),
  reinvestReturn: range(-1, 1),
} as const;

const standardDeviation = range(0.001, 2);

/**
 * What the named defaults may be. Weights and deviations stay above zero: the model divides by them where a county
 * has no history yet.
 */
export const MODEL_DEFAULT_RANGES: Readonly<Record<ModelDefaultName, Range>> = {
  priorWeight: range(0.1, 1000),
  priorCountySd: standardDeviation,
  priorModeSd: standardDeviation,
  priorParkSd: standardDeviation,
  priorPermanentSd: standardDeviation,
  priorTransitorySd: standardDeviation,
  priorShareSd: standardDeviation,
  scaleWeight: range(0.1, 1000),
  shareWeight: range(0.01, 100),
  cessationPriorEvents: range(0, 1000),
  cessationPriorYears: range(0.1, 10_000),
};
