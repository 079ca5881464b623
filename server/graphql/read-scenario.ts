import type { Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { toScenario } from '../scenario/to-scenario.js';
import type { CountySummary } from '../store/counties.js';
import type { RequestContext } from './context.js';
import { countiesInScope, villageCount } from './scope.js';

/** A scenario made total, with what it is about. */
export interface ScenarioRead {
  readonly scenario: Scenario;
  readonly counties: readonly CountySummary[];
  /** Villages in scope. */
  readonly villages: number;
}

/**
 * Reads a scenario against what is loaded.
 * @param path where it stands in the input, for the paths of problems
 * @throws Problems everything that is wrong with it; Problem NO_COUNTY
 */
export async function readScenario(
  { loaders, language }: Pick<RequestContext, 'loaders' | 'language'>,
  spec: ScenarioSpec,
  path: readonly string[],
): Promise<ScenarioRead> {
  const state = await loaders.state();
  const scenario = toScenario(spec, { known: state.known, defaults: state.defaults, language, path });
  return { scenario, counties: countiesInScope(state, scenario.scope), villages: villageCount(state, scenario.scope) };
}
