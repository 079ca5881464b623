import type { Language } from '../base/errors/problem.js';
import type { Assumption, Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { WorkspaceDefaults } from '../scenario/workspace-defaults.js';
import type { CountySummary } from '../store/counties.js';
import { pinCounties, projectedYears, type PinnedCounty } from './pinned-county.js';

export interface WrittenScenario {
  readonly spec: ScenarioSpec;
  readonly defaults: WorkspaceDefaults;
}

/** What a projection job is asked: a total scenario over counties as they were. */
export interface ProjectionInput {
  readonly scenario: Omit<Scenario, 'assumptions'>;
  /** The scenario as written, with the defaults that filled it in. */
  readonly written: WrittenScenario;
  /** Everything used, in the words of each language: who reads the result may not be who asked. */
  readonly assumptions: Readonly<Record<Language, readonly Assumption[]>>;
  /** In ascending order of code. */
  readonly counties: readonly PinnedCounty[];
  /** Projected calendar years. */
  readonly years: readonly number[];
}

/**
 * Makes a scenario the input of a job.
 * @param scenarios the same scenario, its assumptions explained in each language
 * @param path where the scenario stands in the input, for the paths of problems
 * @throws Problem NO_COMPLETE_YEAR, AS_OF_TOO_LATE, YEARS_DIFFER
 */
export function toProjectionInput(
  scenarios: Readonly<Record<Language, Scenario>>,
  written: WrittenScenario,
  counties: readonly CountySummary[],
  path: readonly string[],
): ProjectionInput {
  const { assumptions: zh, ...scenario } = scenarios.zh;
  const pinned = pinCounties(counties, scenario.asOf, path);
  const years = projectedYears(pinned, scenario.horizon, path);
  return { scenario, written, assumptions: { zh, en: scenarios.en.assumptions }, counties: pinned, years };
}
