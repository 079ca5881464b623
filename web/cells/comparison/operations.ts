import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { ESTIMATE } from '../../api/fragments.js';
import { jobRequest, type JobRequest } from '../../api/job-request.js';
import type { Estimate } from '../../api/operations.js';

export interface Mover {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly name: string } };
  readonly before: number;
  readonly after: number;
  readonly standardError: number;
}

export interface ScenarioDifference {
  /** Position of the scenario among those compared. */
  readonly scenario: number;
  readonly expectedReaching: Estimate;
  readonly chanceBetter: number;
  readonly chanceEqual: number;
  readonly chanceWorse: number;
  readonly costPerExtraVillage: number | null;
  readonly costPerExtraVillageLow: number | null;
  readonly costPerExtraVillageHigh: number | null;
  readonly movers: readonly Mover[];
}

export interface Comparison {
  readonly year: number;
  readonly trials: number;
  readonly settled: boolean;
  readonly scenarios: readonly { readonly name: string; readonly cost: number; readonly expectedReaching: Estimate }[];
  readonly differences: readonly ScenarioDifference[];
}

/** Scenarios on the same draws, the first one the baseline. */
export const comparison = (scenarios: readonly ScenarioSpec[], year: number | null): JobRequest<{ comparison: Comparison }> =>
  jobRequest({
    name: 'comparison',
    types: { scenarios: '[ScenarioInput!]!', year: 'Int' },
    variables: { scenarios, year },
    answer: `{
      year trials settled scenarios { name cost expectedReaching ${ESTIMATE} }
      differences {
        scenario expectedReaching ${ESTIMATE} chanceBetter chanceEqual chanceWorse
        costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh
        movers(first: 10) { village { code name township { name } } before after standardError }
      }
    }`,
  });
