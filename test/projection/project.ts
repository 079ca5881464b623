import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import type { CountyRecord } from '../../server/base/county.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws } from '../../server/projection/draws.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { scenarioOf } from '../reference/comparison.js';

/** Projects a county under a scenario as written. */
export function projectSpec(county: CountyRecord, spec: ScenarioSpec): ScenarioProjection {
  const scenario = scenarioOf({ county, scenarios: [] }, spec);
  const fit = fitCounty(county, { asOf: scenario.asOf ?? county.asOf!, defaults: scenario.defaults });
  return new ScenarioProjection([{ record: county, fit }], scenario, new Draws(scenario.seed, scenario.trials));
}
