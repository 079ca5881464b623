import { LRUCache } from 'lru-cache';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import type { Month } from '../base/month.js';
import { MODE_WORDS } from '../base/vocabulary.js';
import type { Scenario } from '../scenario/scenario.js';
import type { VillageOutcome } from '../projection/summary.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { WorkspaceDefaults } from '../scenario/workspace-defaults.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties, type FittedCountyView } from './county-fits.js';
import type { Engine, ProjectedYear } from './engine.js';
import { villagesByCode } from './present/village.js';
import { readScenario } from './read-scenario.js';
import { checkVillageCount } from './scope.js';
import type { Park } from './types/county.js';
import type { Village } from './types/village.js';
import type { Workspace } from './workspace.js';

/** Villages × years × trials of one request: about half a minute of one core. */
export const MOST_WORK = 200_000_000;
/** Results kept. A county of 130 villages over three years takes about a megabyte. */
const MOST_KEPT = 64;

/** One projected year. There can be so many villages that they are read only where somebody wants them. */
export interface YearView extends Omit<ProjectedYear, 'villages'> {
  /** In ascending order of code. */
  villages(): Promise<readonly VillageOutcome[]>;
}

/** A projection with what it was computed from. */
export interface ProjectionView {
  readonly scenario: Scenario;
  /** The scenario as written, with the defaults that filled it in. */
  readonly written: { readonly spec: ScenarioSpec; readonly defaults: WorkspaceDefaults };
  readonly years: readonly number[];
  readonly asOf: Month;
  readonly dataVersion: string;
  readonly engineVersion: string;
  readonly warnings: readonly Problem[];
  /** Computed when first asked for. `year` left out: the last projected one. @throws Problem YEAR_NOT_PROJECTED */
  at(year: number | null | undefined): Promise<YearView>;
  /** Every village in scope by code. */
  villages(): Promise<ReadonlyMap<string, Village>>;
  parkOf(code: string): Park;
}

/** The part of a view that does not depend on how the scenario is named or in which language it is explained. */
type Computed = Omit<ProjectionView, 'scenario' | 'written' | 'engineVersion'>;

/** How often the engine ran, and how often a result was there already. */
export interface ProjectionCounts {
  computed: number;
  reused: number;
}

/** Projects scenarios, keeps the results, and lets equal requests that come at the same time share one computation. */
export class Projections {
  readonly counts: ProjectionCounts = { computed: 0, reused: 0 };
  readonly #kept = new LRUCache<string, Promise<Computed>>({ max: MOST_KEPT });

  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /**
   * @param path where the scenario stands in the input, for the paths of problems
   * @param fallback defaults other than the workspace's present ones
   * @throws Problems, Problem what is wrong with the scenario, or why it cannot be projected here
   */
  async project(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    spec: ScenarioSpec,
    path: readonly string[],
    fallback?: WorkspaceDefaults,
  ): Promise<ProjectionView> {
    const { scenario, defaults, counties, villages } = await readScenario(context, spec, path, fallback);
    checkWork(villages, scenario, path);
    const key = contentHash(JSON.stringify([ENGINE_VERSION, numbersOf(scenario), counties.map(({ code, revision }) => [code, revision])]));
    let computed = this.#kept.get(key);
    if (computed) this.counts.reused += 1;
    else {
      this.counts.computed += 1;
      computed = fitCounties(this.workspace, counties, { asOf: scenario.asOf, defaults: scenario.defaults, path: [...path, 'asOf'] }).then(
        (fitted) => prepare(this.engine, fitted, scenario),
      );
      this.#kept.set(key, computed);
      computed.catch(() => this.#kept.delete(key));
    }
    return { ...(await computed), scenario, written: { spec, defaults }, engineVersion: ENGINE_VERSION };
  }
}

/** A scenario without its words: two that differ only in name or language have the same result. */
export function numbersOf({ name: _name, assumptions: _assumptions, ...numbers }: Scenario): Omit<Scenario, 'name' | 'assumptions'> {
  return numbers;
}

export function checkWork(villages: number, { horizon, trials }: Scenario, path: readonly string[]): void {
  checkVillageCount(villages, [...path, 'scope']);
  if (villages * horizon * trials > MOST_WORK) {
    throw new Problem('TOO_MUCH_WORK', { villages, years: horizon, trials, most: MOST_WORK }, [...path, 'trials']);
  }
}

function prepare(engine: Engine, counties: readonly FittedCountyView[], scenario: Scenario): Computed {
  const { years, warnings } = engine.outline(counties, scenario);
  const villages = new Map(counties.flatMap(({ record }) => [...villagesByCode(record.villages)]));
  const parks = new Map(counties.flatMap(({ record }) => record.parks.map(({ code, name }) => [code, { code, name }] as const)));
  const runs = new Map<number, Promise<ProjectedYear>>();
  return {
    years,
    asOf: Math.max(...counties.map(({ fit }) => fit.panel.asOf)),
    dataVersion: dataVersionOf(counties),
    warnings: [...warnings, ...unusedPlans(scenario, years)],
    async at(year) {
      const wanted = year ?? years.at(-1)!;
      if (!years.includes(wanted)) throw new Problem('YEAR_NOT_PROJECTED', { value: wanted, years: years.join(', ') }, ['year']);
      const run = runs.get(wanted) ?? engine.project(counties, scenario, wanted);
      runs.set(wanted, run);
      run.catch(() => runs.delete(wanted));
      const { villages: outcomes, ...rest } = await run;
      return { ...rest, villages: async () => outcomes };
    },
    villages: async () => villages,
    parkOf: (code) => parks.get(code)!,
  };
}

/** A plan for a year that is not projected changes nothing, which its author would want to know. */
export const unusedPlans = ({ growth }: Pick<Scenario, 'growth'>, years: readonly number[]): Problem[] =>
  growth
    .filter(({ year }) => year !== undefined && !years.includes(year))
    .map(({ mode, year }) => {
      const { zh: modeZh, en: modeEn } = MODE_WORDS[mode];
      return new Problem('PLAN_NOT_USED', { modeZh, modeEn, value: year, years: years.join(', ') });
    });
