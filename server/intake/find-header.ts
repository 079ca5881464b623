import { type HeaderReading, kindsOfHeader, readHeader } from './header.js';
import { type ImportWords, NO_WORDS } from './import-words.js';
import { joinedHeaders } from './layout/two-row-header.js';
import { wideReceipts, type CannotTurn, type WideReceipts } from './layout/wide-receipts.js';
import type { SheetRow } from './sheet.js';
import type { TableKind } from './table-kind.js';

/** Where a sheet's header stands, and as what it is read. */
export interface FoundHeader {
  /** Of the header's first row among the rows that are not blank. */
  readonly index: number;
  /** One row, or two. */
  readonly height: number;
  /** The header as it is written, before a wide sheet is turned. */
  readonly cells: readonly string[];
  readonly header: HeaderReading;
  /** How the rows are turned into receipts, where the sheet has a column for each month or mode. */
  readonly wide?: WideReceipts;
}

/** A header that is understood, and still does not say enough. */
export interface InsufficientHeader {
  readonly index: number;
  readonly height: number;
  readonly cannot: CannotTurn;
}

/** How many rows may stand above the header: titles of a spreadsheet. */
const MOST_TITLE_ROWS = 10;

/**
 * The header is the first of the top rows, or pairs of rows, that is complete for the kind that the names tell, else for the
 * kind that fits best; or that of a sheet of receipts with a column a month or a mode. Where none is complete, the first row
 * is read as the kind of the name.
 */
export function findHeader(
  rows: readonly SheetRow[],
  named: TableKind | undefined,
  names: readonly string[],
  words: ImportWords = NO_WORDS,
): FoundHeader | InsufficientHeader | undefined {
  const top = rows.slice(0, MOST_TITLE_ROWS);
  const candidates = (read: typeof alone) => [...top.keys()].flatMap((index) => read(top, index));
  let insufficient: InsufficientHeader | undefined;
  for (const { cells, index, height } of [...candidates(alone), ...candidates(joined)]) {
    const kinds = kindsOfHeader(cells, words);
    const kind = named && kinds.includes(named) ? named : bestKind(cells, kinds, words);
    const titles = [...new Set(top.slice(0, index).flatMap((row) => row.cells))].join(' ');
    const wide = named === undefined || named === 'receipts' ? wideReceipts(cells, [titles, ...names], words) : undefined;
    // A list of villages with columns of income is a sheet of income.
    if (wide && !('code' in wide) && (kind === undefined || kind === 'villages')) {
      return { header: readHeader(wide.header, 'receipts', words), cells, index, height, wide };
    }
    if (kind) return { header: readHeader(cells, kind, words), cells, index, height };
    if (wide && 'code' in wide) insufficient ??= { index, height, cannot: wide };
  }
  return (
    insufficient ??
    (named && top[0] ? { header: readHeader(top[0].cells, named, words), cells: top[0].cells, index: 0, height: 1 } : undefined)
  );
}

/** A row, or two, that may be a header. */
interface Candidate {
  readonly index: number;
  readonly height: number;
  readonly cells: readonly string[];
}

const alone = (rows: readonly SheetRow[], index: number): Candidate[] => [{ index, height: 1, cells: rows[index]!.cells }];

const joined = (rows: readonly SheetRow[], index: number): Candidate[] => {
  const [upper, lower] = [rows[index]!, rows[index + 1]];
  return lower ? joinedHeaders(upper, lower).map((cells) => ({ index, height: 2, cells })) : [];
};

/** The kind that leaves the fewest headers unexplained; undefined where two do equally well. */
function bestKind(cells: readonly string[], kinds: readonly TableKind[], words: ImportWords): TableKind | undefined {
  const scored = kinds
    .map((kind) => ({ kind, unknown: readHeader(cells, kind, words).unknown.length }))
    .sort((left, right) => left.unknown - right.unknown);
  return scored[0] && scored[0].unknown !== scored[1]?.unknown ? scored[0].kind : undefined;
}
