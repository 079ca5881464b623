import { Problem, type Language } from '../base/errors/problem.js';
import { formatMonth, yearOf, type Month } from '../base/month.js';
import type { Assumption, Scenario } from '../scenario/scenario.js';
import type { ScenarioSpec } from '../scenario/spec.js';
import type { WorkspaceDefaults } from '../scenario/workspace-defaults.js';
import type { CountySummary } from '../store/counties.js';

/** A county as it was when the job was asked for. */
export interface PinnedCounty {
  readonly code: string;
  readonly name: string;
  readonly revision: number;
  /** The month after which nothing is read. */
  readonly asOf: Month;
}

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
  const pinned = counties.map((county) => pin(county, scenario.asOf, path));
  const firstYears = new Set(pinned.map(({ asOf }) => yearOf(asOf + 1)));
  if (firstYears.size !== 1) {
    const closed = pinned.map(({ name, asOf }) => `${name} ${formatMonth(asOf)}`).join(', ');
    throw new Problem('YEARS_DIFFER', { counties: closed }, [...path, 'scope']);
  }
  const [first] = firstYears;
  const years = Array.from({ length: scenario.horizon }, (_, h) => first! + h);
  return { scenario, written, assumptions: { zh, en: scenarios.en.assumptions }, counties: pinned, years };
}

function pin({ code, name, revision, asOf }: CountySummary, wanted: Month | undefined, path: readonly string[]): PinnedCounty {
  if (asOf === null) throw new Problem('NO_COMPLETE_YEAR', { county: name, asOf: wanted === undefined ? '—' : formatMonth(wanted) });
  if (wanted !== undefined && wanted > asOf) {
    throw new Problem('AS_OF_TOO_LATE', { value: formatMonth(wanted), county: name, asOf: formatMonth(asOf) }, [...path, 'asOf']);
  }
  return { code, name, revision, asOf: wanted ?? asOf };
}
