import { Problem } from '../base/errors/problem.js';
import { SCENARIO_DEFAULTS } from '../scenario/defaults.js';
import { checkComparable, villagesOf, yearsOf, type Comparable } from './comparison-checks.js';
import { isRankingSettled } from './comparison-ranking.js';
import { compareStretch, type ComparisonPlan, type DrawsOf, type Granted } from './comparison-run.js';
import { summariseComparison, type ComparisonSummary } from './comparison-summary.js';
import { ComparisonSums } from './comparison-sums.js';
import { ScenarioProjection } from './scenario-projection.js';

/** Why sampling ended. */
export type ComparisonStop = 'RANKING_SETTLED' | 'TRIALS_LIMIT';

export interface Comparison extends ComparisonSummary {
  /** The calendar year compared. */
  readonly year: number;
  /** Trials that the result rests on. */
  readonly trials: number;
  /** Whether more trials would hardly change the order of the scenarios; see `isRankingSettled`. */
  readonly settled: boolean;
  readonly stoppedBecause: ComparisonStop;
}

export interface ComparisonRequest {
  /** Two to twenty, the baseline among them. */
  readonly compared: readonly Comparable[];
  /** Position of the baseline. */
  readonly baseline: number;
  /** Calendar year; left out: the last projected one. */
  readonly year?: number | undefined;
  /** Sampling ends here even if nothing is settled; the scenarios' own number of trials is always done. */
  readonly mostTrials?: number | undefined;
}

/** How far sampling goes by default: four doublings, but no further than this. */
const MOST_TIMES = 16;
const MOST_TRIALS = 160_000;

/** Trials projected at once, and how much memory the baseline's may take: no result depends on either. */
const TRIALS_AT_ONCE = SCENARIO_DEFAULTS.trials;
const MOST_BYTES_AT_ONCE = 64 * 2 ** 20;

/** Where sampling ends by default, for scenarios of so many trials. */
export const defaultMostTrials = (trials: number): number => Math.max(trials, Math.min(MOST_TIMES * trials, MOST_TRIALS));

/**
 * Compares scenarios on the same draws. Sampling begins with the scenarios' own number of trials and doubles until the ranking
 * is settled or the limit is met; trials that were done are never done again, and the draws of a trial do not depend on how
 * many there are. Policies look at needs as the scenario's own projection shows them, with its own number of trials, so the
 * grants are those that the projection of the scenario alone gives.
 * @param drawsOf the random numbers of the baseline's seed for a stretch of trials
 * @returns the comparison; yields between pieces of work with the number of trials done so far
 * @throws Problem, Problems where the scenarios cannot be compared, or the year is not projected
 */
export function* comparing(request: ComparisonRequest, drawsOf: DrawsOf): Generator<number, Comparison> {
  const { compared, baseline } = request;
  checkComparable(compared, baseline);
  const base = compared[baseline]!;
  const years = yearsOf(base);
  const asked = request.year ?? years.at(-1)!;
  const year = years.indexOf(asked);
  if (year < 0) throw new Problem('YEAR_NOT_PROJECTED', { value: asked, years: years.join(', ') }, ['year']);

  const villages = villagesOf(base);
  const { trials } = base.scenario;
  const draws = drawsOf(trials, 0);
  const granted = compared.map((one): Granted => ({
    ...one,
    grants: new ScenarioProjection(one.counties, one.scenario, draws).grants(asked),
  }));
  const plan: ComparisonPlan = { compared: granted, baseline, year, villages: villages.length };
  const limit = Math.max(trials, request.mostTrials ?? defaultMostTrials(trials));
  const atOnce = Math.max(1, Math.min(TRIALS_AT_ONCE, Math.floor(MOST_BYTES_AT_ONCE / Math.max(1, villages.length))));

  const sums = new ComparisonSums(compared.length, villages.length, baseline);
  let settled = false;
  for (let until = Math.min(trials, limit); ; until = Math.min(2 * until, limit)) {
    while (sums.trials < until) {
      const stretch = { from: sums.trials, until: Math.min(until, sums.trials + atOnce) };
      const work = compareStretch(plan, stretch, drawsOf);
      let step = work.next();
      for (; !step.done; step = work.next()) yield sums.trials;
      sums.merge(step.value);
    }
    settled = isRankingSettled(sums);
    if (settled || until >= limit) break;
  }
  return {
    ...summariseComparison(sums, plan, villages),
    year: asked,
    trials: sums.trials,
    settled,
    stoppedBecause: settled ? 'RANKING_SETTLED' : 'TRIALS_LIMIT',
  };
}

/** Compares scenarios in one go; see `comparing`. */
export function compare(request: ComparisonRequest, drawsOf: DrawsOf): Comparison {
  const work = comparing(request, drawsOf);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
