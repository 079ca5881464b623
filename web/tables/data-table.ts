/**
 * How the values of a column are meant, so that the page, a spreadsheet and a text file each write them their own way:
 * `money` is in yuan; `share` is a fraction and read as a percentage, `chance` the same but never rounded to certainty;
 * `points` is a fraction and read as percentage points; `code` is text that must never become a number; `month` is 2020-05.
 */
export type ColumnFormat = 'text' | 'code' | 'number' | 'money' | 'share' | 'chance' | 'points' | 'year' | 'month';

export interface DataColumn {
  readonly title: string;
  readonly format: ColumnFormat;
  /** What a `number` counts in; the other formats have their own units. */
  readonly unit?: string;
  /** Decimals of a `number`, `share`, `chance` or `points`; left out: none. */
  readonly digits?: number;
  /** A difference: more than nothing is written with its plus. */
  readonly signed?: boolean;
  /** What the table is about, among what only explains it. */
  readonly strong?: boolean;
}

/** Null: there is no value, or it does not apply. */
export type DataValue = string | number | null;

/** A table as a cell shows it, with raw values: what is downloaded has the same shape and loses no digit. */
export interface DataTable {
  /** Names the table within its cell, in files too: lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataValue[])[];
  /** Where the numbers come from, and how exact they are. */
  readonly source: string;
}
