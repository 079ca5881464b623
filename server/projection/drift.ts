import type { Mode } from '../base/vocabulary.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit, StreamFit } from '../model/fit.js';
import type { PlannedGrowth } from '../scenario/scenario.js';

/** What a scenario plans for a mode in one projected year: a growth rate and how far it is attained. */
export interface ModePlan {
  readonly rate: number;
  /** ω: 0 is the trend, 1 the plan. */
  readonly weight: number;
}

const TREND: ModePlan = { rate: 0, weight: 0 };

/** The plan of a mode in a calendar year; an entry for the year wins over one for every year. */
export function planFor(growth: readonly PlannedGrowth[], mode: Mode, year: number): ModePlan {
  const ofMode = growth.filter((plan) => plan.mode === mode);
  return ofMode.find((plan) => plan.year === year) ?? ofMode.find((plan) => plan.year === undefined) ?? TREND;
}

/** ½ of the variance of a year's growth of a stream: what the mean of its exponential exceeds that of its logarithm by. */
function halfGrowthVariance(fit: CountyFit, park: boolean, scale: number): number {
  return (fit.countyVariance + fit.modeVariance + (park ? fit.parkVariance : 0) + scale * fit.permanentVariance) / 2;
}

/** Drift of a stream in a projected year under a plan (model, section 3). */
export function driftOf(fit: CountyFit, streamFit: StreamFit, plan: ModePlan): number {
  const mode = fit.modes[MODES.indexOf(streamFit.stream.mode)]!;
  const planned =
    Math.log(1 + plan.rate) - halfGrowthVariance(fit, streamFit.stream.park !== null, streamFit.scale) - Math.log(1 - mode.cessation);
  return (1 - plan.weight) * mode.drift + plan.weight * planned;
}

/** Trend, plan and their blend of a mode, as people read growth: the expected yearly growth of a typical stream. */
export interface ExpectedGrowth {
  readonly trend: number;
  readonly plan: number;
  readonly blend: number;
}

/** Expected yearly growth, exp(drift + ½ variance)·(1−q) − 1, of a stream of scale 1 outside parks (model, section 3). */
export function expectedGrowth(fit: CountyFit, mode: Mode, plan: ModePlan): ExpectedGrowth {
  const { drift, cessation } = fit.modes[MODES.indexOf(mode)]!;
  const half = halfGrowthVariance(fit, false, 1);
  const shown = (log: number) => Math.exp(log + half) * (1 - cessation) - 1;
  const planned = Math.log(1 + plan.rate) - half - Math.log(1 - cessation);
  return { trend: shown(drift), plan: plan.rate, blend: shown((1 - plan.weight) * drift + plan.weight * planned) };
}
