import type { PoliciesAsked } from '../allocation/decision/policy-terms.js';
import { MOST_KNOWN, type ValueOfInformation } from '../allocation/decision/value-of-information.js';
import type { AskedRange } from '../allocation/sensitivity/varied-assumptions.js';
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
    checkKnownCount({ only, most });
    return this.#results.of(context, scenario, [input, ranges, only, most, year], (ready) => {
      const asked = { asked: input, ranges, only: only ?? undefined, most, year: year ?? undefined };
      checkCounts('valueOfInformation', asked, ready);
      return this.engine.valueInformation({ base: ready.base, ...asked });
    });
  }
}

/** @throws Problem OUT_OF_RANGE where no assumption is wanted, or too many are */
export function checkKnownCount({ only, most }: Pick<InformationAsked, 'only' | 'most'>): void {
  const [field, wanted] = only ? (['only', only.length] as const) : (['most', most] as const);
  if (wanted < 1 || wanted > MOST_KNOWN) throw new Problem('OUT_OF_RANGE', { field, value: wanted, least: 1, most: MOST_KNOWN }, [field]);
}
