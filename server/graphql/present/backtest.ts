import type { Language } from '../../base/errors/problem.js';
import type { Backtest as ScoredBacktest } from '../../projection/backtest-score.js';
import type { Backtest } from '../types/backtest.js';
import { backtestSummary } from './backtest-summary.js';

export const toBacktest = (scored: ScoredBacktest, language: Language): Backtest => ({
  ...scored,
  years: [...scored.years],
  coverage: scored.coverage.map(({ level, share, low, high }) => ({ level, observed: share, low, high })),
  reliability: scored.reliability.map((bin) => ({ ...bin })),
  summary: backtestSummary(scored, language),
});
