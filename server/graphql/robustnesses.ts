import type { PoliciesAsked } from '../allocation/decision/policy-terms.js';
import type { RivalViewKind } from '../allocation/decision/rival-view.js';
import type { Robustness } from '../allocation/decision/robustness.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { checkCounts } from './check-counts.js';
import type { RequestContext } from './context.js';
import type { Engine } from './engine.js';
import { ScenarioResults, type ResultSource } from './scenario-results.js';
import type { Workspace } from './workspace.js';

export interface RobustnessAsked {
  readonly scenario: ScenarioSpec;
  readonly input: PoliciesAsked;
  /** Null: all. */
  readonly views: readonly RivalViewKind[] | null;
  /** Null: the last projected one. */
  readonly year: number | null;
}

export type RobustnessView = Robustness & ResultSource;

/** Holds plans of one budget against rival views of what is to come. */
export class Robustnesses {
  readonly #results: ScenarioResults<Robustness>;

  constructor(
    workspace: Workspace,
    private readonly engine: Engine,
  ) {
    this.#results = new ScenarioResults(workspace);
  }

  /** @throws Problems, Problem what is wrong with the scenario, the input or the year */
  test(context: Pick<RequestContext, 'loaders' | 'language'>, { scenario, input, views, year }: RobustnessAsked): Promise<RobustnessView> {
    return this.#results.of(context, scenario, [input, views, year], (ready) => {
      const asked = { asked: input, views: views ?? undefined, year: year ?? undefined };
      checkCounts('robustness', asked, ready);
      return this.engine.testRobustness({ base: ready.base, ...asked });
    });
  }
}
