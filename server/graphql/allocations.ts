import { LRUCache } from 'lru-cache';
import type { Allocation } from '../allocation/optimal/allocate.js';
import { readyToSolve } from '../allocation/optimal/ready-to-solve.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { contentHash } from '../base/hashing.js';
import type { AllocationRule, Objective } from '../scenario/allocation-rule.js';
import type { Scenario } from '../scenario/scenario.js';
import type { AllocationSpec, ScenarioSpec } from '../scenario/spec.js';
import type { CountySummary } from '../store/counties.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { villagesByCode } from './present/village.js';
import { checkWork, numbersOf } from './projections.js';
import { allocationRule, RULE_PLACE } from './questions.js';
import { readScenario } from './read-scenario.js';
import type { Village } from './types/village.js';
import type { Workspace } from './workspace.js';

/** Results kept. */
const MOST_KEPT = 32;

export interface AllocationAsked {
  readonly scenario: ScenarioSpec;
  readonly input: AllocationSpec;
  /** Null: the last projected one. */
  readonly year: number | null;
}

/** An allocation with what it was computed from. */
export interface AllocationView {
  readonly allocation: Allocation;
  readonly objective: Objective;
  readonly year: number;
  readonly seed: number;
  readonly trials: number;
  readonly engineVersion: string;
  readonly dataVersion: string;
  readonly villageOf: (code: string) => Village;
  /** The name of a township. */
  readonly townshipNamed: (code: string) => string;
}

/** Shares money out, keeps the results, and lets equal requests that come at the same time share one computation. */
export class Allocations {
  readonly #kept = new LRUCache<string, Promise<AllocationView>>({ max: MOST_KEPT });

  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /** @throws Problems, Problem what is wrong with the scenario, the input or the year */
  async allocate(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario: spec, input, year }: AllocationAsked,
  ): Promise<AllocationView> {
    const { scenario, counties, villages } = await readScenario(context, spec, ['scenario']);
    checkWork(villages, scenario, ['scenario']);
    const { known } = await context.loaders.state();
    const rule = allocationRule(input, { scenario, known, villages });
    await readyToSolve(rule);
    const revisions = counties.map(({ code, revision }) => [code, revision]);
    const key = contentHash(JSON.stringify([ENGINE_VERSION, numbersOf(scenario), revisions, rule, year]));
    let view = this.#kept.get(key);
    if (!view) {
      view = this.#compute(scenario, counties, rule, year);
      this.#kept.set(key, view);
      view.catch(() => this.#kept.delete(key));
    }
    return view;
  }

  async #compute(
    scenario: Scenario,
    counties: readonly CountySummary[],
    rule: AllocationRule,
    asked: number | null,
  ): Promise<AllocationView> {
    const { asOf, defaults, seed, trials } = scenario;
    const fitted = await fitCounties(this.workspace, counties, { asOf, defaults, path: ['scenario', 'asOf'] });
    const year = asked ?? fitted[0]!.fit.panel.nextYear + scenario.horizon - 1;
    const allocation = await this.engine.allocate(fitted, scenario, { rule, year, place: RULE_PLACE });
    const townships = new Map(fitted.flatMap(({ record }) => record.townships.map(({ code, name }) => [code, name] as const)));
    const byCode = new Map(fitted.flatMap(({ record }) => [...villagesByCode(record.villages)]));
    return {
      allocation,
      objective: rule.objective,
      year,
      seed,
      trials,
      engineVersion: ENGINE_VERSION,
      dataVersion: dataVersionOf(fitted),
      villageOf: (code) => byCode.get(code)!,
      townshipNamed: (code) => townships.get(code) ?? code,
    };
  }
}
