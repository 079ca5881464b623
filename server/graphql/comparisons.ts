import { LRUCache } from 'lru-cache';
import { checkComparedCount } from '../allocation/comparison-checks.js';
import { defaultMostTrials, type Comparison } from '../allocation/comparison.js';
import { ENGINE_VERSION } from '../allocation/scenario-projection.js';
import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { contentHash } from '../base/hashing.js';
import { SCENARIO_RANGES } from '../scenario/ranges.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { RequestContext } from './context.js';
import { dataVersionOf, fitCounties } from './county-fits.js';
import type { Engine } from './engine.js';
import { villagesByCode } from './present/village.js';
import { MOST_WORK, numbersOf } from './projections.js';
import { readScenario, type ScenarioRead } from './read-scenario.js';
import { checkVillageCount } from './scope.js';
import type { Village } from './types/village.js';
import type { Workspace } from './workspace.js';

/** Results kept. */
const MOST_KEPT = 32;

export interface ComparisonAsked {
  readonly scenarios: readonly ScenarioSpec[];
  /** Position of the baseline. */
  readonly baseline: number;
  readonly year: number | null;
  /** Where sampling ends at the latest; null: by default. */
  readonly mostTrials: number | null;
}

/** A comparison with what it was computed from. */
export interface ComparisonView extends Comparison {
  readonly seed: number;
  readonly dataVersion: string;
  readonly engineVersion: string;
  villageOf(code: string): Village;
}

type Computed = Omit<ComparisonView, 'engineVersion' | 'seed'>;

/** Compares scenarios, keeps the results, and lets equal requests that come at the same time share one computation. */
export class Comparisons {
  readonly #kept = new LRUCache<string, Promise<Computed>>({ max: MOST_KEPT });

  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
  ) {}

  /** @throws Problems, Problem what is wrong with the scenarios, or why they cannot be compared */
  async compare(context: Pick<RequestContext, 'loaders' | 'language'>, asked: ComparisonAsked): Promise<ComparisonView> {
    const { baseline, year } = asked;
    checkComparedCount(asked.scenarios.length, baseline);
    const read = await readCompared(context, asked);
    const mostTrials = checkTrials(read, asked);
    const key = contentHash(
      JSON.stringify([
        ENGINE_VERSION,
        [baseline, year, mostTrials],
        read.map(({ scenario, counties }) => [numbersOf(scenario), counties.map(({ code, revision }) => [code, revision])]),
      ]),
    );
    let computed = this.#kept.get(key);
    if (!computed) {
      computed = this.#compute(read, { baseline, year: year ?? undefined, mostTrials });
      this.#kept.set(key, computed);
      computed.catch(() => this.#kept.delete(key));
    }
    const kept = await computed;
    // Names are words, not numbers: the same comparison under other names is the same.
    const scenarios = kept.scenarios.map((scenario, s) => ({ ...scenario, name: read[s]!.scenario.name }));
    return { ...kept, scenarios, seed: read[baseline]!.scenario.seed, engineVersion: ENGINE_VERSION };
  }

  async #compute(
    read: readonly ScenarioRead[],
    request: { readonly baseline: number; readonly year: number | undefined; readonly mostTrials: number },
  ): Promise<Computed> {
    const compared = [];
    for (const [index, { scenario, counties }] of read.entries()) {
      const path = ['scenarios', String(index), 'asOf'];
      compared.push({
        scenario,
        counties: await fitCounties(this.workspace, counties, { asOf: scenario.asOf, defaults: scenario.defaults, path }),
      });
    }
    const { counties } = compared[request.baseline]!;
    const villages = new Map(counties.flatMap(({ record }) => [...villagesByCode(record.villages)]));
    return {
      ...(await this.engine.compare({ compared, ...request })),
      dataVersion: dataVersionOf(counties),
      villageOf: (code) => villages.get(code)!,
    };
  }
}

/**
 * Reads the scenarios to compare; the baseline's seed and trials hold for those that name none.
 * @throws Problems everything that is wrong with them, each naming the scenario by its position
 */
export async function readCompared(
  context: Pick<RequestContext, 'loaders' | 'language'>,
  { scenarios, baseline }: ComparisonAsked,
): Promise<ScenarioRead[]> {
  const { seed, trials } = scenarios[baseline]!;
  const read: ScenarioRead[] = [];
  const problems: Problem[] = [];
  for (const [index, spec] of scenarios.entries()) {
    try {
      read.push(
        await readScenario(context, { ...spec, seed: spec.seed ?? seed, trials: spec.trials ?? trials }, ['scenarios', String(index)]),
      );
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length) throw new Problems(problems);
  return read;
}

/**
 * Refuses more than one request may compute, and tells how far sampling may go.
 * @throws Problem OUT_OF_RANGE, TOO_MANY_VILLAGES, COMPARISON_TOO_LARGE
 */
function checkTrials(read: readonly ScenarioRead[], { baseline, mostTrials }: ComparisonAsked): number {
  checkMostTrials(mostTrials);
  const { trials } = read[baseline]!.scenario;
  read.forEach(({ villages }, index) => checkVillageCount(villages, ['scenarios', String(index), 'scope']));
  const ofOneTrial = read.reduce((sum, { villages, scenario }) => sum + villages * scenario.horizon, 0);
  if (ofOneTrial * trials > MOST_WORK) {
    const { villages, scenario } = read[baseline]!;
    const details = { scenarios: read.length, villages, years: scenario.horizon, trials, most: MOST_WORK };
    throw new Problem('COMPARISON_TOO_LARGE', details, ['scenarios']);
  }
  return Math.min(mostTrials ?? defaultMostTrials(trials), Math.floor(MOST_WORK / Math.max(1, ofOneTrial)));
}

/** @throws Problem OUT_OF_RANGE */
export function checkMostTrials(mostTrials: number | null): void {
  const { least, most } = SCENARIO_RANGES.trials;
  if (mostTrials !== null && (mostTrials < least || mostTrials > most)) {
    throw new Problem('OUT_OF_RANGE', { field: 'mostTrials', value: mostTrials, least, most }, ['mostTrials']);
  }
}
