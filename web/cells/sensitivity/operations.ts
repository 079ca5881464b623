import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { ESTIMATE } from '../../api/fragments.js';
import { jobRequest, type JobRequest } from '../../api/job-request.js';
import type { Estimate } from '../../api/operations.js';
import type { PoliciesAsked } from '../policies-asked.js';

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
export const sensitivity = (scenario: ScenarioSpec, year: number | null): JobRequest<{ sensitivity: Sensitivity }> =>
  jobRequest({
    name: 'sensitivity',
    types: { scenario: 'ScenarioInput!', year: 'Int' },
    variables: { scenario, year },
    answer: `{
      year trials base ${ESTIMATE}
      bars {
        assumption label unit value low high basis matters
        expectedReachingLow ${ESTIMATE} expectedReachingHigh ${ESTIMATE} differenceLow ${ESTIMATE} differenceHigh ${ESTIMATE} swing ${ESTIMATE}
      }
    }`,
  });

/** One side of a two-way table. */
export interface SensitivityAxis {
  readonly assumption: string;
  readonly label: string;
  readonly unit: AssumptionUnit;
  /** What the scenario assumes. */
  readonly value: number;
  /** Ascending. */
  readonly values: readonly number[];
}

export interface SensitivityTable {
  readonly year: number;
  readonly trials: number;
  /** With both as the scenario assumes. */
  readonly base: Estimate;
  readonly rows: SensitivityAxis;
  readonly columns: SensitivityAxis;
  /** Row by row. */
  readonly cells: readonly (readonly { readonly expectedReaching: Estimate }[])[];
}

/** How many villages reach for every pair of values of two assumptions, by their names. */
export const sensitivityTable = (
  scenario: ScenarioSpec,
  { rows, columns, year }: { readonly rows: string; readonly columns: string; readonly year: number | null },
): JobRequest<{ sensitivityTable: SensitivityTable }> =>
  jobRequest({
    name: 'sensitivityTable',
    types: { scenario: 'ScenarioInput!', rows: 'SensitivitySideInput!', columns: 'SensitivitySideInput!', year: 'Int' },
    variables: { scenario, rows: { assumption: rows }, columns: { assumption: columns }, year },
    answer: `{
      year trials base ${ESTIMATE}
      rows { assumption label unit value values } columns { assumption label unit value values }
      cells { expectedReaching ${ESTIMATE} }
    }`,
  });

/** What it would be worth to know an assumption before the money is given. */
export interface KnownAssumption {
  readonly assumption: string;
  readonly label: string;
  readonly unit: AssumptionUnit;
  readonly low: number;
  readonly high: number;
  readonly villages: Estimate;
  /** Yuan. */
  readonly worth: number | null;
  readonly worthLow: number | null;
  readonly worthHigh: number | null;
  readonly atLow: ChosenPlan;
  readonly atHigh: ChosenPlan;
}

/** The plan that one would choose if it were known, and how many villages more it reaches there. */
export interface ChosenPlan {
  readonly label: string;
  /** Whether it is decided anew with that knowledge. */
  readonly anew: boolean;
  readonly gain: Estimate;
}

export interface ValueOfInformation {
  readonly year: number;
  readonly trials: number;
  /** Yuan. */
  readonly budget: number;
  /** The most valuable first. */
  readonly assumptions: readonly KnownAssumption[];
}

/** What the assumptions that matter most would be worth knowing, where one budget is to be shared out. */
export const valueOfInformation = (
  { scenario, input }: PoliciesAsked,
  year: number | null,
): JobRequest<{ valueOfInformation: ValueOfInformation }> =>
  jobRequest({
    name: 'valueOfInformation',
    types: { scenario: 'ScenarioInput!', input: 'PolicyComparisonInput!', year: 'Int' },
    variables: { scenario, input, year },
    answer: `{
      year trials budget
      assumptions {
        assumption label unit low high villages ${ESTIMATE} worth worthLow worthHigh
        atLow { label anew gain ${ESTIMATE} } atHigh { label anew gain ${ESTIMATE} }
      }
    }`,
  });
