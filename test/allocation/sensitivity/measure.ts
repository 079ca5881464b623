import type { Comparable } from '../../../server/allocation/comparison-checks.js';
import { measuringSensitivity, type Sensitivity, type SensitivityRequest } from '../../../server/allocation/sensitivity/sensitivity.js';
import { Draws } from '../../../server/projection/draws.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { comparable, sampleCounty, SHED } from '../compare.js';

export const TRIALS = 400;

/** Money for two villages, half of the plan attained, a park that is placed in. */
export const WRITTEN: ScenarioSpec = {
  trials: TRIALS,
  horizon: 2,
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [SHED, { code: 'STY', mode: 'INDUSTRY', park: 'P1' }, { code: 'UNUSED', mode: 'TOURISM' }],
  policy: {
    list: [
      { village: '451026100201', amount: 300_000, option: 'SHED' },
      { village: '451026100204', amount: 200_000, option: 'STY' },
    ],
  },
};

/** The running year is open: payment times and the posterior play a part. */
export const base = (written: ScenarioSpec = WRITTEN): Comparable => comparable(sampleCounty(false), written);

/** Runs work to its end. */
export function finished<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

export const drawsFor = ({ scenario }: Comparable): Draws => new Draws(scenario.seed, scenario.trials);

export const measure = (request: SensitivityRequest): Sensitivity => finished(measuringSensitivity(request, drawsFor(request.base)));
