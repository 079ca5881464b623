import type { BacktestOptions } from '../projection/backtest.js';
import type { CountyRevision } from './pinned-county.js';

/** What a backtest tries, and with which numbers, as plain values. */
export interface BacktestNumbers extends Required<
  Pick<BacktestOptions, 'closedMonths' | 'trials' | 'seed' | 'defaults' | 'projectTerms' | 'netRatio'>
> {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Region codes; none: everything. */
  readonly scope: readonly string[];
}

/** What a backtest job is asked: numbers, over counties as they were. */
export interface BacktestInput {
  readonly numbers: BacktestNumbers;
  /** In ascending order of code. */
  readonly counties: readonly CountyRevision[];
}
