import type { MoneyUnit } from '../base/money.js';
import { suggestions } from '../base/suggestion.js';
import { type Column, COLUMNS } from './columns.js';
import { type ImportWords, NO_WORDS } from './import-words.js';
import { TABLE_KINDS, type TableKind } from './table-kind.js';

/** Where a column of the contract stands in a file. */
export interface PlacedColumn {
  readonly index: number;
  /** The header as the file writes it. */
  readonly written: string;
  /** The unit that the header names. */
  readonly unit: MoneyUnit | undefined;
  /** True where the header says percent. */
  readonly percent: boolean;
}

/** A header read as that of one kind of table. */
export interface HeaderReading {
  readonly kind: TableKind;
  /** Number of cells, those without a name included. */
  readonly width: number;
  readonly columns: ReadonlyMap<string, PlacedColumn>;
  /** Columns that a file must have and this one lacks. */
  readonly missing: readonly Column[];
  /** Pairs of headers that mean the same column. */
  readonly duplicates: readonly { readonly written: string; readonly first: string }[];
  /** Headers that mean nothing here, each with the headers that it may be meant for. */
  readonly unknown: readonly { readonly written: string; readonly suggestions: readonly string[] }[];
}

const UNIT = /[([【]?(?:单位|unit)?:?(万元|万|元|wan|yuan)[)\]】]?$/;
const PERCENT = /[([【](?:%|百分比|percent)[)\]】]$/;

/** A header without case, blanks, underscores and full-width forms, so that 金额(万元) is read like 金额(万元). */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*-]/g, '');

/** Splits a header into what it names and the unit behind it. */
export function splitUnit(header: string): { readonly name: string; readonly unit: MoneyUnit | undefined; readonly percent: boolean } {
  const whole = plain(header);
  const match = UNIT.exec(whole);
  const unit = match ? (match[1] === '元' || match[1] === 'yuan' ? 'yuan' : 'wan') : undefined;
  return { name: whole.replace(UNIT, '').replace(PERCENT, ''), unit, percent: PERCENT.test(whole) };
}

/** The unit that a title above the table states, as in 单位:万元; undefined where it states none. */
export function unitOfTitle(cells: readonly string[]): MoneyUnit | undefined {
  const match = /单位:?(万元|元)/.exec(plain(cells.join(' ')));
  return match ? (match[1] === '元' ? 'yuan' : 'wan') : undefined;
}

const ALIASES: Readonly<Record<TableKind, ReadonlyMap<string, Column>>> = Object.fromEntries(
  TABLE_KINDS.map((kind) => [
    kind,
    new Map(COLUMNS[kind].flatMap((column) => [column.name, column.zh, ...column.also].map((alias) => [plain(alias), column] as const))),
  ]),
) as Record<TableKind, Map<string, Column>>;

/**
 * Reads a row of cells as the header of a kind of table.
 * @param words what people have said that headers mean: that comes first
 */
export function readHeader(cells: readonly string[], kind: TableKind, words: ImportWords = NO_WORDS): HeaderReading {
  const columns = new Map<string, PlacedColumn>();
  const duplicates: { written: string; first: string }[] = [];
  const unknown: { written: string; suggestions: readonly string[] }[] = [];
  for (const [index, written] of cells.entries()) {
    if (written === '') continue;
    const { name, unit, percent } = splitUnit(written);
    const whole = ALIASES[kind].get(plain(written));
    const said = words.column(kind, written);
    const column = COLUMNS[kind].find((known) => known.name === said) ?? whole ?? ALIASES[kind].get(name);
    const first = column && columns.get(column.name);
    if (!column)
      unknown.push({
        written,
        suggestions: suggestions(
          name,
          COLUMNS[kind].flatMap((known) => [known.name, known.zh]),
          1,
        ),
      });
    else if (first) duplicates.push({ written, first: first.written });
    else columns.set(column.name, { index, written, unit: column.measure === 'money' && !whole ? unit : undefined, percent });
  }
  return { kind, width: cells.length, columns, missing: missingColumns(kind, columns), duplicates, unknown };
}

function missingColumns(kind: TableKind, columns: ReadonlyMap<string, PlacedColumn>): Column[] {
  const missing = COLUMNS[kind].filter((column) => column.required && !columns.has(column.name));
  const byVillage = COLUMNS[kind].find((column) => column.name === 'village');
  if (byVillage && !columns.has('village') && !columns.has('village_code')) missing.unshift(byVillage);
  return missing;
}

/** The kinds of table whose every required column a row of cells has. */
export const kindsOfHeader = (cells: readonly string[], words: ImportWords = NO_WORDS): TableKind[] =>
  TABLE_KINDS.filter((kind) => readHeader(cells, kind, words).missing.length === 0);
