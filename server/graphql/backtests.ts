import { LRUCache } from 'lru-cache';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { readEventScores } from '../jobs/backtest-chunk.js';
import type { BacktestInput, BacktestNumbers } from '../jobs/backtest-input.js';
import { BACKTEST_CHUNKS, scoreBacktest } from '../jobs/backtest-kind.js';
import { ChunkControl } from '../jobs/chunk-control.js';
import type { ThreadPool } from '../jobs/thread-pool.js';
import { BACKTEST_CLOSED_MONTHS, planBacktest } from '../projection/backtest-plan.js';
import type { Backtest } from '../projection/backtest-score.js';
import { isInScope } from '../scenario/known-regions.js';
import { SCENARIO_RANGES } from '../scenario/ranges.js';
import type { CountySummary } from '../store/counties.js';
import { checkScope, checkVillageCount, countiesInScope, villageCount } from './scope.js';
import type { Workspace, WorkspaceState } from './workspace.js';

/** A backtest as asked for; what is left out takes its default. */
export interface BacktestRequest {
  readonly scope?: readonly string[] | null | undefined;
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly closedMonths?: readonly number[] | null | undefined;
  readonly trials?: number | null | undefined;
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

  /** @param threads where the forecasts are made, so that other requests need not wait for them */
  constructor(
    private readonly workspace: Workspace,
    private readonly threads: ThreadPool,
  ) {}

  /** @throws Problems, Problem what is wrong with the request, or why nothing can be scored */
  async run(state: WorkspaceState, request: BacktestRequest): Promise<readonly Backtest[]> {
    const input = toBacktestInput(state, request);
    const { scope } = input.numbers;
    checkVillageCount(villageCount(state, scope), ['scope']);
    const key = JSON.stringify([ENGINE_VERSION, input]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const run = this.#score(countiesInScope(state, scope), input);
    this.#kept.set(key, run);
    run.catch(() => this.#kept.delete(key));
    return run;
  }

  async #score(counties: readonly CountySummary[], input: BacktestInput): Promise<readonly Backtest[]> {
    const { numbers } = input;
    let work = 0;
    for (const summary of counties) {
      const { record } = await this.workspace.county(summary);
      const villages = record.villages.filter(({ code }) => isInScope(code, numbers.scope)).length;
      work += villages * planBacktest(record, numbers).length * numbers.trials;
      if (work > MOST_WORK) throw new Problem('TOO_MUCH_TO_BACKTEST', { trials: numbers.trials, most: MOST_WORK }, ['trials']);
    }
    const scored = await Promise.all(
      counties.map(async (summary) => {
        const { record } = await this.workspace.county(summary);
        const computed = await this.threads.compute(BACKTEST_CHUNKS, { record, numbers }, new ChunkControl());
        return readEventScores(computed!.kept);
      }),
    );
    return scoreBacktest(scored.flat(), input);
  }
}

/**
 * Makes a request total, over the counties as they are now.
 * @throws Problems, Problem what is wrong with it
 */
export function toBacktestInput(state: WorkspaceState, request: BacktestRequest): BacktestInput {
  const scope = checkScope(state, request.scope) ?? [];
  const numbers = { ...toNumbers(request, state), scope };
  return { numbers, counties: countiesInScope(state, scope).map(({ code, name, revision }) => ({ code, name, revision })) };
}

function toNumbers(
  { from, to, closedMonths, trials }: BacktestRequest,
  { defaults: { seed, model, option, netRatio } }: WorkspaceState,
): Omit<BacktestNumbers, 'scope'> {
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
  };
}
