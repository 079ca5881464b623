import { brierOfClimatology, brierScore, brierSums, type BrierSums } from '../statistics/brier.js';
import { clusteredShare, type ShareInterval } from '../statistics/interval-of-clustered-share.js';
import { reliabilityBins, tallyBins, type BinTally, type ReliabilityBin } from '../statistics/reliability.js';
import { COVERAGE_LEVELS, type VillageForecast } from './backtest-forecast.js';
import type { BacktestChunk } from './backtest-plan.js';

/** How often a central interval held what happened; `share` of the forecasts, with its 95% interval. */
export interface Coverage extends ShareInterval {
  readonly level: number;
}

/** How good the forecasts of one as-of month were (model, section 4, "Backtest"). */
export interface Backtest {
  readonly closedMonths: number;
  /** The years that were forecast, ascending. */
  readonly years: readonly number[];
  /** Counties times years: the independent events that the forecasts come from, since villages share their shocks. */
  readonly countyYears: number;
  /** Village-years that were forecast. */
  readonly forecasts: number;
  /** By level, ascending. Their intervals count a county-year as one event. */
  readonly coverage: readonly Coverage[];
  /** Brier score of the chances; NaN where no village had a threshold. */
  readonly brier: number;
  /** What always saying the share that happened would have scored. */
  readonly brierClimatology: number;
  /** Village-years with a threshold, which both Brier scores and the bins rest on. */
  readonly chances: number;
  /** Mean CRPS over last year's income; NaN where no village had an income in the year before. */
  readonly crps: number;
  /** Mean absolute error of "same as last year", over last year's income. */
  readonly crpsNaive: number;
  /** Village-years with an income in the year before, which both errors rest on. */
  readonly errors: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** The forecasts of one county's year at one as-of month, added up: they share its shocks, so they are one event. */
export interface EventScore extends BacktestChunk {
  readonly forecasts: number;
  /** By COVERAGE_LEVELS: how many of the central intervals held what happened. */
  readonly inside: readonly number[];
  readonly chances: BrierSums;
  readonly bins: readonly BinTally[];
  readonly errors: { readonly count: number; readonly crps: number; readonly naive: number };
}

/** @param forecasts of the chunk's villages, in ascending order of code */
export function scoreEvent({ county, year, closedMonths }: BacktestChunk, forecasts: readonly VillageForecast[]): EventScore {
  const chances = forecasts.flatMap(({ reaching }) => reaching ?? []);
  const errors = forecasts.flatMap(({ error }) => error ?? []);
  return {
    county,
    year,
    closedMonths,
    forecasts: forecasts.length,
    inside: COVERAGE_LEVELS.map((_, index) => forecasts.filter(({ inside }) => inside[index]!).length),
    chances: brierSums(chances),
    bins: tallyBins(chances),
    errors: {
      count: errors.length,
      crps: errors.reduce((sum, { crps }) => sum + crps, 0),
      naive: errors.reduce((sum, { naive }) => sum + naive, 0),
    },
  };
}

/** Scores the events of one as-of month, over all counties and years at once. */
export function scoreEvents(closedMonths: number, events: readonly EventScore[]): Backtest {
  const held = events.filter(({ forecasts }) => forecasts > 0);
  const sum = (of: (event: EventScore) => number) => held.reduce((total, event) => total + of(event), 0);
  const chances = {
    count: sum((event) => event.chances.count),
    happened: sum((event) => event.chances.happened),
    squares: sum((event) => event.chances.squares),
  };
  const errors = sum((event) => event.errors.count);
  return {
    closedMonths,
    years: [...new Set(held.map(({ year }) => year))].sort((left, right) => left - right),
    countyYears: held.length,
    forecasts: sum(({ forecasts }) => forecasts),
    coverage: held.length
      ? COVERAGE_LEVELS.map((level, index) => ({
          level,
          ...clusteredShare(held.map(({ inside, forecasts }) => ({ hits: inside[index]!, count: forecasts }))),
        }))
      : [],
    brier: brierScore(chances),
    brierClimatology: brierOfClimatology(chances),
    chances: chances.count,
    crps: sum((event) => event.errors.crps) / errors,
    crpsNaive: sum((event) => event.errors.naive) / errors,
    errors,
    reliability: reliabilityBins(held.map(({ bins }) => bins)),
  };
}

/** Scores events by as-of month, in the order asked for. */
export const scoreByClosedMonths = (closedMonths: readonly number[], events: readonly EventScore[]): Backtest[] =>
  [...new Set(closedMonths)].map((k) =>
    scoreEvents(
      k,
      events.filter((event) => event.closedMonths === k),
    ),
  );
