import type { Mode } from '../../base/vocabulary.js';
import type { PercentileBand } from '../../projection/distribution.js';
import type { Assumption, ListedGrant } from '../../scenario/scenario.js';
import type { ScenarioSpec } from '../../scenario/spec.js';
import type { Estimate } from '../../statistics/estimate.js';

/** What was expected of one village in one projected year. Money in yuan. */
export interface PromisedVillage {
  readonly target: number;
  readonly chance: number;
  readonly standardError: number;
  /** Mean of the income. */
  readonly income: number;
}

/** What was expected of one projected year with the plan's grants. */
export interface PromisedYear {
  readonly year: number;
  readonly expectedReaching: Estimate;
  /** Percentiles of the number of villages that reach. */
  readonly reaching: readonly PercentileBand[];
  readonly chanceAll: Estimate;
  /** Mean of the income of all villages. */
  readonly income: number;
  /** In the order of the plan's villages. */
  readonly villages: readonly PromisedVillage[];
}

/** A village as it was called when the plan was adopted. */
export interface PlannedVillage {
  readonly code: string;
  readonly name: string;
  readonly township: { readonly code: string; readonly name: string };
  /** Yuan. */
  readonly grant: number;
}

/** All that is frozen when a plan is adopted: what went in and what was promised, so that neither later data nor a later engine changes it. */
export interface FrozenPlan {
  /** The last closed month then, 2020-05. */
  readonly asOf: string;
  readonly seed: number;
  readonly trials: number;
  readonly engineVersion: string;
  readonly dataVersion: string;
  readonly replayToken: string;
  /** As written. */
  readonly scenario: ScenarioSpec;
  readonly assumptions: readonly Assumption[];
  /** Net of gross income by mode: receipts are counted by it when the plan is scored. */
  readonly netRatio: Readonly<Record<Mode, number>>;
  /** The year whose needs the policy looked at. */
  readonly decidedFor: number;
  readonly grants: readonly ListedGrant[];
  /** In ascending order of code. */
  readonly villages: readonly PlannedVillage[];
  /** Ascending; every projected year with the same grants. */
  readonly years: readonly PromisedYear[];
}
