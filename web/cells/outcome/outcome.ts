import { countyOutcome, type Outcome, type Provenance } from '../../api/operations.js';
import { filled, type DistributionSeries } from '../../charts/distribution.js';
import { percentileOf } from '../../charts/fan-chart.js';
import type { Format } from '../../i18n/format.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import { findScenario, type Notebook, type OutcomeCell } from '../../notebook/notebook.js';
import { askedScenario, withoutGrants } from '../scenario-request.js';

export type OutcomeAnswer = { readonly projection: Provenance & { readonly outcome: Outcome } };
export interface OutcomeAnswers {
  readonly scenario: OutcomeAnswer;
  readonly baseline?: OutcomeAnswer;
}

/** The scenario's outcome, and the one it is compared with: another scenario, or the same without its grants. */
export function outcomeRequests(cell: OutcomeCell, notebook: Notebook, county: string) {
  const scenario = askedScenario(findScenario(notebook, cell.scenario)!.scenario, county);
  const other = cell.baseline === null ? undefined : findScenario(notebook, cell.baseline);
  const baseline = other ? askedScenario(other.scenario, county) : withoutGrants(scenario);
  return {
    scenario: countyOutcome(scenario, cell.year),
    ...(baseline ? { baseline: countyOutcome(baseline, cell.year) } : {}),
  };
}

/** What the outcome is compared with, in words; undefined where it stands alone. */
export function baselineName(cell: OutcomeCell, notebook: Notebook, words: Catalogue): string | undefined {
  if (cell.baseline !== null) return findScenario(notebook, cell.baseline)?.title || words.cell.untitled;
  return findScenario(notebook, cell.scenario)?.scenario.policy ? words.outcome.without : undefined;
}

/** Half the width of the 95% interval of the Monte Carlo error of the expected number reaching. */
export const errorOf = ({ expectedReaching }: Outcome): number => (expectedReaching.high - expectedReaching.low) / 2;

/** An outcome as a curve: how probable each number of villages is. */
export function seriesOf(outcome: Outcome, name: string, tone: DistributionSeries['tone']): DistributionSeries {
  const reaching = { mean: outcome.expectedReaching.mean, bands: outcome.reaching };
  return {
    name,
    tone,
    points: filled(outcome.reachingDistribution, outcome.villageCount),
    mean: outcome.expectedReaching.mean,
    low: percentileOf(reaching, 5),
    high: percentileOf(reaching, 95),
  };
}

/** How many villages more or fewer than the other, in a sentence. */
export function differenceSentence(outcome: Outcome, baseline: Outcome, name: string, words: Catalogue, format: Format): string {
  const difference = outcome.expectedReaching.mean - baseline.expectedReaching.mean;
  const amount = format.count(Math.abs(difference), 1);
  const { more, fewer, same, difference: sentence } = words.outcome;
  if (Math.abs(difference) < 0.05) return same(name);
  return sentence(name, difference > 0 ? more(amount) : fewer(amount));
}
