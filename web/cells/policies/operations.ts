import { ESTIMATE } from '../../api/fragments.js';
import { jobRequest, type JobRequest } from '../../api/job-request.js';
import type { Estimate } from '../../api/operations.js';
import type { PoliciesAsked, PolicyKind } from '../policies-asked.js';

export interface TownshipShare {
  readonly township: { readonly code: string; readonly name: string };
  readonly villageCount: number;
  readonly funded: number;
  /** Yuan. */
  readonly cost: number;
  readonly expectedReaching: Estimate;
}

export interface ComparedPolicy {
  readonly kind: PolicyKind;
  readonly label: string;
  readonly cost: number;
  /** False for a policy that gives without looking at the budget, and gives more. */
  readonly withinBudget: boolean;
  readonly funded: number;
  /** On draws that had no part in choosing the plan. */
  readonly freshReaching: Estimate;
  readonly chanceAll: Estimate;
  readonly lowest: { readonly village: { readonly name: string }; readonly chance: Estimate };
  readonly giniOfChances: Estimate;
  readonly townships: readonly TownshipShare[];
  readonly difference: {
    readonly freshReaching: Estimate;
    readonly chanceBetter: number;
    readonly costPerExtraVillage: number | null;
    readonly costPerExtraVillageLow: number | null;
    readonly costPerExtraVillageHigh: number | null;
    readonly gainingCount: number;
    readonly losingCount: number;
  };
}

export interface PolicyComparison {
  readonly year: number;
  readonly trials: number;
  readonly budget: number;
  readonly baseline: PolicyKind;
  readonly policies: readonly ComparedPolicy[];
}

/** One budget by several policies side by side. */
export const policyComparison = (
  { scenario, input }: PoliciesAsked,
  year: number | null,
): JobRequest<{ policyComparison: PolicyComparison }> =>
  jobRequest({
    name: 'policyComparison',
    types: { scenario: 'ScenarioInput!', input: 'PolicyComparisonInput!', year: 'Int' },
    variables: { scenario, input, year },
    answer: `{
      year trials budget baseline
      policies {
        kind label cost withinBudget funded freshReaching ${ESTIMATE} chanceAll ${ESTIMATE}
        lowest { village { name } chance ${ESTIMATE} } giniOfChances ${ESTIMATE}
        townships { township { code name } villageCount funded cost expectedReaching ${ESTIMATE} }
        difference {
          freshReaching ${ESTIMATE} chanceBetter costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh gainingCount losingCount
        }
      }
    }`,
  });
