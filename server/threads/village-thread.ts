import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { projectingCounty, type CountyYear } from '../allocation/county-projection.js';
import { loadKernelModule } from '../base/kernel-module.js';
import { Draws, roomForDraws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';
import { villageShare } from '../projection/village-share.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { CountyReading, type SharedCounty } from './shared-county.js';

/** A share of a scenario's villages in one projected year (0 is year 1). */
export interface VillageShareTask {
  readonly counties: readonly SharedCounty[];
  readonly scenario: Scenario;
  readonly grants: readonly ListedGrant[];
  readonly year: number;
  readonly share: { readonly index: number; readonly of: number };
}

/** Random numbers kept, each for a seed and a number of trials: a slider moved draws nothing anew. */
const MOST_DRAWS = 2;
/** A thread works this long at a time, milliseconds; then others who wait get their turn. */
const TURN = 10;

const kernel = loadKernelModule();
const counties = new CountyReading();
const draws = new LRUCache<string, Draws>({ max: MOST_DRAWS });

function drawsFor({ seed, trials }: Scenario, threads: number): Draws {
  const key = `${seed} ${trials}`;
  const kept = draws.get(key) ?? new Draws(seed, trials, { arithmetic: new WasmArithmetic(kernel, roomForDraws(trials, threads)) });
  draws.set(key, kept);
  return kept;
}

/** Projects a share of the villages on the thread that loads this module. */
export default async function projectShare({ counties: shared, scenario, grants, year, share }: VillageShareTask): Promise<CountyYear[]> {
  const own = drawsFor(scenario, share.of);
  const results: CountyYear[] = [];
  let turnBegan = performance.now();
  for (const county of shared) {
    const asked = [{ grants, years: [year] }];
    const work = projectingCounty(counties.read(county), scenario, asked, own, villageShare(share.index, share.of));
    let step = work.next();
    for (; !step.done; step = work.next()) {
      if (performance.now() - turnBegan < TURN) continue;
      await setImmediate();
      turnBegan = performance.now();
    }
    results.push(...step.value);
  }
  return results;
}
