import type { SensitivityTable, TableSide } from '../allocation/sensitivity/sensitivity-table.js';
import type { Sensitivity } from '../allocation/sensitivity/sensitivity.js';
import type { AskedRange } from '../allocation/sensitivity/varied-assumptions.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { checkCounts } from './check-counts.js';
import type { RequestContext } from './context.js';
import type { Engine } from './engine.js';
import { ScenarioResults, type ResultSource } from './scenario-results.js';
import type { Workspace } from './workspace.js';

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

export type SensitivityView = Sensitivity & ResultSource;
export type SensitivityTableView = SensitivityTable & ResultSource;

/** Moves the assumptions of scenarios. */
export class Sensitivities {
  readonly #bars: ScenarioResults<Sensitivity>;
  readonly #tables: ScenarioResults<SensitivityTable>;

  constructor(
    workspace: Workspace,
    private readonly engine: Engine,
  ) {
    this.#bars = new ScenarioResults(workspace);
    this.#tables = new ScenarioResults(workspace);
  }

  /** @throws Problems, Problem what is wrong with the scenario, the year, a name or a range */
  measure(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, year, ranges, only }: SensitivityAsked,
  ): Promise<SensitivityView> {
    return this.#bars.of(context, scenario, [year, ranges, only], (ready) => {
      const asked = { year: year ?? undefined, ranges, only: only ?? undefined };
      checkCounts('sensitivity', asked, ready);
      return this.engine.sensitivity({ base: ready.base, ...asked });
    });
  }

  /** @throws Problems, Problem what is wrong with the scenario, the year, a name or a value */
  tabulate(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, year, rows, columns }: SensitivityTableAsked,
  ): Promise<SensitivityTableView> {
    return this.#tables.of(context, scenario, [year, rows, columns], (ready) => {
      const asked = { year: year ?? undefined, rows, columns };
      checkCounts('sensitivityTable', asked, ready);
      return this.engine.sensitivityTable({ base: ready.base, ...asked });
    });
  }
}
