import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { ESTIMATE } from '../../api/fragments.js';
import type { Estimate, PercentileBand } from '../../api/operations.js';

export type PlanResult = 'REACHED' | 'MISSED' | 'UNKNOWN';

export interface PlanVillage {
  readonly code: string;
  readonly name: string;
  readonly township: { readonly name: string };
  readonly grant: number;
  readonly target: number;
  readonly chance: number;
  readonly standardError: number;
  readonly income: number;
  readonly result: PlanResult;
}

export interface GroupScore {
  readonly villages: number;
  readonly expected: number;
  readonly expectedOfKnown: number;
  readonly reached: number;
  readonly missed: number;
  readonly unknown: number;
}

export interface PlanYear {
  readonly year: number;
  readonly expectedReaching: Estimate;
  readonly reaching: readonly PercentileBand[];
  readonly expectedIncome: number;
  readonly score: {
    readonly closedMonths: number;
    readonly complete: boolean;
    readonly all: GroupScore;
    readonly funded: GroupScore;
    readonly income: number;
    readonly brier: number | null;
    readonly brierClimatology: number | null;
  };
  readonly villages: { readonly nodes: readonly PlanVillage[] };
}

export interface PlanWithdrawal {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface AdoptedPlan {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly note: string | null;
  readonly adoptedBy: string;
  readonly adoptedAt: string;
  readonly demonstration: boolean;
  readonly withdrawal: PlanWithdrawal | null;
  readonly asOf: string;
  readonly seed: number;
  readonly trials: number;
  readonly dataVersion: string;
  readonly cost: number;
  readonly grants: readonly { readonly village: { readonly code: string } }[];
  readonly years: readonly PlanYear[];
}

/** A plan as it was adopted, and how it came. */
export const adoptedPlan = (id: string): Request<{ adoptedPlan: AdoptedPlan | null }> => ({
  query: `query AdoptedPlan($id: ID!) {
    adoptedPlan(id: $id) {
      id number name note adoptedBy adoptedAt demonstration withdrawal { reason by at } asOf seed trials dataVersion cost grants { village { code } }
      years {
        year expectedReaching ${ESTIMATE} reaching { percentile value } expectedIncome
        score {
          closedMonths complete income brier brierClimatology
          all { villages expected expectedOfKnown reached missed unknown } funded { villages expected expectedOfKnown reached missed unknown }
        }
        villages(first: 1000) { nodes { code name township { name } grant target chance standardError income result } }
      }
    }
  }`,
  variables: { id },
});

export interface PlanLine {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly withdrawal: { readonly at: string } | null;
}

/** The county's plans, the one adopted last first. */
export const adoptedPlans = (county: string): Request<{ adoptedPlans: { nodes: readonly PlanLine[] } }> => ({
  query: `query AdoptedPlans($scope: [ID!]) { adoptedPlans(scope: $scope, first: 100) { nodes { id number name withdrawal { at } } } }`,
  variables: { scope: [county] },
});

export interface Proposal {
  readonly dataVersion: string;
  readonly trials: number;
  readonly outcome: { readonly expectedReaching: Estimate };
  readonly grants: readonly { readonly amount: number }[];
}

/** What would be adopted: grants and outcome of a scenario in one year. */
export const proposal = (scenario: ScenarioSpec, year: number | null): Request<{ projection: Proposal }> => ({
  query: `query Proposal($scenario: ScenarioInput!, $year: Int) {
    projection(scenario: $scenario) { dataVersion trials outcome(year: $year) { expectedReaching ${ESTIMATE} } grants(year: $year) { amount } }
  }`,
  variables: { scenario, year },
});

interface UserError {
  readonly code: string;
  readonly message: string;
}

export interface Adoption {
  readonly scenario: ScenarioSpec;
  readonly year: number | null;
  readonly name: string;
  readonly note: string;
  readonly by: string;
  readonly dataVersion: string;
}

export const adoptPlan = (
  input: Adoption,
): Request<{ change: { readonly plan: { readonly id: string } | null; readonly userErrors: readonly UserError[] } }> => ({
  query: `mutation AdoptPlan($input: AdoptPlanInput!) { change: adoptPlan(input: $input) { plan { id } userErrors { code message } } }`,
  variables: { input },
});

export interface MadeProjects {
  readonly projects: readonly { readonly code: string }[];
  readonly existing: number;
  readonly userErrors: readonly UserError[];
}

export const projectsFromPlan = (input: {
  readonly plan: string;
  readonly funder: string;
  readonly by: string;
}): Request<{ change: MadeProjects }> => ({
  query: `mutation ProjectsFromPlan($input: ProjectsFromPlanInput!) {
    change: projectsFromPlan(input: $input) { projects { code } existing userErrors { code message } } }`,
  variables: { input },
});

export const withdrawPlan = (input: {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
}): Request<{
  change: { readonly plan: { readonly withdrawal: PlanWithdrawal | null } | null; readonly userErrors: readonly UserError[] };
}> => ({
  query: `mutation WithdrawPlan($input: WithdrawPlanInput!) {
    change: withdrawPlan(input: $input) { plan { withdrawal { reason by at } } userErrors { code message } }
  }`,
  variables: { input },
});
