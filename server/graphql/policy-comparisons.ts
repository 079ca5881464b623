import type { PolicyComparison } from '../allocation/decision/policy-comparison.js';
import type { PolicyKind } from '../allocation/decision/policy-kind.js';
import type { PoliciesAsked } from '../allocation/decision/policy-terms.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { checkCounts } from './check-counts.js';
import type { RequestContext } from './context.js';
import type { Engine } from './engine.js';
import { ScenarioResults, type ResultSource } from './scenario-results.js';
import type { Workspace } from './workspace.js';

export interface PolicyComparisonAsked {
  readonly scenario: ScenarioSpec;
  readonly input: PoliciesAsked;
  readonly baseline: PolicyKind;
  /** Null: the last projected one. */
  readonly year: number | null;
}

export type PolicyComparisonView = PolicyComparison & ResultSource;

/** Holds ways to share one budget out side by side. */
export class PolicyComparisons {
  readonly #results: ScenarioResults<PolicyComparison>;

  constructor(
    workspace: Workspace,
    private readonly engine: Engine,
  ) {
    this.#results = new ScenarioResults(workspace);
  }

  /** @throws Problems, Problem what is wrong with the scenario, the input or the year */
  compare(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, input, baseline, year }: PolicyComparisonAsked,
  ): Promise<PolicyComparisonView> {
    return this.#results.of(context, scenario, [input, baseline, year], (ready) => {
      const asked = { asked: input, baseline, year: year ?? undefined };
      checkCounts('policyComparison', asked, ready);
      return this.engine.comparePolicies({ base: ready.base, ...asked });
    });
  }
}
