import type { MoneyUnit } from '../base/money.js';
import type { Encoding } from './decode.js';
import type { Findings } from './findings.js';
import { findHeader, type FoundHeader } from './find-header.js';
import { type HeaderReading, unitOfTitle } from './header.js';
import { type ImportWords, NO_TABLE } from './import-words.js';
import { withoutNotes } from './layout/notes.js';
import { withoutTotals } from './layout/totals.js';
import type { Notice } from './notice.js';
import type { SheetRow } from './sheet.js';
import type { SourceFile } from './source-files.js';
import { kindOfName, TABLE_WORDS, type TableKind } from './table-kind.js';

/** A file, or one sheet of a workbook, cut into rows. */
export interface SourceSheet {
  readonly file: SourceFile;
  readonly encoding: Encoding | 'Excel';
  readonly rows: readonly SheetRow[];
  /** What may tell what a sheet is and of when, the nearest first: the sheet's own name, the file's. */
  readonly names: readonly string[];
}

/** A file understood as one of the tables: its header is read, its rows are not yet. */
export interface Table {
  readonly kind: TableKind;
  readonly file: SourceFile;
  readonly encoding: Encoding | 'Excel';
  readonly header: HeaderReading;
  /** What a bare amount means: the flag, else the header, else yuan. */
  readonly unit: MoneyUnit;
  readonly unitFrom: 'flag' | 'header' | 'default';
  /** The amounts count from January to their month. */
  readonly cumulative: boolean;
  /** Below the header. */
  readonly rows: readonly SheetRow[];
}

/** Where what is found goes, and what people have said before. */
export interface ReadingMeans {
  readonly findings: Findings;
  readonly notices: Notice[];
  readonly words: ImportWords;
}

/** The units as headers write them. */
export const UNIT_WORDS: Readonly<Record<MoneyUnit, string>> = { yuan: '元', wan: '万元' };

/**
 * Understands a sheet as a table: by its name, or by its header where the name tells nothing or something else. What is
 * wrong goes to `findings`, and the table is undefined then; a sheet that was not named and is no table at all is only noticed.
 */
export function readTable(sheet: SourceSheet, flag: MoneyUnit | undefined, { findings, notices, words }: ReadingMeans): Table | undefined {
  const { file } = sheet;
  const place = { file: file.name };
  const named = sheet.names.map((name) => words.sheet(name) ?? kindOfName(name)).find((kind) => kind !== undefined);
  if (named === NO_TABLE) {
    notices.push({ place, code: 'SHEET_PASSED_OVER', details: {} });
    return undefined;
  }
  const found = findHeader(sheet.rows, named, sheet.names, words);
  if (!found) {
    const row = sheet.rows[0];
    if (file.named) findings.add({ ...place, row: row?.row }, 'UNKNOWN_TABLE', { found: row?.cells ?? [] });
    else notices.push({ place, code: 'FILE_IGNORED', details: {} });
    return undefined;
  }
  const headerRow = sheet.rows[found.index + found.height - 1]!;
  const at = { ...place, row: headerRow.row };
  if ('cannot' in found) {
    findings.add(at, found.cannot.code, found.cannot.details);
    return undefined;
  }
  const { header } = found;
  for (const { written, first } of header.duplicates)
    findings.add({ ...at, column: written }, 'DUPLICATE_COLUMN', { value: written, first });
  if (header.missing.length) {
    const { zh: tableZh, en: tableEn } = TABLE_WORDS[header.kind];
    const missing = { missingZh: header.missing.map((column) => column.zh), missingEn: header.missing.map((column) => column.name) };
    findings.add(at, 'MISSING_COLUMNS', {
      table: header.kind,
      tableZh,
      tableEn,
      ...missing,
      found: headerRow.cells.filter((cell) => cell !== ''),
    });
  }
  const rows = detailRows(sheet, found, findings, notices);
  if (!rows.length) findings.add(at, 'HEADER_ONLY');
  if (header.duplicates.length || header.missing.length || !rows.length) return undefined;
  for (const { written, suggestions } of header.unknown) {
    if (!COUNTERS.test(written))
      notices.push({ place: at, code: 'COLUMN_IGNORED', details: { value: written, suggestion: suggestions[0], table: header.kind } });
  }
  if (found.wide) notices.push({ place: at, code: 'TURNED', details: { columns: found.wide.titles.join('、') } });
  const titles = sheet.rows.slice(0, found.index + found.height - 1).flatMap((row) => row.cells);
  const stated = [...header.columns.values()].find((column) => column.unit)?.unit ?? unitOfTitle([...titles, ...headerRow.cells]);
  if (flag && stated && flag !== stated)
    notices.push({ place: at, code: 'UNIT_FLAG_WINS', details: { header: UNIT_WORDS[stated], unit: UNIT_WORDS[flag] } });
  return {
    kind: header.kind,
    file,
    encoding: sheet.encoding,
    header,
    cumulative: found.wide?.cumulative ?? false,
    rows,
    unit: flag ?? stated ?? 'yuan',
    unitFrom: flag ? 'flag' : stated ? 'header' : 'default',
  };
}

/** A column of running numbers says nothing. */
const COUNTERS = /^(?:序号|编号|No\.?|#)$/i;
/** What our templates write there beside rows that explain. */
const EXPLAINS = /^(?:说明|示例|Note|Example)$/i;

/** Without the rows in which a template explains itself. */
function withoutExplanations(rows: readonly SheetRow[], header: readonly string[]): readonly SheetRow[] {
  const counter = header.findIndex((cell) => COUNTERS.test(cell));
  return counter < 0 ? rows : rows.filter(({ cells }) => !EXPLAINS.test(cells[counter] ?? ''));
}

/** The rows below the header that are neither notes nor totals, turned where the sheet is wide. */
function detailRows(sheet: SourceSheet, found: FoundHeader, findings: Findings, notices: Notice[]): readonly SheetRow[] {
  const { header, wide } = found;
  const below = withoutExplanations(sheet.rows.slice(found.index + found.height), found.cells);
  const amount = header.columns.get('amount')?.index;
  const amounts = wide ? wide.amounts : amount === undefined ? [] : [amount];
  if (!amounts.length) return below;
  const place = { file: sheet.file.name, amounts, header: found.cells };
  const details = withoutTotals(withoutNotes(below, place, notices), place, findings, notices);
  return wide ? wide.turn(details) : details;
}
