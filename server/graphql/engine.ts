import { LRUCache } from 'lru-cache';
import { ScenarioProjection } from '../allocation/scenario-projection.js';
import type { Problem } from '../base/errors/problem.js';
import { loadKernelModule } from '../base/kernel-module.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';
import type { ScopeOutcome, VillageOutcome } from '../projection/summary.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import type { FittedCountyView } from './county-fits.js';

/** What a scenario comes to in one projected year. */
export interface ProjectedYear {
  readonly year: number;
  readonly outcome: ScopeOutcome;
  /** In ascending order of code. */
  readonly villages: readonly VillageOutcome[];
  readonly grants: readonly ListedGrant[];
}

/** What is known of a projection before a single random number is drawn. */
export interface ProjectionOutline {
  readonly years: readonly number[];
  readonly warnings: readonly Problem[];
}

/** Random numbers kept for scenarios that share seed and trials: a slider moved draws nothing anew. */
const MOST_DRAWS = 2;

/**
 * Runs the engine. The only place that does: plain values go in and come out, so that it can move to another thread.
 * Results hold no random numbers, or every kept result would hold hundreds of megabytes.
 */
export class Engine {
  readonly #kernel = loadKernelModule();
  readonly #draws = new LRUCache<string, Draws>({ max: MOST_DRAWS });

  /** @throws Problem YEARS_DIFFER */
  outline(counties: readonly FittedCountyView[], scenario: Scenario): ProjectionOutline {
    const { years, warnings } = new ScenarioProjection(counties, scenario, this.#drawsFor(scenario));
    return { years, warnings };
  }

  async project(counties: readonly FittedCountyView[], scenario: Scenario, year: number): Promise<ProjectedYear> {
    const projection = new ScenarioProjection(counties, scenario, this.#drawsFor(scenario));
    return { year, outcome: projection.outcome(year), villages: projection.villages(year), grants: projection.grants(year) };
  }

  #drawsFor({ seed, trials }: Scenario): Draws {
    const key = `${seed} ${trials}`;
    const kept = this.#draws.get(key) ?? new Draws(seed, trials, { arithmetic: new WasmArithmetic(this.#kernel, roomForDraws(trials)) });
    this.#draws.set(key, kept);
    return kept;
  }
}
