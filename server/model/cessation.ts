import { MODES } from '../base/vocabulary.js';
import type { ModelDefaults } from '../scenario/defaults.js';
import { modeIndex } from './growth.js';
import type { Stream } from './panel.js';

/** How streams of each mode come to an end (model, sections 2 and 3). */
export interface Cessation {
  /** q[m]: probability that a paying stream pays nothing from the next year on. */
  readonly yearly: Float64Array;
  /** How many stream-years that rests on, the prior's among them. */
  readonly streamYears: Float64Array;
  /** Probability that a paying stream-year had paid nothing by month k; NaN where k = 0. */
  readonly silent: Float64Array;
}

export function measureCessation(streams: readonly Stream[], closedMonths: number, defaults: ModelDefaults): Cessation {
  const followed = new Float64Array(MODES.length);
  const ceased = new Float64Array(MODES.length);
  const paying = new Float64Array(MODES.length);
  const silent = new Float64Array(MODES.length);
  for (const stream of streams) {
    const mode = modeIndex(stream);
    stream.income.forEach((income, year) => {
      if (!(income > 0)) return;
      paying[mode]! += 1;
      if (!(stream.early[year]! > 0)) silent[mode]! += 1;
      if (year + 1 >= stream.income.length) return;
      followed[mode]! += 1;
      if (!(stream.income[year + 1]! > 0)) ceased[mode]! += 1;
    });
  }
  const streamYears = followed.map((years) => defaults.cessationPriorYears + years);
  return {
    yearly: ceased.map((times, mode) => (defaults.cessationPriorEvents + times) / streamYears[mode]!),
    streamYears,
    silent: silent.map((times, mode) => (closedMonths > 0 ? (0.5 + times) / (1 + paying[mode]!) : NaN)),
  };
}
