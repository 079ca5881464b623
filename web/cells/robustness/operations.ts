import { ESTIMATE } from '../../api/fragments.js';
import { jobRequest, type JobRequest } from '../../api/job-request.js';
import type { Estimate } from '../../api/operations.js';
import type { PoliciesAsked, PolicyKind } from '../policies-asked.js';

export interface RobustPlan {
  readonly kind: PolicyKind;
  readonly label: string;
  readonly cost: number;
  readonly withinBudget: boolean;
  /** A code of a view. */
  readonly worstView: string;
  readonly worst: Estimate;
  readonly mostRegrettedView: string;
  readonly greatestRegret: Estimate;
}

/** Best on average over all views; its outcomes are in their order. */
export interface BalancedPlan extends Omit<RobustPlan, 'kind' | 'label' | 'withinBudget'> {
  readonly outcomes: readonly { readonly expectedReaching: Estimate; readonly regret: Estimate }[];
}

export interface ViewOutcome {
  readonly view: string;
  readonly label: string;
  /** What it supposes, in words. */
  readonly basis: string;
  readonly matters: boolean;
  readonly best: PolicyKind;
  /** Of the best plan here over the one that is best under the scenario's own view. */
  readonly lead: Estimate;
  readonly order: 'HOLDS' | 'UNSURE' | 'TURNS';
  /** Shares of the way from the scenario's own view. */
  readonly turns: { readonly share: number; readonly low: number; readonly high: number } | null;
  /** In the order of the plans. */
  readonly outcomes: readonly { readonly expectedReaching: Estimate; readonly regret: Estimate }[];
}

export interface VillageByView {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly name: string } };
  /** Under how many views it gets money. */
  readonly funded: number;
  /** By view, yuan. */
  readonly amounts: readonly number[];
}

export interface Robustness {
  readonly year: number;
  readonly trials: number;
  readonly best: PolicyKind;
  readonly steadiest: PolicyKind;
  readonly alwaysFunded: number;
  readonly sometimesFunded: number;
  readonly neverFunded: number;
  readonly plans: readonly RobustPlan[];
  /** Null where no plan was sought among the best. */
  readonly balanced: BalancedPlan | null;
  /** The scenario's own first. */
  readonly views: readonly ViewOutcome[];
  readonly funded: readonly VillageByView[];
}

/** Whether the best plan of a budget stays the best under rival views. */
export const robustness = ({ scenario, input }: PoliciesAsked, year: number | null): JobRequest<{ robustness: Robustness }> =>
  jobRequest({
    name: 'robustness',
    types: { scenario: 'ScenarioInput!', input: 'PolicyComparisonInput!', year: 'Int' },
    variables: { scenario, input, year },
    answer: `{
      year trials best steadiest alwaysFunded sometimesFunded neverFunded
      plans { kind label cost withinBudget worstView worst ${ESTIMATE} mostRegrettedView greatestRegret ${ESTIMATE} }
      balanced {
        cost worstView worst ${ESTIMATE} mostRegrettedView greatestRegret ${ESTIMATE}
        outcomes { expectedReaching ${ESTIMATE} regret ${ESTIMATE} }
      }
      views {
        view label basis matters best lead ${ESTIMATE} order turns { share low high }
        outcomes { expectedReaching ${ESTIMATE} regret ${ESTIMATE} }
      }
      funded(first: 1000) { village { code name township { name } } funded amounts }
    }`,
  });
