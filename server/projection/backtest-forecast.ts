import type { CountyRecord, TargetRecord } from '../base/county.js';
import { yearOf } from '../base/month.js';
import { MODES, type Mode } from '../base/vocabulary.js';
import { fitCounty } from '../model/fit.js';
import { SCENARIO_DEFAULTS, type DefaultTerms, type ModelDefaults } from '../scenario/defaults.js';
import type { Scenario } from '../scenario/scenario.js';
import { centralInterval } from '../statistics/coverage.js';
import { crpsOfSorted } from '../statistics/crps.js';
import { asOfMonth, type BacktestChunk } from './backtest-plan.js';
import type { Draws } from './draws.js';
import { projectVillages } from './project-county.js';
import { HALF_A_FEN, targetLookup } from './target.js';

/** The levels of the central intervals whose coverage is counted. */
export const COVERAGE_LEVELS = [0.5, 0.8, 0.95] as const;

/** Growth that a village without a target is asked for: its threshold is this times its income of the year before. */
export const GROWTH_WITHOUT_TARGET = 1.03;

/** One village's year as forecast then, beside what happened. Money in yuan. */
export interface VillageForecast extends BacktestChunk {
  readonly village: string;
  /** What happened: all receipts of the year, net. */
  readonly income: number;
  /** By COVERAGE_LEVELS: whether the central interval held it. */
  readonly inside: readonly boolean[];
  /** The chance of reaching a threshold, and whether it was reached; undefined where there is no threshold. */
  readonly reaching: { readonly threshold: number; readonly chance: number; readonly happened: boolean } | undefined;
  /** CRPS and the naive forecast's absolute error, both over last year's income; undefined where that is not above 0. */
  readonly error: { readonly crps: number; readonly naive: number } | undefined;
}

/** What happened in a county: a village's income of a year, yuan. */
export type PastIncome = (village: string, year: number) => number;

/**
 * Sums up a county's receipts by village and year, exact to the fen.
 * @param netRatio net income per yuan received
 */
export function pastIncome({ receipts }: CountyRecord, netRatio: number): PastIncome {
  const fen = new Map<string, number>();
  for (const { village, month, amount } of receipts) {
    const key = `${village}|${yearOf(month)}`;
    fen.set(key, (fen.get(key) ?? 0) + Math.round(amount * 100));
  }
  return (village, year) => (netRatio * (fen.get(`${village}|${year}`) ?? 0)) / 100;
}

/** How a chunk is forecast. */
export interface ForecastOptions {
  readonly defaults: ModelDefaults;
  /** Terms of committed projects that the library leaves out. */
  readonly projectTerms: DefaultTerms;
  /** Net income per yuan of gross income, in forecasts as in what happened. */
  readonly netRatio: number;
  /** Villages to score; the fit reads the whole county. */
  readonly inScope: (village: string) => boolean;
}

/**
 * Fits a county to what was known at a past as-of month, forecasts the year, and holds every village against what happened
 * (model, section 4, "Backtest"). Villages that had no stream of income then were not forecast and are not scored.
 *
 * What was known then is: receipts up to the as-of month, as they stand in the data now. Later corrections of earlier
 * months, and stage, start and capital of projects, are as recorded now, since the data do not say when they became known.
 * The forecast is the one the projection gives for that month, without plan or grants, with the same seed and trials.
 */
export function forecastChunk(
  record: CountyRecord,
  chunk: BacktestChunk,
  happened: PastIncome,
  draws: Draws,
  options: ForecastOptions,
): VillageForecast[] {
  const asOf = asOfMonth(chunk);
  const fit = fitCounty(record, { asOf, defaults: options.defaults });
  const known = new Set(fit.panel.streams.map(({ village }) => village));
  const inScope = (village: string) => known.has(village) && options.inScope(village);
  const thresholdOf = thresholds(record.targets, happened);
  const forecasts: VillageForecast[] = [];
  for (const { village, income } of projectVillages(
    { record, fit },
    { scenario: trendScenario(draws, options), grants: [], inScope },
    draws,
  )) {
    const sorted = income.total[0]!.slice(0, draws.trials).sort();
    const outcome = happened(village, chunk.year);
    const before = happened(village, chunk.year - 1);
    const threshold = thresholdOf(village, chunk.year);
    forecasts.push({
      ...chunk,
      village,
      income: outcome,
      inside: COVERAGE_LEVELS.map((level) => {
        const { low, high } = centralInterval(sorted, level);
        return outcome >= low - HALF_A_FEN && outcome <= high + HALF_A_FEN;
      }),
      reaching:
        threshold === undefined
          ? undefined
          : { threshold, chance: shareFrom(sorted, threshold - HALF_A_FEN), happened: outcome >= threshold - HALF_A_FEN },
      error: before > 0 ? { crps: crpsOfSorted(sorted, outcome) / before, naive: Math.abs(before - outcome) / before } : undefined,
    });
  }
  return forecasts;
}

/**
 * A village's target of a year is what it is everywhere: its own of that year or its latest earlier one. Where none is set,
 * 1.03 times its income of the year before; where that is not above 0 either, nothing was asked of it.
 */
function thresholds(targets: readonly TargetRecord[], happened: PastIncome): (village: string, year: number) => number | undefined {
  const own = targetLookup(targets, { default: Number.NaN, overrides: [] });
  return (village, year) => {
    const target = own(village, year);
    if (!Number.isNaN(target)) return target;
    const before = happened(village, year - 1);
    return before > 0 ? GROWTH_WITHOUT_TARGET * before : undefined;
  };
}

/** Share of a sorted sample at or above a threshold, by bisection. */
function shareFrom(sorted: Float64Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! >= threshold) high = middle;
    else low = middle + 1;
  }
  return (sorted.length - low) / sorted.length;
}

/** One year of the trend: no plan, no grants. */
const trendScenario = ({ seed, trials }: Draws, { defaults, projectTerms, netRatio }: ForecastOptions): Scenario => ({
  name: '',
  scope: [],
  asOf: undefined,
  horizon: 1,
  trials,
  seed,
  growth: [],
  target: { default: SCENARIO_DEFAULTS.target, overrides: [] },
  netRatio: Object.fromEntries(MODES.map((mode) => [mode, netRatio])) as Record<Mode, number>,
  options: [],
  projectTerms,
  policy: undefined,
  parks: [],
  defaults,
  reinvest: undefined,
  assumptions: [],
});
