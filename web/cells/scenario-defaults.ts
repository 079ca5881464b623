import { SCENARIO_DEFAULTS, type DefaultTerms } from '../../server/scenario/defaults.js';

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
}

export const PRODUCT_DEFAULTS: ScenarioDefaults = SCENARIO_DEFAULTS;

/** The defaults of a workspace, from its assumptions by name; one that it does not name has the product's value. */
export function scenarioDefaults(assumptions: readonly { readonly name: string; readonly value: number }[]): ScenarioDefaults {
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
  };
}
