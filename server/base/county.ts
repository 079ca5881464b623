import type { Month } from './month.js';
import type { Criterion, Industry, Mode, Stage } from './vocabulary.js';

/** One county as the engine reads it: plain values, no database. Money in yuan. */
export interface CountyRecord {
  readonly code: string;
  readonly name: string;
  /** True where the figures are generated, not real. */
  readonly demonstration: boolean;
  /** The last closed month; undefined where nothing has been received. */
  readonly asOf: Month | undefined;
  readonly townships: readonly TownshipRecord[];
  /** In ascending order of code. */
  readonly villages: readonly VillageRecord[];
  readonly parks: readonly ParkRecord[];
  readonly projects: readonly ProjectRecord[];
  readonly targets: readonly TargetRecord[];
  readonly receipts: readonly ReceiptRecord[];
}

export interface TownshipRecord {
  readonly code: string;
  readonly name: string;
}

export interface VillageRecord {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  /** Met, not met, or null where nobody has judged yet. */
  readonly criteria: Readonly<Record<Criterion, boolean | null>>;
}

/** A village may get a grant when all six conditions are met; one not judged yet does not count as met. */
export const isEligible = (village: VillageRecord): boolean => Object.values(village.criteria).every((met) => met === true);

export interface ParkRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  readonly payer: string | null;
}

/** What a grant may be spent on, and how its returns behave; the fields of MODEL section 3, "Grants". */
export interface OptionTerms {
  readonly mode: Mode;
  readonly park: string | null;
  /** Yearly return on capital at full operation, a fraction. */
  readonly rate: number;
  /** Log dispersion of the realised return. */
  readonly sd: number;
  /** Planned first month of returns. */
  readonly start: Month;
  /** Mean extra months until delivery. */
  readonly delay: number;
  /** Yearly probability that the year's payment fails. */
  readonly failure: number;
  /** Share of a failed payment that the insurance restores. */
  readonly insured: number;
  /** Share of the grant spent on the insurance. */
  readonly premium: number;
  /** Probability that a year's payment arrives the year after. */
  readonly late: number;
}

/** A project of the library. Terms left out of the file are undefined and take the workspace's defaults. */
export interface ProjectRecord {
  readonly code: string;
  readonly village: string;
  readonly name: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly funder: string | null;
  readonly capital: number;
  readonly start: Month;
  readonly terms: Partial<Pick<OptionTerms, 'rate' | 'sd' | 'delay' | 'failure' | 'insured' | 'premium' | 'late'>>;
  readonly stage: Stage;
}

export interface TargetRecord {
  readonly village: string;
  readonly year: number;
  readonly amount: number;
}

export interface ReceiptRecord {
  readonly village: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  readonly month: Month;
  readonly amount: number;
}
