import { csvOf } from '../downloads/csv.js';
import type { Remark, RemarkGroup } from './operations.js';

/** What of an import needs someone to look, the worst first. */
export const FAULTS: readonly RemarkGroup[] = ['FINDING', 'UNIT_JUMP', 'SUSPICION'];

/** The headings of a list of faults. */
export interface FaultHeadings {
  readonly group: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly message: string;
}

/** Faults as CSV, to be mended one by one beside the files. */
export const faultsCsv = (remarks: readonly Remark[], headings: FaultHeadings, groups: Readonly<Record<RemarkGroup, string>>): string =>
  csvOf([
    [headings.group, headings.file, headings.sheet, headings.row, headings.column, headings.message],
    ...remarks.map(({ group, file, sheet, row, column, message }) => [
      groups[group],
      file ?? '',
      sheet ?? '',
      row === null ? '' : String(row),
      column ?? '',
      message,
    ]),
  ]);
