import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import type { CountyRecord } from '../../server/base/county.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import type { Month } from '../../server/base/month.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import { PlainArithmetic } from '../../server/projection/kernel/plain-arithmetic.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import type { FittedCounty } from '../../server/projection/project-county.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

export const TRIALS = 10_000;
export const CASE = 'test/fixtures/reference/cases/demonstration';

/** The demonstration county: 130 villages, three projected years, the running one with five closed months. */
export const demonstration = (): CountyRecord => readCase(CASE).county;

export const fitted = (record: CountyRecord, asOf: Month = record.asOf!): FittedCounty => ({
  record,
  fit: fitCounty(record, { asOf, defaults: scenarioOf({ county: record, scenarios: [] }, {}).defaults }),
});

/** Projects a county in one go on this thread, all that a year's answer asks. */
export function project(county: FittedCounty, draws: Draws, spec: ScenarioSpec = {}): ScenarioProjection {
  const scenario = scenarioOf({ county: county.record, scenarios: [] }, { trials: TRIALS, seed: draws.seed, ...spec });
  const projection = new ScenarioProjection([county], scenario, draws);
  projection.villages();
  return projection;
}

const kernel = loadKernelModule();
export const compiled = (seed: number): Draws => new Draws(seed, TRIALS, { arithmetic: new WasmArithmetic(kernel, roomForDraws(TRIALS)) });
export const plain = (seed: number): Draws => new Draws(seed, TRIALS, { arithmetic: new PlainArithmetic() });
