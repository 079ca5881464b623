import { LRUCache } from 'lru-cache';
import type { Comparable } from '../allocation/comparison-checks.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { MOST_TABLE_VALUES, type SensitivityTable, type TableSide } from '../allocation/sensitivity/sensitivity-table.js';
import { countsOfSensitivity, type Sensitivity } from '../allocation/sensitivity/sensitivity.js';
import { variedAssumptions, type AskedRange } from '../allocation/sensitivity/varied-assumptions.js';
import { Problem } from '../base/errors/problem.js';
import { contentHash } from '../base/hashing.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { checkWork, numbersOf } from './projections.js';
import { readScenario } from './read-scenario.js';
import type { Workspace } from './workspace.js';

/** Projections × villages × years × trials of one request: about half a minute of one core. */
const MOST_COUNTED = 1_000_000_000;
/** Results kept. */
const MOST_KEPT = 32;

export interface SensitivityAsked {
  readonly scenario: ScenarioSpec;
  /** Null: the last projected one. */
  readonly year: number | null;
  readonly ranges: readonly AskedRange[];
  /** Names of the assumptions wanted; null: all. */
  readonly only: readonly string[] | null;
}

export interface SensitivityTableAsked {
  readonly scenario: ScenarioSpec;
  /** Null: the last projected one. */
  readonly year: number | null;
  readonly rows: TableSide;
  readonly columns: TableSide;
}

/** What a result was computed from. */
export interface SensitivitySource {
  readonly seed: number;
  readonly dataVersion: string;
  readonly engineVersion: string;
}

export type SensitivityView = Sensitivity & SensitivitySource;
export type SensitivityTableView = SensitivityTable & SensitivitySource;

/** Moves the assumptions of scenarios, keeps the results, and lets equal requests that come at the same time share one computation. */
export class Sensitivities {
  readonly #bars = new LRUCache<string, Promise<SensitivityView>>({ max: MOST_KEPT });
  readonly #tables = new LRUCache<string, Promise<SensitivityTableView>>({ max: MOST_KEPT });

  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /** @throws Problems, Problem what is wrong with the scenario, the year, a name or a range */
  measure(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, year, ranges, only }: SensitivityAsked,
  ): Promise<SensitivityView> {
    return this.#kept(this.#bars, context, scenario, [year, ranges, only], (base, villages) => {
      checkCounts(countsOfSensitivity(only?.length ?? variedAssumptions(base).length), { base, villages });
      return this.engine.sensitivity({ base, year: year ?? undefined, ranges, only: only ?? undefined });
    });
  }

  /** @throws Problems, Problem what is wrong with the scenario, the year, a name or a value */
  tabulate(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, year, rows, columns }: SensitivityTableAsked,
  ): Promise<SensitivityTableView> {
    return this.#kept(this.#tables, context, scenario, [year, rows, columns], (base, villages) => {
      const values = ({ values: asked }: TableSide) => Math.min(asked?.length ?? 5, MOST_TABLE_VALUES);
      checkCounts(1 + values(rows) * values(columns), { base, villages });
      return this.engine.sensitivityTable({ base, year: year ?? undefined, rows, columns });
    });
  }

  async #kept<Result>(
    cache: LRUCache<string, Promise<Result & SensitivitySource>>,
    context: Pick<RequestContext, 'loaders' | 'language'>,
    spec: ScenarioSpec,
    asked: unknown,
    compute: (base: Comparable, villages: number) => Promise<Result>,
  ): Promise<Result & SensitivitySource> {
    const { scenario, counties, villages } = await readScenario(context, spec, ['scenario']);
    checkWork(villages, scenario, ['scenario']);
    const revisions = counties.map(({ code, revision }) => [code, revision]);
    const key = contentHash(JSON.stringify([ENGINE_VERSION, numbersOf(scenario), revisions, asked]));
    let result = cache.get(key);
    if (!result) {
      result = this.#base(scenario, counties).then(async ({ base, dataVersion }) => ({
        ...(await compute(base, villages)),
        seed: scenario.seed,
        dataVersion,
        engineVersion: ENGINE_VERSION,
      }));
      cache.set(key, result);
      result.catch(() => cache.delete(key));
    }
    return result;
  }

  async #base(scenario: Scenario, counties: Parameters<typeof fitCounties>[1]): Promise<{ base: Comparable; dataVersion: string }> {
    const { asOf, defaults } = scenario;
    const fitted = await fitCounties(this.workspace, counties, { asOf, defaults, path: ['scenario', 'asOf'] });
    return { base: { scenario, counties: fitted }, dataVersion: dataVersionOf(fitted) };
  }
}

/** @throws Problem SENSITIVITY_TOO_LARGE */
function checkCounts(counts: number, { base: { scenario }, villages }: { readonly base: Comparable; readonly villages: number }): void {
  const { horizon, trials } = scenario;
  if (counts * villages * horizon * trials > MOST_COUNTED) {
    throw new Problem('SENSITIVITY_TOO_LARGE', { counts, villages, years: horizon, trials, most: MOST_COUNTED }, ['scenario', 'trials']);
  }
}
