import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { CFB, read, set_cptable, SSF, type CellObject, type DenseWorkSheet, type Range, type WorkBook } from '@e965/xlsx';
import { Problem } from '../base/errors/problem.js';
import type { SheetRow } from './sheet.js';
import { checkArchive } from './archive.js';

// Workbooks from before Excel 97 and of old WPS are in a code page, not in Unicode.
set_cptable(codepages);

/** One sheet of a workbook, cut into rows as a CSV file is. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** What a workbook holds: the sheets that are seen, and the names of those that are hidden and not read. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly hidden: readonly string[];
}

/** Cells of one workbook, the filled-in ones of merged areas included: twenty years of a county, several times over. */
const MOST_CELLS = 8_000_000;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const begins = (bytes: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, index) => bytes[index] === byte);

/** Whether the bytes are those of a workbook: xlsx, or xls and et. */
export const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, ZIP) || begins(bytes, COMPOUND);

/**
 * Reads a workbook: xlsx, xls or WPS's et. Formulas count with the value that was stored with them and are never computed;
 * macros, links and pictures are not read. A value that covers merged cells stands in each of them.
 * @throws Problem FILE_DAMAGED, FILE_LOCKED, ARCHIVE_TOO_LARGE, TOO_MANY_CELLS
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (begins(bytes, ZIP)) await checkArchive(bytes);
  const book = parse(bytes);
  const sheets: WorkbookSheet[] = [];
  const hidden: string[] = [];
  let cells = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      hidden.push(name);
      continue;
    }
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    const rows = sheet?.['!data'];
    if (!sheet || !rows) continue;
    const dates1904 = book.Workbook?.WBProps?.date1904 === true;
    const texts = rows.map((row) => Array.from(row ?? [], (cell) => textOf(cell, dates1904)));
    cells += texts.reduce((sum, row) => sum + row.length, 0) + fillMerged(texts, sheet['!merges'] ?? []);
    if (cells > MOST_CELLS) throw new Problem('TOO_MANY_CELLS', { most: MOST_CELLS });
    sheets.push({ name, rows: numbered(texts) });
  }
  return { sheets, hidden };
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    if (begins(bytes, COMPOUND) && !holdsWorkbook(bytes)) throw new Error('a compound file without a workbook');
    return read(bytes, { type: 'buffer', dense: true, cellHTML: false, cellText: false, cellNF: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(/password|encrypt/i.test(reason) ? 'FILE_LOCKED' : 'FILE_DAMAGED', { reason });
  }
}

/** Old Word documents and installers are compound files, too. */
const holdsWorkbook = (bytes: Uint8Array): boolean => {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return ['Workbook', 'Book'].some((name) => CFB.find(container, name) !== null);
};

/** Rows that are not blank, with their number as the spreadsheet counts it. */
const numbered = (texts: readonly (readonly string[])[]): SheetRow[] =>
  texts.flatMap((row, index) => (row?.some((cell) => cell !== '') ? [{ row: index + 1, cells: row }] : []));

/** A cell as a person would have typed it: all digits that are stored, dates as 2020-05-31, percent with its sign. */
function textOf(cell: CellObject | undefined, dates1904: boolean): string {
  if (!cell) return '';
  const { t: kind, v: value, z: format, f: formula } = cell;
  if (value === undefined || kind === 'z') return formula ? `=${formula}` : '';
  if (kind === 'b') return value ? '1' : '0';
  if (kind === 'e') return cell.w ?? '#N/A';
  if (kind !== 'n') return String(value).replace(/\s+/g, ' ').trim();
  const number = Number(value);
  const shape = typeof format === 'string' ? format : String(SSF.get_table()[Number(format)] ?? '');
  if (shape && SSF.is_date(shape)) return dateText(number, dates1904);
  // Fifteen digits are what a spreadsheet shows: the sixteenth is the noise of binary fractions.
  const exact = (amount: number) => plainNumber(Number(amount.toPrecision(15)));
  return shape.includes('%') ? `${exact(number * 100)}%` : exact(number);
}

/** A number in digits: codes of twelve digits must not become 4.51026E+11. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

function dateText(serial: number, date1904: boolean): string {
  const date = SSF.parse_date_code(serial, { date1904 });
  if (!date) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.y).padStart(4, '0')}-${two(date.m)}-${two(date.d)}`;
}

/** Writes the value of each merged area into all of its cells; tells how many cells that added. */
function fillMerged(texts: string[][], merges: readonly Range[]): number {
  let added = 0;
  for (const { s: first, e: last } of merges) {
    const value = texts[first.r]?.[first.c] ?? '';
    if (value === '') continue;
    added += (last.r - first.r + 1) * (last.c - first.c + 1);
    if (added > MOST_CELLS) throw new Problem('TOO_MANY_CELLS', { most: MOST_CELLS });
    for (let row = first.r; row <= last.r; row++) {
      const cells = (texts[row] ??= []);
      while (cells.length <= last.c) cells.push('');
      for (let column = first.c; column <= last.c; column++) cells[column] = value;
    }
  }
  return added;
}
