import { POLICY_KINDS } from '../allocation/decision/policy-kind.js';
import type { PoliciesAsked } from '../allocation/decision/policy-terms.js';
import { countsOfInformation, MOST_KNOWN, type ValueOfInformation } from '../allocation/decision/value-of-information.js';
import { variedAssumptions, type AskedRange } from '../allocation/sensitivity/varied-assumptions.js';
import { Problem } from '../base/errors/problem.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { checkCounts } from './check-counts.js';
import type { RequestContext } from './context.js';
import type { Engine } from './engine.js';
import { ScenarioResults, type ResultSource } from './scenario-results.js';
import type { Workspace } from './workspace.js';

export interface InformationAsked {
  readonly scenario: ScenarioSpec;
  readonly input: PoliciesAsked;
  readonly ranges: readonly AskedRange[];
  /** Names of the assumptions wanted; null: the `most` that matter most. */
  readonly only: readonly string[] | null;
  readonly most: number;
  /** Null: the last projected one. */
  readonly year: number | null;
}

export type InformationView = ValueOfInformation & ResultSource;

/** Tells what it would be worth to know assumptions before money is given. */
export class InformationValues {
  readonly #results: ScenarioResults<ValueOfInformation>;

  constructor(
    workspace: Workspace,
    private readonly engine: Engine,
  ) {
    this.#results = new ScenarioResults(workspace);
  }

  /** @throws Problems, Problem what is wrong with the scenario, the input, a name, a range or the year */
  async value(
    context: Pick<RequestContext, 'loaders' | 'language'>,
    { scenario, input, ranges, only, most, year }: InformationAsked,
  ): Promise<InformationView> {
    const [field, wanted] = only ? (['only', only.length] as const) : (['most', most] as const);
    if (wanted < 1 || wanted > MOST_KNOWN) throw new Problem('OUT_OF_RANGE', { field, value: wanted, least: 1, most: MOST_KNOWN }, [field]);
    return this.#results.of(context, scenario, [input, ranges, only, most, year], (ready) => {
      const { base } = ready;
      const all = variedAssumptions(base).length;
      checkCounts(countsOfInformation(input.policies?.length ?? POLICY_KINDS.length, { named: only?.length, most, all }), ready);
      return this.engine.valueInformation({ base, asked: input, ranges, only: only ?? undefined, most, year: year ?? undefined });
    });
  }
}
