import type { Objective } from '../../../server/scenario/allocation-rule.js';
import { OBJECTIVE_WORDS } from '../../../server/scenario/objective-words.js';
import type { Format } from '../../i18n/format.js';
import type { Voice } from '../../i18n/voice.js';
import type { AllocationWords } from './words.js';

/** In what an objective's values are told. */
export interface Measure {
  /** What is counted, in words: 预计达标的村. */
  readonly name: string;
  readonly unit: string;
  /** What one of the unit is in the API's values: 0.01 for percentage points. */
  readonly one: number;
  /** A value with its unit: 83.1 村. */
  text(value: number): string;
  /** A difference or an error that small with its unit, with the digits that it needs. */
  small(value: number): string;
}

/** What an objective is called. */
export const objectiveName = (objective: Objective, { language }: Format): string =>
  OBJECTIVE_WORDS[objective][language === 'en' ? 'en' : 'zh'];

/** Of LEAST_BUDGET the villages that have the chance: what is spent for them is told as money. */
export function measureOf(objective: Objective, { words, format }: Voice<AllocationWords>): Measure {
  const name = words.measures[objective];
  switch (objective) {
    case 'SHORTFALL':
      return { name, unit: format.moneyName, one: format.yuanPerUnit, text: format.money, small: format.money };
    case 'MAXIMIN':
      return {
        name,
        unit: '%',
        one: 0.01,
        text: format.chance,
        small: (value) => words.points(format.count(100 * value, 2)),
      };
    default: {
      const unit = objective === 'WEIGHTED' ? words.weightedUnit : words.villageUnit;
      return {
        name,
        unit,
        one: 1,
        text: (value) => `${format.count(value, 1)} ${unit}`,
        small: (value) => `${format.count(value, 2)} ${unit}`,
      };
    }
  }
}
