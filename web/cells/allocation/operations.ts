import type { Objective } from '../../../server/scenario/allocation-rule.js';
import type { AllocationSpec, ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Request } from '../../api/client.js';
import { ESTIMATE, PROVENANCE } from '../../api/fragments.js';
import type { Estimate, Provenance } from '../../api/operations.js';

export interface NamedVillage {
  readonly code: string;
  readonly name: string;
  readonly township: { readonly name: string };
}

export interface Reason {
  readonly code: string;
  /** In the reader's language. */
  readonly message: string;
}

export interface AllocatedGrant {
  readonly village: NamedVillage;
  readonly option: string;
  readonly amount: number;
  readonly chanceBefore: number;
  readonly chance: number;
  /** What the same money would bring elsewhere, in the objective's unit; null: not known. */
  readonly elsewhere: number | null;
}

export interface NotFunded {
  readonly village: NamedVillage;
  readonly reason: Reason;
  /** It would be funded if so much or less did what its best grant does; null: at no price, or not known. */
  readonly flipGrant: number | null;
  /** It would be funded with so much more income a year; null: with no such income, or not known. */
  readonly flipIncome: number | null;
  /** It would be funded if the option yielded so much for it; null: at no rate within reach, or not known. */
  readonly flipOption: { readonly option: string; readonly rate: number } | null;
}

export interface Allocation {
  readonly status: 'OPTIMAL' | 'BOUNDED' | 'INFEASIBLE';
  readonly objective: Objective;
  readonly year: number;
  readonly trials: number;
  readonly value: number;
  readonly baseline: number | null;
  readonly upperBound: number;
  readonly gap: number;
  /** On draws that had no part in choosing. */
  readonly freshValue: Estimate;
  readonly spent: number;
  readonly unspent: number;
  readonly unspentReason: Reason | null;
  readonly bindingConstraints: readonly Reason[];
  readonly grants: readonly AllocatedGrant[];
  readonly notFunded: readonly NotFunded[];
  readonly frontier: readonly {
    readonly budget: number;
    readonly value: number;
    readonly droppedOut: readonly { readonly name: string }[];
  }[];
}

const VILLAGE = 'village { code name township { name } }';

/** Whom a budget is best given to, how sure that is, and what would change it. */
export const allocation = (scenario: ScenarioSpec, input: AllocationSpec, year: number | null): Request<{ allocation: Allocation }> => ({
  query: `query Allocation($scenario: ScenarioInput!, $input: AllocationInput!, $year: Int) {
    allocation(scenario: $scenario, input: $input, year: $year) {
      status objective year trials value baseline upperBound gap freshValue ${ESTIMATE} spent unspent
      unspentReason { code message } bindingConstraints { code message }
      grants { ${VILLAGE} option amount chanceBefore chance elsewhere }
      notFunded { ${VILLAGE} reason { code message } flipGrant flipIncome flipOption { option rate } }
      frontier { budget value droppedOut { name } }
    }
  }`,
  variables: { scenario, input, year },
});

export interface GivenGrant {
  readonly village: { readonly code: string };
  readonly option: string;
  readonly amount: number;
}

/** What a scenario's own policy gives already. */
export const givenGrants = (
  scenario: ScenarioSpec,
  year: number | null,
): Request<{ projection: Provenance & { grants: readonly GivenGrant[] } }> => ({
  query: `query GivenGrants($scenario: ScenarioInput!, $year: Int) {
    projection(scenario: $scenario) { ${PROVENANCE} grants(year: $year) { village { code } option amount } }
  }`,
  variables: { scenario, year },
});
