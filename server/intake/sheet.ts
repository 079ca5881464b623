import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../base/errors/problem.js';

/** A file cut into rows of cells, not yet understood. */
export interface Sheet {
  readonly delimiter: Delimiter;
  /** Rows that are not blank, with their number as a spreadsheet counts it. */
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly row: number;
  /** Without the blanks around them. */
  readonly cells: readonly string[];
  /** The header of the column that the amount came from, where the sheet had several of them. */
  readonly amountColumn?: string;
}

const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The longest row; beyond it, a quotation mark swallowed the rest of the file. */
export const MOST_ROW_CHARACTERS = 100_000;

/** The delimiter that occurs most often, outside quotation marks, in the first line that is not blank. */
function findDelimiter(text: string): Delimiter {
  const line = /^.*\S.*$/m.exec(text.slice(0, MOST_ROW_CHARACTERS))?.[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Cuts CSV text into rows. Throws FILE_QUOTES or ROW_TOO_LONG with the row (as `details.row`) where it breaks off.
 */
export function parseSheet(text: string): Sheet {
  const delimiter = findDelimiter(text);
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      // All three, so that a file with mixed line ends does not merge its rows.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      max_record_size: MOST_ROW_CHARACTERS,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : undefined;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new Problem('ROW_TOO_LONG', { most: MOST_ROW_CHARACTERS, row });
    throw new Problem('FILE_QUOTES', { row });
  }
  const rows: SheetRow[] = [];
  for (const [index, record] of records.entries()) {
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ row: index + 1, cells });
  }
  return { delimiter, rows };
}
