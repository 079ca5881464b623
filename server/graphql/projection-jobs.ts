import { canonicalJson } from '../base/canonical-json.js';
import { Problem } from '../base/errors/problem.js';
import type { Job } from '../jobs/job.js';
import type { JobRunner } from '../jobs/job-runner.js';
import { readProjectedCounty, type ProjectedCounty } from '../jobs/projection-chunk.js';
import { toProjectionInput, type ProjectionInput } from '../jobs/projection-input.js';
import { projectedChunk } from '../jobs/projection-kind.js';
import { readProjectionResult, type ProjectionResult } from '../jobs/projection-result.js';
import { restoreProblem } from '../jobs/stored-problem.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { JobResults } from './job-results.js';
import { villagesByCode } from './present/village.js';
import { unusedPlans, type ProjectionView } from './projections.js';
import { readScenario } from './read-scenario.js';

const SCENARIO_PATH = ['scenario'];

/** A job's result as it is read: the villages only when they are asked for. */
interface ReadResult {
  readonly projection: ProjectionResult;
  counties?: Promise<readonly ProjectedCounty[]>;
}

/**
 * Projections that run as jobs: at any number of villages, and seen like any other projection once they are complete. A result
 * that is kept read takes a megabyte or two for every thousand villages once those are asked for.
 */
export class ProjectionJobs {
  readonly #results: JobResults<ProjectionInput, ReadResult>;

  constructor(private readonly runner: JobRunner) {
    this.#results = new JobResults(runner, 'projection', (bytes) => ({ projection: readProjectionResult(bytes) }));
  }

  /** @throws Problems, Problem what is wrong with the scenario or the key */
  async start(context: RequestContext, spec: ScenarioSpec, idempotencyKey: string | null | undefined): Promise<Job> {
    const zh = await readScenario({ ...context, language: 'zh' }, spec, SCENARIO_PATH);
    const en = await readScenario({ ...context, language: 'en' }, spec, SCENARIO_PATH);
    const written = { spec, defaults: zh.defaults };
    const input = toProjectionInput({ zh: zh.scenario, en: en.scenario }, written, zh.counties, SCENARIO_PATH);
    return this.runner.start({ kind: 'projection', input, identity: canonicalJson(spec), idempotencyKey });
  }

  /** The projection of a completed job; null where it is none, or a county of it is no longer loaded. */
  async view(job: Pick<Job, 'id' | 'kind' | 'status'>, context: RequestContext): Promise<ProjectionView | null> {
    const found = await this.#results.of(job, context);
    if (!found) return null;
    const { input, result: read } = found;
    const { projection: result } = read;
    const { years } = input;
    const scenario = { ...input.scenario, assumptions: input.assumptions[context.language] };
    const parks = new Map(result.parks.map((park) => [park.code, park]));
    const counties = () => (read.counties ??= this.#counties(job.id, input));
    return {
      scenario,
      written: input.written,
      years,
      asOf: Math.max(...input.counties.map(({ asOf }) => asOf)),
      dataVersion: result.dataVersion,
      engineVersion: result.engineVersion,
      warnings: [...result.warnings.map(restoreProblem), ...unusedPlans(scenario, years)],
      parkOf: (code) => parks.get(code)!,
      villages: async () => new Map((await counties()).flatMap(({ villages }) => [...villagesByCode(villages)])),
      async at(asked) {
        const year = asked ?? years.at(-1)!;
        const index = years.indexOf(year);
        if (index < 0) throw new Problem('YEAR_NOT_PROJECTED', { value: year, years: years.join(', ') }, ['year']);
        return {
          year,
          ...result.years[index]!,
          villages: async () => (await counties()).flatMap(({ outcomes }) => outcomes.get(index)!),
        };
      },
    };
  }

  async #counties(id: string, input: ProjectionInput): Promise<readonly ProjectedCounty[]> {
    const counties: ProjectedCounty[] = [];
    for (const index of input.counties.keys()) {
      const bytes = await this.runner.chunk(id, projectedChunk(input, index));
      if (!bytes) throw new Problem('UNKNOWN_JOB', { value: id });
      counties.push(readProjectedCounty(bytes));
    }
    return counties;
  }
}
