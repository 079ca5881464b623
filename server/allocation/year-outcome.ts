import { ScopeTotal, type ScopeOutcome } from '../projection/scope-outcome.js';
import type { VillageOutcome } from '../projection/summary.js';
import type { CountyYear } from './county-projection.js';

/** What villages come to in one projected year, each alone and all together. */
export interface YearOutcome {
  /** Ascending by code. */
  readonly villages: readonly VillageOutcome[];
  readonly outcome: ScopeOutcome;
}

/**
 * Joins the parts of a scope: counties, or shares of their villages. The outcome is the same, bit for bit, however the scope
 * was divided and in whichever order the parts come.
 */
export function joinYear(parts: readonly Pick<CountyYear, 'villages' | 'sums'>[], trials: number): YearOutcome {
  const total = new ScopeTotal(trials);
  for (const { sums } of parts) total.merge(sums);
  return {
    villages: parts.flatMap(({ villages }) => villages).sort((left, right) => (left.village < right.village ? -1 : 1)),
    outcome: total.outcome(),
  };
}
