import type { OptionTerms } from '../base/county.js';
import type { Fen } from '../base/money.js';
import type { Month } from '../base/month.js';
import type { Criterion, Industry, Mode, Stage } from '../base/vocabulary.js';

/**
 * What an import holds once every cell is read, checked and resolved to codes: the one form between file formats and
 * the store. No key occurs twice within a table. A field that is undefined was not in the file at all (no such
 * column): what is stored already stays. A field that is null was there and empty.
 */
export interface ImportTables {
  readonly villages: readonly VillageRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly targets: readonly TargetRow[];
  readonly parks: readonly ParkRow[];
  readonly projects: readonly ProjectRow[];
}

/** Where a row stands: the file's name and its row as a spreadsheet counts them (the header is row 1). */
export interface Source {
  readonly file: string;
  readonly row: number;
}

export interface VillageRow {
  /** 12 digits; the first 9 are the township's code, the first 6 the county's. */
  readonly code: string;
  readonly name: string;
  readonly townshipCode: string;
  readonly township: string;
  /** Name of a county that the statistics bureau's list does not have yet. */
  readonly county?: string | undefined;
  /** Met, not met, null: not judged; a criterion without a column is left out. */
  readonly criteria: Readonly<Partial<Record<Criterion, boolean | null>>>;
}

export interface ReceiptRow {
  readonly village: string;
  readonly mode: Mode;
  readonly industry: Industry | null;
  readonly park: string | null;
  readonly project: string | null;
  readonly month: Month;
  /** What reached the account; corrections may be negative. */
  readonly amount: Fen;
  readonly reference: string | null;
  readonly source: Source;
}

export interface TargetRow {
  readonly village: string;
  readonly year: number;
  readonly amount: Fen;
}

export interface ParkRow {
  readonly code: string;
  readonly name: string;
  readonly kind?: string | null | undefined;
  readonly payer?: string | null | undefined;
  /** The county it lies in, 6 digits; undefined: the import's only county, or none. */
  readonly county?: string | undefined;
}

/** The numbers of a project's terms, fractions (not percent) and months, as in `OptionTerms`. */
export type TermName = 'rate' | 'sd' | 'delay' | 'failure' | 'insured' | 'premium' | 'late';

export interface ProjectRow {
  readonly code: string;
  readonly village: string;
  readonly name: string;
  readonly mode: Mode;
  readonly industry?: Industry | null | undefined;
  readonly park?: string | null | undefined;
  readonly funder?: string | null | undefined;
  readonly capital: Fen;
  /** Planned first month of returns. */
  readonly start: Month;
  /** Null: empty, so the workspace's default holds; a term without a column is left out. */
  readonly terms: Readonly<Partial<Record<TermName, OptionTerms[TermName] | null>>>;
  readonly stage: Stage;
}

/** An import without a single row. */
export const NO_TABLES: ImportTables = { villages: [], receipts: [], targets: [], parks: [], projects: [] };
