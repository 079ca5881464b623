import type { CountyRecord } from '../base/county.js';
import { SCENARIO_DEFAULTS, type DefaultTerms, type ModelDefaults } from '../scenario/defaults.js';
import { forecastChunk, pastIncome, type VillageForecast } from './backtest-forecast.js';
import { planBacktest, type BacktestChunk, type BacktestSpan } from './backtest-plan.js';
import { scoreByClosedMonths, scoreEvent, type Backtest, type EventScore } from './backtest-score.js';
import { Draws } from './draws.js';

/** What to try, and with which numbers. */
export interface BacktestOptions extends BacktestSpan {
  readonly trials: number;
  readonly seed: number;
  readonly defaults: ModelDefaults;
  /** Terms of committed projects that the library leaves out; left out: the product's own. */
  readonly projectTerms?: DefaultTerms;
  /** Net income per yuan of gross income; left out: all of it. */
  readonly netRatio?: number;
  /** Villages to score; left out: all. The fit always reads the whole county. */
  readonly inScope?: (village: string) => boolean;
  /** Makes the random numbers of a county, which its chunks share; left out: in plain arithmetic. */
  readonly drawsOf?: (seed: number, trials: number) => Draws;
}

/** How far a run is: the chunk that has just been done. */
export interface BacktestProgress extends BacktestChunk {
  readonly doneChunks: number;
  readonly totalChunks: number;
}

/**
 * Forecasts one county chunk by chunk. The caller may stop between chunks, and may keep each chunk's forecasts by its name:
 * they depend on nothing but record, chunk and options.
 */
export function* forecastCounty(
  record: CountyRecord,
  options: BacktestOptions,
): Generator<{ chunk: BacktestChunk; forecasts: VillageForecast[] }> {
  const { seed, trials, defaults, inScope = () => true, drawsOf = (...numbers) => new Draws(...numbers) } = options;
  const { projectTerms = SCENARIO_DEFAULTS.option, netRatio = SCENARIO_DEFAULTS.netRatio } = options;
  const happened = pastIncome(record, netRatio);
  const draws = drawsOf(seed, trials);
  for (const chunk of planBacktest(record, options)) {
    yield { chunk, forecasts: forecastChunk(record, chunk, happened, draws, { defaults, projectTerms, netRatio, inScope }) };
  }
}

/**
 * How good the model's forecasts would have been, all counties together: one Backtest for each number of closed months.
 * Where the data hold no year to try, its forecasts are 0 and its scores NaN.
 *
 * @param onChunk is told after every (county, year, closed months)
 * @param aborted is asked before each; once it says true, what has been done until then is scored
 */
export function backtestCounties(
  records: readonly CountyRecord[],
  options: BacktestOptions,
  onChunk: (progress: BacktestProgress) => void = () => {},
  aborted: () => boolean = () => false,
): Backtest[] {
  const totalChunks = records.reduce((sum, record) => sum + planBacktest(record, options).length, 0);
  const events: EventScore[] = [];
  let doneChunks = 0;
  for (const record of records) {
    if (aborted()) break;
    for (const { chunk, forecasts: own } of forecastCounty(record, options)) {
      events.push(scoreEvent(chunk, own));
      doneChunks += 1;
      onChunk({ ...chunk, doneChunks, totalChunks });
      if (aborted()) break;
    }
  }
  return scoreByClosedMonths(options.closedMonths, events);
}
