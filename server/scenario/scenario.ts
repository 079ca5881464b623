import type { OptionTerms } from '../base/county.js';
import type { Month } from '../base/month.js';
import type { Industry, Mode } from '../base/vocabulary.js';
import type { AllocationRule } from './allocation-rule.js';
import type { DefaultTerms, ModelDefaults } from './defaults.js';

/** A scenario with nothing left open: what `toScenario` makes of a written `ScenarioSpec`. Money in yuan. */
export interface Scenario {
  readonly name: string;
  /** Region codes; empty means every county loaded. */
  readonly scope: readonly string[];
  /** The month after which nothing is read; undefined: each county's own last closed month. */
  readonly asOf: Month | undefined;
  /** Number of projected years, the running one included. */
  readonly horizon: number;
  readonly trials: number;
  readonly seed: number;
  readonly growth: readonly PlannedGrowth[];
  readonly target: TargetRule;
  /** Net income per yuan of gross income, by mode. */
  readonly netRatio: Readonly<Record<Mode, number>>;
  readonly options: readonly GrantOption[];
  /** Terms of committed projects that the library leaves out. */
  readonly projectTerms: DefaultTerms;
  readonly policy: GrantPolicy | undefined;
  readonly parks: readonly ParkAssumption[];
  readonly defaults: ModelDefaults;
  readonly reinvest: Reinvestment | undefined;
  /** Everything used, by name, with where it comes from. */
  readonly assumptions: readonly Assumption[];
}

/** A plan for a mode: growth at a rate, to the share `weight` of the way from trend to plan. */
export interface PlannedGrowth {
  readonly mode: Mode;
  readonly rate: number;
  readonly weight: number;
  /** Undefined: every projected year; an entry for a year wins over it. */
  readonly year: number | undefined;
}

export interface TargetRule {
  /** Used where neither an override nor the village's own target of that year or an earlier one exists. */
  readonly default: number;
  readonly overrides: readonly { readonly village: string; readonly year: number | undefined; readonly amount: number }[];
}

/** What a grant can be spent on, with the terms that its returns follow. `start` undefined: the month after the as-of month. */
export interface GrantOption extends Omit<OptionTerms, 'start'> {
  readonly code: string;
  /** The industry its returns are counted under; null: none. */
  readonly industry: Industry | null;
  readonly start: Month | undefined;
}

export type GrantPolicy =
  | { readonly kind: 'flat'; readonly amount: number; readonly option: string; readonly eligibleOnly: boolean }
  | { readonly kind: 'list'; readonly grants: readonly ListedGrant[] }
  | { readonly kind: 'neediest'; readonly budget: number; readonly amount: number; readonly option: string; readonly eligibleOnly: boolean }
  | { readonly kind: 'proportional'; readonly budget: number; readonly option: string; readonly eligibleOnly: boolean }
  | { readonly kind: 'optimal'; readonly rule: AllocationRule };

/** Money for a village, spent on an option: what every policy resolves to before anything is projected. */
export interface ListedGrant {
  readonly village: string;
  readonly amount: number;
  readonly option: string;
}

/** What becomes of a park: it overrides start and lateness of every option and committed project of that park. */
export interface ParkAssumption {
  readonly park: string;
  readonly start: Month | undefined;
  readonly late: number | undefined;
}

/** A share of a projected year's income earns a return in the next. */
export interface Reinvestment {
  readonly share: number;
  readonly return: number;
}

/** A named number that entered the result. */
export interface Assumption {
  readonly name: string;
  readonly value: number;
  readonly default: number;
  /** Where the value comes from, in words of the language asked for. */
  readonly source: string;
}
