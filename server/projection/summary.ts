import { MODES } from '../base/vocabulary.js';
import { chanceStandardError } from '../statistics/estimate.js';
import { bandsOf, type Distribution } from './distribution.js';
import type { ParkDependence } from './park-income.js';
import type { ScopeYear } from './scope-sums.js';
import { HALF_A_FEN } from './target.js';
import type { VillageIncome } from './village-income.js';

/** One village in one projected year. Money in yuan. */
export interface VillageOutcome {
  readonly village: string;
  readonly target: number;
  readonly grant: number;
  /** P(income ≥ target). */
  readonly chance: number;
  readonly standardError: number;
  /** P(income ≥ target in every projected year). */
  readonly chanceEveryYear: number;
  /** E[(target − income)⁺]. */
  readonly shortfall: number;
  /** Share of mean income that comes from granted projects. */
  readonly grantDependence: number;
  /** How much of mean income hangs on parks. */
  readonly parkDependence: ParkDependence;
  readonly income: Distribution;
  /** Mean income in the order of MODES. */
  readonly byMode: readonly number[];
}

/** What is summed up of a projected village. */
export interface SummedVillage {
  readonly village: string;
  readonly income: VillageIncome;
  /** By projected year. */
  readonly targets: readonly number[];
  readonly grant: number;
  /** Whether it has anything to do with a key industry. */
  readonly related: boolean;
}

/** Sums up one village in one projected year (index 0 is year 1) and adds it to the sums of the scope. */
export function summariseVillage(
  { village, income, targets, grant, related }: SummedVillage,
  year: number,
  scope: ScopeYear,
): VillageOutcome {
  const { trials, arithmetic } = income.draws;
  const years = income.total.map((total, h) => ({ total, threshold: targets[h]! - HALF_A_FEN }));
  const { hits, shortfall, everyYear } = arithmetic.reachYears(years, year, scope.reaching, targets[year]!);
  scope.add(income, year, related);
  const breakdown = income.breakdown(year);
  const byMode = MODES.map((_, mode) => breakdown.byMode[mode]! / trials);
  const mean = byMode.reduce((sum, ofMode) => sum + ofMode, 0);
  return {
    village,
    target: targets[year]!,
    grant,
    chance: hits / trials,
    standardError: chanceStandardError(hits, trials),
    chanceEveryYear: everyYear / trials,
    shortfall: shortfall / trials,
    grantDependence: mean > 0 ? breakdown.granted / trials / mean : 0,
    parkDependence: breakdown.parks.dependence(mean * trials),
    income: { mean, bands: bandsOf((probabilities) => arithmetic.quantiles(income.total[year]!, probabilities)) },
    byMode,
  };
}
