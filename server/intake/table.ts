import type { MoneyUnit } from '../base/money.js';
import { Problem } from '../base/errors/problem.js';
import { decode, type Encoding } from './decode.js';
import type { Findings } from './findings.js';
import { type HeaderReading, kindsOfHeader, readHeader, unitOfTitle } from './header.js';
import type { Notice } from './notice.js';
import { type Delimiter, parseSheet, type SheetRow } from './sheet.js';
import type { SourceFile } from './source-files.js';
import { kindOfName, TABLE_WORDS, type TableKind } from './table-kind.js';

/** A file understood as one of the tables: its header is read, its rows are not yet. */
export interface Table {
  readonly kind: TableKind;
  readonly file: SourceFile;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: HeaderReading;
  /** What a bare amount means: the flag, else the header, else yuan. */
  readonly unit: MoneyUnit;
  readonly unitFrom: 'flag' | 'header' | 'default';
  /** Below the header. */
  readonly rows: readonly SheetRow[];
}

const UNIT_WORDS: Readonly<Record<MoneyUnit, string>> = { yuan: '元', wan: '万元' };

/** How many rows may stand above the header: titles of a spreadsheet. */
const MOST_TITLE_ROWS = 10;

/**
 * Understands a file as a table: by its name, or by its header where the name tells nothing or something else. What is
 * wrong goes to `findings`, and the table is undefined then; a file of a folder that is no table at all is only noticed.
 */
export function readTable(file: SourceFile, flag: MoneyUnit | undefined, findings: Findings, notices: Notice[]): Table | undefined {
  const place = { file: file.name };
  try {
    const { text, encoding } = decode(file.bytes);
    const sheet = parseSheet(text);
    const found = findHeader(sheet.rows, kindOfName(file.name));
    if (!found) {
      const row = sheet.rows[0];
      if (file.named) findings.add({ ...place, row: row?.row }, 'UNKNOWN_TABLE', { found: row?.cells ?? [] });
      else notices.push({ place, code: 'FILE_IGNORED', details: {} });
      return undefined;
    }
    const { header, index } = found;
    const headerRow = sheet.rows[index]!;
    const at = { ...place, row: headerRow.row };
    for (const { written, first } of header.duplicates)
      findings.add({ ...at, column: written }, 'DUPLICATE_COLUMN', { value: written, first });
    if (header.missing.length) {
      const { zh: tableZh, en: tableEn } = TABLE_WORDS[header.kind];
      const missing = { missingZh: header.missing.map((column) => column.zh), missingEn: header.missing.map((column) => column.name) };
      findings.add(at, 'MISSING_COLUMNS', { tableZh, tableEn, ...missing, found: headerRow.cells.filter((cell) => cell !== '') });
    }
    const rows = sheet.rows.slice(index + 1);
    if (!rows.length) findings.add(at, 'HEADER_ONLY');
    if (header.duplicates.length || header.missing.length || !rows.length) return undefined;
    for (const { written, suggestions } of header.unknown) {
      notices.push({ place: at, code: 'COLUMN_IGNORED', details: { value: written, suggestion: suggestions[0] } });
    }
    const stated =
      [...header.columns.values()].find((column) => column.unit)?.unit ??
      unitOfTitle(sheet.rows.slice(0, index).flatMap((row) => row.cells));
    if (flag && stated && flag !== stated)
      notices.push({ place: at, code: 'UNIT_FLAG_WINS', details: { header: UNIT_WORDS[stated], unit: UNIT_WORDS[flag] } });
    return {
      kind: header.kind,
      file,
      encoding,
      delimiter: sheet.delimiter,
      header,
      rows,
      unit: flag ?? stated ?? 'yuan',
      unitFrom: flag ? 'flag' : stated ? 'header' : 'default',
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const row = typeof error.details.row === 'number' ? error.details.row : undefined;
    findings.add({ ...place, row }, error.code, error.details);
    return undefined;
  }
}

/**
 * The header is the first of the top rows that is complete for the kind that the file's name tells, else for the kind
 * that fits best; where none is complete, the first row, read as the kind of the name.
 */
function findHeader(rows: readonly SheetRow[], named: TableKind | undefined): { header: HeaderReading; index: number } | undefined {
  const top = rows.slice(0, MOST_TITLE_ROWS);
  for (const [index, { cells }] of top.entries()) {
    const kinds = kindsOfHeader(cells);
    const kind = named && kinds.includes(named) ? named : bestKind(cells, kinds);
    if (kind) return { header: readHeader(cells, kind), index };
  }
  return named && top[0] ? { header: readHeader(top[0].cells, named), index: 0 } : undefined;
}

/** The kind that leaves the fewest headers unexplained; undefined where two do equally well. */
function bestKind(cells: readonly string[], kinds: readonly TableKind[]): TableKind | undefined {
  const scored = kinds
    .map((kind) => ({ kind, unknown: readHeader(cells, kind).unknown.length }))
    .sort((left, right) => left.unknown - right.unknown);
  return scored[0] && scored[0].unknown !== scored[1]?.unknown ? scored[0].kind : undefined;
}
