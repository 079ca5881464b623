import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { loadKernelModule } from '../base/kernel-module.js';
import { forecastCounty, scoreByClosedMonths, type BacktestOptions } from '../projection/backtest.js';
import type { VillageForecast } from '../projection/backtest-forecast.js';
import { BACKTEST_CLOSED_MONTHS, planBacktest } from '../projection/backtest-plan.js';
import type { Backtest } from '../projection/backtest-score.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';
import { isInScope } from '../scenario/known-regions.js';
import { SCENARIO_RANGES } from '../scenario/ranges.js';
import { checkScope, checkVillageCount, countiesInScope, villageCount } from './scope.js';
import type { Workspace, WorkspaceState } from './workspace.js';

/** A backtest as asked for; what is left out takes its default. */
export interface BacktestRequest {
  readonly scope?: readonly string[] | null;
  readonly from?: number | null;
  readonly to?: number | null;
  readonly closedMonths?: readonly number[] | null;
  readonly trials?: number | null;
}

/** The Monte Carlo error of a chance is then below a point, far below what a handful of years leaves open. */
const DEFAULT_TRIALS = 4_000;
const MOST_TRIALS = 20_000;
/** Village forecasts × trials of one request: some ten seconds of one core. */
const MOST_WORK = 50_000_000;
const MOST_KEPT = 64;

/** Backtests the counties of the workspace, keeps the results, and lets equal requests share one run. */
export class Backtests {
  readonly #kept = new LRUCache<string, Promise<readonly Backtest[]>>({ max: MOST_KEPT });
  readonly #kernel = loadKernelModule();

  constructor(private readonly workspace: Workspace) {}

  /** @throws Problems, Problem what is wrong with the request, or why nothing can be scored */
  async run(state: WorkspaceState, request: BacktestRequest): Promise<readonly Backtest[]> {
    const scope = checkScope(state, request.scope);
    const options = toOptions(request, state, scope);
    checkVillageCount(villageCount(state, scope), ['scope']);
    const { inScope: _inScope, ...numbers } = options;
    const revisions = countiesInScope(state, scope).map(({ code, revision }) => [code, revision]);
    const key = JSON.stringify([ENGINE_VERSION, numbers, scope, revisions]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const run = this.#score(state, scope, options);
    this.#kept.set(key, run);
    run.catch(() => this.#kept.delete(key));
    return run;
  }

  async #score(state: WorkspaceState, scope: readonly string[] | undefined, options: BacktestOptions): Promise<readonly Backtest[]> {
    const counties = countiesInScope(state, scope);
    const draws = new Draws(options.seed, options.trials, { arithmetic: new WasmArithmetic(this.#kernel, roomForDraws(options.trials)) });
    const forecasts: VillageForecast[] = [];
    let work = 0;
    for (const summary of counties) {
      const { record } = await this.workspace.county(summary);
      const villages = record.villages.filter(({ code }) => options.inScope!(code)).length;
      work += villages * planBacktest(record, options).length * options.trials;
      if (work > MOST_WORK) throw new Problem('TOO_MUCH_TO_BACKTEST', { trials: options.trials, most: MOST_WORK }, ['trials']);
    }
    for (const summary of counties) {
      const { record } = await this.workspace.county(summary);
      for (const chunk of forecastCounty(record, { ...options, drawsOf: () => draws })) {
        forecasts.push(...chunk.forecasts);
        // A long run lets other requests in between.
        await setImmediate();
      }
    }
    const backtests = scoreByClosedMonths(options.closedMonths, forecasts);
    if (backtests.some(({ chances, errors }) => chances === 0 || errors === 0)) {
      throw new Problem('NOTHING_TO_BACKTEST', {
        counties: counties.map(({ name }) => name).join(', '),
        from: options.from,
        to: options.to,
      });
    }
    return backtests;
  }
}

function toOptions(
  { from, to, closedMonths, trials }: BacktestRequest,
  { defaults: { seed, model, option, netRatio } }: WorkspaceState,
  scope: readonly string[] | undefined,
): BacktestOptions & Required<Pick<BacktestOptions, 'inScope'>> {
  const problems: Problem[] = [];
  const outside = (field: string, value: number, least: number, most: number, path: readonly string[]) => {
    if (value < least || value > most) problems.push(new Problem('OUT_OF_RANGE', { field, value, least, most }, path));
  };
  if (trials !== null && trials !== undefined) {
    if (trials > MOST_TRIALS) problems.push(new Problem('TOO_MANY_TRIALS', { value: trials, most: MOST_TRIALS }, ['trials']));
    else outside('trials', trials, SCENARIO_RANGES.trials.least, MOST_TRIALS, ['trials']);
  }
  closedMonths?.forEach((months, index) => outside('closedMonths', months, 0, 11, ['closedMonths', String(index)]));
  if (typeof from === 'number' && typeof to === 'number' && from > to) problems.push(new Problem('BAD_RANGE', { from, to }, ['from']));
  if (problems.length) throw new Problems(problems);
  return {
    from: from ?? undefined,
    to: to ?? undefined,
    closedMonths: closedMonths?.length ? closedMonths : BACKTEST_CLOSED_MONTHS,
    trials: trials ?? DEFAULT_TRIALS,
    seed,
    defaults: model,
    projectTerms: option,
    netRatio,
    inScope: (village) => scope === undefined || isInScope(village, scope),
  };
}
