import { LRUCache } from 'lru-cache';
import type { Comparable } from '../allocation/comparison-checks.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { contentHash } from '../base/hashing.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties } from './county-fits.js';
import { villagesByCode } from './present/village.js';
import { checkWork, numbersOf } from './projections.js';
import { readScenario } from './read-scenario.js';
import type { Village } from './types/village.js';
import type { Workspace } from './workspace.js';

/** Results kept. */
const MOST_KEPT = 32;

/** What a result was computed from. */
export interface ResultSource {
  readonly seed: number;
  readonly dataVersion: string;
  readonly engineVersion: string;
  /** Villages in scope. */
  readonly villages: number;
  villageOf(code: string): Village;
}

/** A scenario ready to compute with. */
export interface ReadyScenario {
  readonly base: Comparable;
  /** Villages in scope. */
  readonly villages: number;
}

/** Results that rest on one scenario and on what was asked of it: kept, and shared by equal requests that come at the same time. */
export class ScenarioResults<Result extends object> {
  readonly #kept = new LRUCache<string, Promise<Result & ResultSource>>({ max: MOST_KEPT });

  constructor(private readonly workspace: Workspace) {}

  /**
   * @param asked everything but the scenario that the result depends on
   * @throws Problems, Problem what is wrong with the scenario, or why it cannot be computed with
   */
  async of(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    spec: ScenarioSpec,
    asked: unknown,
    compute: (ready: ReadyScenario) => Promise<Result>,
  ): Promise<Result & ResultSource> {
    const { scenario, counties, villages } = await readScenario(context, spec, ['scenario']);
    checkWork(villages, scenario, ['scenario']);
    const revisions = counties.map(({ code, revision }) => [code, revision]);
    const key = contentHash(JSON.stringify([ENGINE_VERSION, numbersOf(scenario), revisions, asked]));
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const { asOf, defaults, seed } = scenario;
    const result = fitCounties(this.workspace, counties, { asOf, defaults, path: ['scenario', 'asOf'] }).then(async (fitted) => {
      const byCode = new Map(fitted.flatMap(({ record }) => [...villagesByCode(record.villages)]));
      const source = { seed, dataVersion: dataVersionOf(fitted), engineVersion: ENGINE_VERSION, villages };
      const computed = await compute({ base: { scenario, counties: fitted }, villages });
      return { ...computed, ...source, villageOf: (code: string) => byCode.get(code)! };
    });
    this.#kept.set(key, result);
    result.catch(() => this.#kept.delete(key));
    return result;
  }
}
