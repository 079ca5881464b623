import { brierOfClimatology, brierScore } from '../statistics/brier.js';
import { clusteredShare, type ShareInterval } from '../statistics/interval-of-clustered-share.js';
import { reliabilityBins, type ReliabilityBin } from '../statistics/reliability.js';
import { COVERAGE_LEVELS, type VillageForecast } from './backtest-forecast.js';

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

/** A county-year: the forecasts that share its shocks. */
const eventOf = ({ county, year }: VillageForecast): string => `${county}|${year}`;

/** Scores the forecasts of one as-of month, over all counties and years at once. */
export function scoreForecasts(closedMonths: number, forecasts: readonly VillageForecast[]): Backtest {
  const events = [...Map.groupBy(forecasts, eventOf).values()];
  const chances = forecasts.flatMap((forecast) => (forecast.reaching ? [{ ...forecast.reaching, cluster: eventOf(forecast) }] : []));
  const errors = forecasts.flatMap(({ error }) => (error ? [error] : []));
  const meanOf = (of: (error: (typeof errors)[number]) => number) => errors.reduce((sum, error) => sum + of(error), 0) / errors.length;
  return {
    closedMonths,
    years: [...new Set(forecasts.map(({ year }) => year))].sort((left, right) => left - right),
    countyYears: events.length,
    forecasts: forecasts.length,
    coverage: events.length
      ? COVERAGE_LEVELS.map((level, index) => ({
          level,
          ...clusteredShare(events.map((own) => ({ hits: own.filter(({ inside }) => inside[index]!).length, count: own.length }))),
        }))
      : [],
    brier: brierScore(chances),
    brierClimatology: brierOfClimatology(chances),
    chances: chances.length,
    crps: meanOf(({ crps }) => crps),
    crpsNaive: meanOf(({ naive }) => naive),
    errors: errors.length,
    reliability: reliabilityBins(chances),
  };
}
