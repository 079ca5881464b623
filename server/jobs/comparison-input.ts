import type { ComparedBounds } from '../allocation/comparison-checks.js';
import { checkComparable, comparedYear } from '../allocation/comparison-checks.js';
import { Problem } from '../base/errors/problem.js';
import type { Scenario } from '../scenario/scenario.js';
import type { CountySummary } from '../store/counties.js';
import { pinCounties, projectedYears, type PinnedCounty } from './pinned-county.js';

/** What a comparison job is asked: total scenarios over counties as they were. */
export interface ComparisonInput {
  readonly scenarios: readonly Omit<Scenario, 'assumptions'>[];
  /** Position of the baseline. */
  readonly baseline: number;
  /** Calendar year, and its position among the projected ones. */
  readonly year: { readonly calendar: number; readonly position: number };
  /** Where sampling ends even if nothing is settled. */
  readonly mostTrials: number;
  /** In ascending order of code. A scenario that names an as-of month of its own reads no further than that. */
  readonly counties: readonly PinnedCounty[];
  /** Villages in scope, the same for all. */
  readonly villages: number;
}

/** A scenario with what is in its scope. */
export interface ScopedScenario {
  readonly scenario: Scenario;
  readonly counties: readonly CountySummary[];
  /** Codes of its villages, ascending. */
  readonly villages: readonly string[];
}

/**
 * Villages × scenarios of one job: what it adds up and gives for each of them has to fit into memory at once, some hundreds
 * of megabytes.
 */
const MOST_COMPARED = 500_000;

/**
 * Makes scenarios the input of a job.
 * @throws Problems, Problem where they cannot be compared, or are too many villages for one comparison
 */
export function toComparisonInput(
  scoped: readonly ScopedScenario[],
  { baseline, year: asked, mostTrials }: { readonly baseline: number; readonly year: number | undefined; readonly mostTrials: number },
): ComparisonInput {
  const bounds = scoped.map(({ scenario, counties, villages }, index): ComparedBounds => {
    const path = ['scenarios', String(index)];
    return { scenario, villages, years: projectedYears(pinCounties(counties, scenario.asOf, path), scenario.horizon, path) };
  });
  checkComparable(bounds, baseline);
  const { villages, years } = bounds[baseline]!;
  if (villages.length * scoped.length > MOST_COMPARED) {
    const most = Math.floor(MOST_COMPARED / scoped.length);
    throw new Problem('TOO_MANY_COMPARED', { value: villages.length, scenarios: scoped.length, most }, ['scenarios']);
  }
  const position = comparedYear(years, asked);
  return {
    scenarios: scoped.map(({ scenario: { assumptions: _assumptions, ...numbers } }) => numbers),
    baseline,
    year: { calendar: years[position]!, position },
    mostTrials,
    counties: pinCounties(scoped[baseline]!.counties, undefined, ['scenarios', String(baseline)]),
    villages: villages.length,
  };
}
