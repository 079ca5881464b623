import { SCENARIO_DEFAULTS } from '../scenario/defaults.js';
import { boundsOf, checkComparable, comparedYear, type Comparable } from './comparison-checks.js';
import { isRankingSettled } from './comparison-ranking.js';
import { compareStretch, type ComparisonPlan, type DrawsOf, type Granted, type Stretch } from './comparison-run.js';
import { summariseComparison, type ComparisonSummary, type GrantedScenario } from './comparison-summary.js';
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

/** A comparison before a single trial is done. */
export interface SamplingBounds {
  /** The scenarios' own number of trials. */
  readonly trials: number;
  /** Where sampling ends even if nothing is settled. */
  readonly mostTrials: number;
}

/** After how many trials it is asked whether the ranking is settled: the scenarios' own number, then twice as many each time. */
export function samplingStops({ trials, mostTrials }: SamplingBounds): number[] {
  const limit = Math.max(trials, mostTrials);
  const stops = [trials];
  while (stops.at(-1)! < limit) stops.push(Math.min(2 * stops.at(-1)!, limit));
  return stops;
}

/** Cuts trials into stretches that are projected at once. */
export function stretchesOf({ from, until }: Stretch, villages: number): Stretch[] {
  const atOnce = Math.max(1, Math.min(TRIALS_AT_ONCE, Math.floor(MOST_BYTES_AT_ONCE / Math.max(1, villages))));
  return Array.from({ length: Math.ceil((until - from) / atOnce) }, (_, index) => ({
    from: from + index * atOnce,
    until: Math.min(until, from + (index + 1) * atOnce),
  }));
}

/** What a comparison has come to, its sampling being over. @param year calendar year */
export function concludeComparison(
  sums: ComparisonSums,
  compared: readonly GrantedScenario[],
  villages: readonly string[],
  year: number,
): Comparison {
  const settled = isRankingSettled(sums);
  return {
    ...summariseComparison(sums, compared, villages),
    year,
    trials: sums.trials,
    settled,
    stoppedBecause: settled ? 'RANKING_SETTLED' : 'TRIALS_LIMIT',
  };
}

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
  const bounds = compared.map(boundsOf);
  checkComparable(bounds, baseline);
  const { villages, years } = bounds[baseline]!;
  const { trials } = compared[baseline]!.scenario;
  const year = comparedYear(years, request.year);

  const draws = drawsOf(trials, 0);
  const granted: Granted[] = [];
  for (const one of compared) {
    const work = new ScenarioProjection(one.counties, one.scenario, draws).seekingGrants(years[year]);
    let step = work.next();
    for (; !step.done; step = work.next()) yield 0;
    granted.push({ ...one, grants: step.value });
  }
  const plan: ComparisonPlan = { compared: granted, baseline, year, villages: villages.length };

  const sums = new ComparisonSums(compared.length, villages.length, baseline);
  for (const until of samplingStops({ trials, mostTrials: request.mostTrials ?? defaultMostTrials(trials) })) {
    for (const stretch of stretchesOf({ from: sums.trials, until }, villages.length)) {
      const work = compareStretch(plan, stretch, drawsOf);
      let step = work.next();
      for (; !step.done; step = work.next()) yield sums.trials;
      sums.add([step.value]);
    }
    if (isRankingSettled(sums)) break;
  }
  return concludeComparison(sums, granted, villages, years[year]!);
}

/** Compares scenarios in one go; see `comparing`. */
export function compare(request: ComparisonRequest, drawsOf: DrawsOf): Comparison {
  const work = comparing(request, drawsOf);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
