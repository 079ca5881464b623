import { readyForPolicy } from '../allocation/optimal/ready-to-solve.js';
import type { Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import { toScenario } from '../scenario/to-scenario.js';
import type { WorkspaceDefaults } from '../scenario/workspace-defaults.js';
import type { CountySummary } from '../store/counties.js';
import type { RequestContext } from './context.js';
import { countiesInScope, villageCount } from './scope.js';

/** A scenario made total, with what it is about. */
export interface ScenarioRead {
  readonly scenario: Scenario;
  /** What held where it says nothing. */
  readonly defaults: WorkspaceDefaults;
  readonly counties: readonly CountySummary[];
  /** Villages in scope. */
  readonly villages: number;
}

/**
 * Reads a scenario against what is loaded.
 * @param path where it stands in the input, for the paths of problems
 * @param defaults what holds where it says nothing; left out: the workspace's present ones
 * @throws Problems everything that is wrong with it; Problem NO_COUNTY
 */
export async function readScenario(
  { loaders, language }: Pick<RequestContext, 'loaders' | 'language'>,
  spec: ScenarioSpec,
  path: readonly string[],
  defaults?: WorkspaceDefaults,
): Promise<ScenarioRead> {
  const state = await loaders.state();
  const used = defaults ?? state.defaults;
  const scenario = toScenario(spec, { known: state.known, defaults: used, language, path });
  await readyForPolicy(scenario);
  return { scenario, defaults: used, counties: countiesInScope(state, scenario.scope), villages: villageCount(state, scenario.scope) };
}
