import { Problem } from '../base/errors/problem.js';
import { suggestions } from '../base/suggestion.js';
import { MODEL_MEANINGS, OPTION_MEANINGS, SCENARIO_MEANINGS, type AssumptionMeaning } from './assumption-meanings.js';
import { SUPERVISION_MEANINGS, type SupervisionDefaults } from './supervision-defaults.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS, type DefaultTerms, type ModelDefaultName, type ModelDefaults } from './defaults.js';

/** What holds where a scenario says nothing: the workspace's value, else the product's. */
export interface WorkspaceDefaults {
  /** Projected years, the running one included. */
  readonly horizon: number;
  readonly trials: number;
  readonly seed: number;
  /** A village's target, yuan a year. */
  readonly target: number;
  /** Attainment weight of a plan that is written without one. */
  readonly weight: number;
  /** Net income per yuan of gross income. */
  readonly netRatio: number;
  /** Terms of options, and of projects of the library, that leave them out. */
  readonly option: DefaultTerms;
  readonly model: ModelDefaults;
  readonly supervision: SupervisionDefaults;
  /** Names to which the workspace gave a value of its own, ascending. */
  readonly set: readonly string[];
}

/** The defaults of projections. Planned growth is not among them: a mode without a written plan follows its trend. */
export const PROJECTION_ASSUMPTIONS: readonly AssumptionMeaning[] = [
  ...Object.values(SCENARIO_MEANINGS),
  ...Object.values(OPTION_MEANINGS),
  ...MODEL_MEANINGS,
];

/** All defaults that a workspace may change. */
export const WORKSPACE_ASSUMPTIONS: readonly AssumptionMeaning[] = [...PROJECTION_ASSUMPTIONS, ...Object.values(SUPERVISION_MEANINGS)];

const MEANING_OF: ReadonlyMap<string, AssumptionMeaning> = new Map(WORKSPACE_ASSUMPTIONS.map((meaning) => [meaning.name, meaning]));

/** Counted, so never a fraction. */
const WHOLE_NUMBERS: ReadonlySet<string> = new Set(['horizon', 'trials', 'seed', 'reporting.dueDay', 'projects.publicityDays']);

export const isWholeNumber = (name: string): boolean => WHOLE_NUMBERS.has(name);

/**
 * The defaults of a workspace.
 * @param values by name, what the workspace has set; a name that no longer exists is passed over
 */
export function toWorkspaceDefaults(values: ReadonlyMap<string, number>): WorkspaceDefaults {
  const of = (name: string, standard: number) => values.get(name) ?? standard;
  const terms = Object.entries(SCENARIO_DEFAULTS.option).map(([field, standard]) => [field, of(`option.${field}`, standard)]);
  const model = Object.entries(MODEL_DEFAULTS).map(([name, standard]) => [name, of(name, standard)]);
  return {
    horizon: of('horizon', SCENARIO_DEFAULTS.horizon),
    trials: of('trials', SCENARIO_DEFAULTS.trials),
    seed: of('seed', SCENARIO_DEFAULTS.seed),
    target: of('target.default', SCENARIO_DEFAULTS.target),
    weight: of('growth.weight', SCENARIO_DEFAULTS.weight),
    netRatio: of('netRatio', SCENARIO_DEFAULTS.netRatio),
    option: Object.fromEntries(terms) as DefaultTerms,
    model: Object.fromEntries(model) as Record<ModelDefaultName, number>,
    supervision: Object.fromEntries(
      Object.entries(SUPERVISION_MEANINGS).map(([field, { name, value }]) => [field, of(name, value)]),
    ) as unknown as SupervisionDefaults,
    set: [...values.keys()].filter((name) => MEANING_OF.has(name)).sort(),
  };
}

/** What the product assumes where neither a scenario nor the workspace says anything. */
export const PRODUCT_DEFAULTS = toWorkspaceDefaults(new Map());

/** Every default that enters a projection, by its name, as `toWorkspaceDefaults` reads them. */
export function valuesOf(defaults: WorkspaceDefaults): ReadonlyMap<string, number> {
  const { horizon, trials, seed, target, weight, netRatio, option, model } = defaults;
  return new Map([
    ...Object.entries({ horizon, trials, seed, 'target.default': target, 'growth.weight': weight, netRatio }),
    ...Object.entries(option).map(([field, value]): [string, number] => [`option.${field}`, value]),
    ...Object.entries(model),
  ]);
}

/** The meaning of a default that a workspace may change. @throws Problem UNKNOWN_ASSUMPTION with the nearest names */
export function meaningOf(name: string): AssumptionMeaning {
  const meaning = MEANING_OF.get(name);
  if (!meaning) throw new Problem('UNKNOWN_ASSUMPTION', { value: name, suggestions: suggestions(name, MEANING_OF.keys()) }, ['name']);
  return meaning;
}

/**
 * Refuses a value that a default must not take.
 * @throws Problem UNKNOWN_ASSUMPTION, OUT_OF_RANGE, NOT_AN_INTEGER
 */
export function checkDefault(name: string, value: number): void {
  const { least, most } = meaningOf(name);
  if (!(value >= least && value <= most)) throw new Problem('OUT_OF_RANGE', { field: name, value, least, most }, ['value']);
  if (isWholeNumber(name) && !Number.isInteger(value)) throw new Problem('NOT_AN_INTEGER', { field: name, value }, ['value']);
}

/** The most events that the prior of cessation may hold: it is a probability of at most one half. */
export const mostCessationEvents = ({ cessationPriorYears }: ModelDefaults): number => cessationPriorYears / 2;

/** Refuses defaults that are each in range and contradict each other. @throws Problem OUT_OF_RANGE, COLOURS_REVERSED */
export function checkTogether({ model, supervision }: WorkspaceDefaults): void {
  const { green, yellow, orange } = supervision;
  if (!(green >= yellow && yellow >= orange)) throw new Problem('COLOURS_REVERSED', { green, yellow, orange }, ['value']);
  const most = mostCessationEvents(model);
  const value = model.cessationPriorEvents;
  if (value > most) throw new Problem('OUT_OF_RANGE', { field: 'cessationPriorEvents', value, least: 0, most }, ['value']);
}
