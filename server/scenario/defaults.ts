/**
 * The named defaults of the model, in one place; a workspace or a scenario may override each by its name
 * (server/model/README.md, first page).
 */
export const MODEL_DEFAULTS = {
  /** w: how many observations the prior of a variance counts as. */
  priorWeight: 4,
  /** Prior standard deviation of the yearly shock common to the county, log points. */
  priorCountySd: 0.05,
  /** Prior standard deviation of the yearly shock common to a mode, log points. */
  priorModeSd: 0.08,
  /** Prior standard deviation of the yearly shock common to a park, log points. */
  priorParkSd: 0.1,
  /** Prior standard deviation of a stream's permanent yearly step, log points. */
  priorPermanentSd: 0.15,
  /** Prior standard deviation of a stream's transitory yearly deviation, log points. */
  priorTransitorySd: 0.15,
  /** Prior standard deviation of the shock to the share of a year that is in by month k, log points. */
  priorShareSd: 0.03,
  /** κ: how many observations the prior of a stream's scale counts as. */
  scaleWeight: 4,
  /** How many years of its own the mode's seasonal share counts as for a stream. */
  shareWeight: 1,
  /** Prior of cessation: events ... */
  cessationPriorEvents: 0.5,
  /** ... in this many stream-years. */
  cessationPriorYears: 25,
} as const;

export type ModelDefaultName = keyof typeof MODEL_DEFAULTS;
export type ModelDefaults = Readonly<Record<ModelDefaultName, number>>;

/** What the product assumes where neither a scenario nor the workspace says anything. */
export const SCENARIO_DEFAULTS = {
  horizon: 3,
  trials: 10_000,
  seed: 1357,
  target: 50_000,
  weight: 1,
  netRatio: 1,
  option: { rate: 0.06, sd: 0.3, delay: 3, failure: 0.04, insured: 0, premium: 0, late: 0.1 },
} as const;

/** The terms that an option of a scenario, or a project of the library, may leave out. */
export type DefaultTerms = Readonly<Record<keyof typeof SCENARIO_DEFAULTS.option, number>>;
