import { canonicalJson } from '../base/canonical-json.js';
import type { BacktestInput } from '../jobs/backtest-input.js';
import { readBacktestResult } from '../jobs/backtest-kind.js';
import type { Job } from '../jobs/job.js';
import type { JobRunner } from '../jobs/job-runner.js';
import type { Backtest } from '../projection/backtest-score.js';
import { toBacktestInput, type BacktestRequest } from './backtests.js';
import type { RequestContext } from './context.js';
import { JobResults } from './job-results.js';

/** Backtests that run as jobs: over more villages, years and trials than one request may take. */
export class BacktestJobs {
  readonly #results: JobResults<BacktestInput, readonly Backtest[]>;

  constructor(private readonly runner: JobRunner) {
    this.#results = new JobResults(runner, 'backtest', readBacktestResult);
  }

  /** @throws Problems, Problem what is wrong with the request or the key */
  async start({ loaders }: RequestContext, request: BacktestRequest, idempotencyKey: string | null): Promise<Job> {
    const input = toBacktestInput(await loaders.state(), request);
    return this.runner.start({ kind: 'backtest', input, identity: canonicalJson(request), idempotencyKey, repeatable: true });
  }

  /** The scores of a completed job; null where there are none, or a county of it is no longer loaded. */
  async view(job: Pick<Job, 'id' | 'kind' | 'status'>, context: RequestContext): Promise<readonly Backtest[] | null> {
    return (await this.#results.of(job, context))?.result ?? null;
  }
}
