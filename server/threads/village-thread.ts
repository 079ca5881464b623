import { setImmediate } from 'node:timers/promises';
import { projectingCounty, type CountyYear } from '../allocation/county-projection.js';
import { villageShare } from '../projection/village-share.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';
import { KeptDraws } from './kept-draws.js';
import { CountyReading, type SharedCounty } from './shared-county.js';

/** A share of a scenario's villages in one projected year (0 is year 1). */
export interface VillageShareTask {
  readonly counties: readonly SharedCounty[];
  readonly scenario: Scenario;
  readonly grants: readonly ListedGrant[];
  readonly year: number;
  readonly share: { readonly index: number; readonly of: number };
}

/** A thread works this long at a time, milliseconds; then others who wait get their turn. */
const TURN = 10;

const counties = new CountyReading();
const kept = new KeptDraws();

/** Projects a share of the villages on the thread that loads this module. */
export default function projectShare({ counties: shared, scenario, grants, year, share }: VillageShareTask): Promise<CountyYear[]> {
  return kept.with(scenario, share.of, async (draws) => {
    const results: CountyYear[] = [];
    let turnBegan = performance.now();
    for (const county of shared) {
      const asked = [{ grants, years: [year] }];
      const work = projectingCounty(counties.read(county), scenario, asked, draws, villageShare(share.index, share.of));
      let step = work.next();
      for (; !step.done; step = work.next()) {
        if (performance.now() - turnBegan < TURN) continue;
        await setImmediate();
        turnBegan = performance.now();
      }
      results.push(...step.value);
    }
    return results;
  });
}
