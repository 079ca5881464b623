import { MODES } from '../../server/base/vocabulary.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS, type DefaultTerms } from '../../server/scenario/defaults.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import type { WorkspaceAssumption } from '../api/operations.js';

/** What holds where a scenario says nothing: the workspace's value, else the product's. */
export interface ScenarioDefaults {
  readonly horizon: number;
  readonly trials: number;
  readonly seed: number;
  /** A village's target, yuan a year. */
  readonly target: number;
  /** Attainment weight of a plan written without one. */
  readonly weight: number;
  readonly netRatio: number;
  readonly option: DefaultTerms;
  /** Those that the workspace has changed. */
  readonly changed: readonly WorkspaceDefault[];
}

export const PRODUCT_DEFAULTS: ScenarioDefaults = { ...SCENARIO_DEFAULTS, changed: [] };

type WorkspaceDefault = Omit<WorkspaceAssumption, 'default' | 'least' | 'most' | 'whole'>;

/** The defaults of a workspace, from its assumptions by name; one that it does not name has the product's value. */
export function scenarioDefaults(assumptions: readonly WorkspaceDefault[]): ScenarioDefaults {
  const values = new Map(assumptions.map(({ name, value }) => [name, value]));
  const of = (name: string, standard: number) => values.get(name) ?? standard;
  const terms = Object.entries(SCENARIO_DEFAULTS.option).map(([term, standard]) => [term, of(`option.${term}`, standard)]);
  return {
    horizon: of('horizon', SCENARIO_DEFAULTS.horizon),
    trials: of('trials', SCENARIO_DEFAULTS.trials),
    seed: of('seed', SCENARIO_DEFAULTS.seed),
    target: of('target.default', SCENARIO_DEFAULTS.target),
    weight: of('growth.weight', SCENARIO_DEFAULTS.weight),
    netRatio: of('netRatio', SCENARIO_DEFAULTS.netRatio),
    option: Object.fromEntries(terms) as DefaultTerms,
    changed: assumptions.filter(({ changedAt }) => changedAt !== null),
  };
}

/** The defaults changed by the workspace that hold in a scenario, because it says nothing of them itself. */
export function inheritedDefaults(scenario: ScenarioSpec, { changed }: ScenarioDefaults): readonly WorkspaceDefault[] {
  const isSilent = (value: unknown) => value === undefined || value === null;
  const { growth, netRatio, options, assumptions } = scenario;
  const silent: Readonly<Record<string, boolean>> = {
    horizon: isSilent(scenario.horizon),
    trials: isSilent(scenario.trials),
    seed: isSilent(scenario.seed),
    'target.default': isSilent(scenario.target?.default),
    'growth.weight': (growth ?? []).some(({ rate, weight }) => !isSilent(rate) && isSilent(weight)),
    netRatio: (netRatio ?? []).length < MODES.length,
  };
  const holds = (name: string) => {
    if (name in MODEL_DEFAULTS) return !(assumptions ?? []).some((assumption) => assumption.name === name);
    const [, term] = /^option\.(.+)$/.exec(name) ?? [];
    return term === undefined ? silent[name] === true : (options ?? []).some((option) => isSilent(option[term as keyof DefaultTerms]));
  };
  return changed.filter(({ name }) => holds(name));
}
