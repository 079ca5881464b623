import { checkComparedCount } from '../allocation/comparison-checks.js';
import { canonicalJson } from '../base/canonical-json.js';
import { Problem } from '../base/errors/problem.js';
import { readComparedCounty } from '../jobs/comparison-chunk.js';
import { toComparisonInput, type ComparisonInput } from '../jobs/comparison-input.js';
import { comparedChunks, readComparisonResult, type ComparisonResult } from '../jobs/comparison-kind.js';
import type { Job } from '../jobs/job.js';
import type { JobRunner } from '../jobs/job-runner.js';
import { defaultMostTrials } from '../allocation/comparison.js';
import type { ComparisonAsked, ComparisonView } from './comparisons.js';
import { checkMostTrials, readCompared } from './comparisons.js';
import type { RequestContext } from './context.js';
import { JobResults } from './job-results.js';
import { villagesByCode } from './present/village.js';
import { villagesInScope } from './scope.js';
import type { Village } from './types/village.js';

interface ReadComparison {
  readonly comparison: ComparisonResult;
  readonly villages: ReadonlyMap<string, Village>;
}

/** Comparisons that run as jobs: over more villages and trials than one request may take. */
export class ComparisonJobs {
  readonly #results: JobResults<ComparisonInput, ReadComparison>;

  constructor(private readonly runner: JobRunner) {
    this.#results = new JobResults(runner, 'comparison', async (bytes, id, input) => ({
      comparison: readComparisonResult(bytes),
      villages: await this.#villages(id, input),
    }));
  }

  /** @throws Problems, Problem what is wrong with the scenarios or the key, or why they cannot be compared */
  async start(context: RequestContext, asked: ComparisonAsked, idempotencyKey: string | null): Promise<Job> {
    const { baseline, year, mostTrials } = asked;
    checkComparedCount(asked.scenarios.length, baseline);
    checkMostTrials(mostTrials);
    const state = await context.loaders.state();
    const scoped = (await readCompared(context, asked)).map(({ scenario, counties }) => ({
      scenario,
      counties,
      villages: villagesInScope(state, scenario.scope),
    }));
    const input = toComparisonInput(scoped, {
      baseline,
      year: year ?? undefined,
      mostTrials: mostTrials ?? defaultMostTrials(scoped[baseline]!.scenario.trials),
    });
    return this.runner.start({ kind: 'comparison', input, identity: canonicalJson(asked), idempotencyKey, repeatable: true });
  }

  /** The comparison of a completed job, with the position of its baseline; null where there is none. */
  async view(
    job: Pick<Job, 'id' | 'kind' | 'status'>,
    context: RequestContext,
  ): Promise<{ readonly view: ComparisonView; readonly baseline: number } | null> {
    const found = await this.#results.of(job, context);
    if (!found) return null;
    const { comparison, villages } = found.result;
    return { view: { ...comparison, villageOf: (code) => villages.get(code)! }, baseline: found.input.baseline };
  }

  async #villages(id: string, input: ComparisonInput): Promise<ReadonlyMap<string, Village>> {
    const villages = new Map<string, Village>();
    for (const position of comparedChunks(input)) {
      const bytes = await this.runner.chunk(id, position);
      if (!bytes) throw new Problem('UNKNOWN_JOB', { value: id });
      for (const [code, village] of villagesByCode(readComparedCounty(bytes).villages)) villages.set(code, village);
    }
    return villages;
  }
}
