import { LRUCache } from 'lru-cache';
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
import { villagesByCode } from './present/village.js';
import { unusedPlans, type ProjectionView } from './projections.js';
import { readScenario } from './read-scenario.js';

const SCENARIO_PATH = ['scenario'];

/** Completed jobs whose result is kept read; each takes a megabyte or two for every thousand villages once those are asked for. */
const MOST_READ = 4;

/** A job's result as it is read: the villages only when they are asked for. */
interface ReadResult {
  readonly input: ProjectionInput;
  readonly result: ProjectionResult;
  counties?: Promise<readonly ProjectedCounty[]>;
}

/** Projections that run as jobs: at any number of villages, and seen like any other projection once they are complete. */
export class ProjectionJobs {
  readonly #read = new LRUCache<string, Promise<ReadResult>>({ max: MOST_READ });

  constructor(private readonly runner: JobRunner) {}

  /** @throws Problems, Problem what is wrong with the scenario or the key */
  async start(context: RequestContext, spec: ScenarioSpec, idempotencyKey: string | null | undefined): Promise<Job> {
    const zh = await readScenario({ ...context, language: 'zh' }, spec, SCENARIO_PATH);
    const en = await readScenario({ ...context, language: 'en' }, spec, SCENARIO_PATH);
    const written = { spec, defaults: zh.defaults };
    const input = toProjectionInput({ zh: zh.scenario, en: en.scenario }, written, zh.counties, SCENARIO_PATH);
    return this.runner.start({ kind: 'projection', input, identity: canonicalJson(spec), idempotencyKey });
  }

  /** The projection of a completed job; null where it is none, or a county of it is no longer loaded. */
  async view(
    { id, kind, status }: Pick<Job, 'id' | 'kind' | 'status'>,
    { loaders, language }: RequestContext,
  ): Promise<ProjectionView | null> {
    if (kind !== 'projection' || status !== 'COMPLETED') return null;
    const read = await this.#open(id);
    const { input, result } = read;
    const loaded = new Set((await loaders.state()).counties.map(({ code }) => code));
    if (!input.counties.every(({ code }) => loaded.has(code))) return null;

    const { years } = input;
    const scenario = { ...input.scenario, assumptions: input.assumptions[language] };
    const parks = new Map(result.parks.map((park) => [park.code, park]));
    const counties = () => (read.counties ??= this.#counties(id, input));
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

  #open(id: string): Promise<ReadResult> {
    const found = this.#read.get(id);
    if (found) return found;
    const read = this.#readResult(id);
    this.#read.set(id, read);
    read.catch(() => this.#read.delete(id));
    return read;
  }

  async #readResult(id: string): Promise<ReadResult> {
    const bytes = await this.runner.result(id);
    if (!bytes) throw new Problem('UNKNOWN_JOB', { value: id });
    return { input: (await this.runner.input(id)) as ProjectionInput, result: readProjectionResult(bytes) };
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
