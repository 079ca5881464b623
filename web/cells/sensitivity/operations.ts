import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { ESTIMATE } from '../../api/fragments.js';
import type { Estimate } from '../../api/operations.js';

/** How the values of an assumption are read: a fraction, log points, the month 202106, a number of months, a plain number. */
export type AssumptionUnit = 'SHARE' | 'LOG' | 'MONTH' | 'MONTHS' | 'NUMBER';

export interface SensitivityBar {
  readonly assumption: string;
  readonly label: string;
  readonly unit: AssumptionUnit;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where low and high come from, in words. */
  readonly basis: string;
  readonly expectedReachingLow: Estimate;
  readonly expectedReachingHigh: Estimate;
  readonly differenceLow: Estimate;
  readonly differenceHigh: Estimate;
  readonly swing: Estimate;
  readonly matters: boolean;
}

export interface Sensitivity {
  readonly year: number;
  readonly trials: number;
  readonly base: Estimate;
  /** Largest swing first. */
  readonly bars: readonly SensitivityBar[];
}

/** What each assumption does to the expected number of villages that reach. */
export const sensitivity = (scenario: ScenarioSpec, year: number | null): Request<{ sensitivity: Sensitivity }> => ({
  query: `query Sensitivity($scenario: ScenarioInput!, $year: Int) {
    sensitivity(scenario: $scenario, year: $year) {
      year trials base ${ESTIMATE}
      bars {
        assumption label unit value low high basis matters
        expectedReachingLow ${ESTIMATE} expectedReachingHigh ${ESTIMATE} differenceLow ${ESTIMATE} differenceHigh ${ESTIMATE} swing ${ESTIMATE}
      }
    }
  }`,
  variables: { scenario, year },
});
