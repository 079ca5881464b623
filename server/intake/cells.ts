import { type Fen, type MoneyUnit, parseAmount } from '../base/money.js';
import { type Month, parseMonth } from '../base/month.js';
import { codeOf, INDUSTRY_WORDS, type Industry, MODE_WORDS, type Mode, STAGE_WORDS, type Stage } from '../base/vocabulary.js';
import { suggestions } from '../base/suggestion.js';
import type { TableRow } from './table-row.js';

/** Each reader gives a cell's value, or tells the row's findings what is wrong with it and gives undefined. */

const MOST_TEXT = 200;

/** Numbers in full-width digits are meant like any other. */
const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** Free text; null where it is empty. */
export function readText(row: TableRow, column: string): string | null | undefined {
  const text = row.text(column);
  if (text.length > MOST_TEXT) return row.refuse(column, 'TEXT_TOO_LONG', { most: MOST_TEXT });
  return text === '' ? null : text;
}

/** Text that must not be empty. */
export function readRequiredText(row: TableRow, column: string): string | undefined {
  const text = readText(row, column);
  return text === null ? row.refuse(column, 'EMPTY_CELL') : text;
}

/** A statistical code of so many digits; an apostrophe that a spreadsheet put before it is dropped. */
export function readCode(row: TableRow, column: string, digits: number): string | undefined {
  const text = halfWidth(row.text(column)).replace(/^'/, '');
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  if (isMangledCode(text)) return row.refuse(column, 'CODE_MANGLED');
  return text.length === digits && /^\d+$/.test(text) ? text : row.refuse(column, 'BAD_CODE', { digits });
}

/** Whether a spreadsheet turned a code into a rounded number, as in 4.51026E+11. */
export const isMangledCode = (text: string): boolean => /^\d(?:\.\d+)?E\+?\d+$/i.test(text);

const MOST_ITEM_CODE = 64;

/** The code of a park or project, as people choose it. */
export function readItemCode(row: TableRow, column: string): string | undefined {
  const text = row.text(column);
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  const usable = text.length <= MOST_ITEM_CODE && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text);
  return usable ? text : row.refuse(column, 'BAD_ITEM_CODE', { most: MOST_ITEM_CODE });
}

/** A month; a full date counts as its month. */
export function readMonth(row: TableRow, column: string): Month | undefined {
  const text = halfWidth(row.text(column));
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  const date = /^(\d{4}[-/.年]\d{1,2})[-/.月](\d{1,2})日?(?: 0{1,2}:00(?::00)?)?$/.exec(text);
  const month = date && Number(date[2]) >= 1 && Number(date[2]) <= 31 ? parseMonth(date[1]!) : parseMonth(text);
  return month ?? row.refuse(column, 'BAD_MONTH');
}

export function readYear(row: TableRow, column: string): number | undefined {
  const text = halfWidth(row.text(column));
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  const year = /^(\d{4})年?度?$/.exec(text);
  return year && Number(year[1]) >= 1949 && Number(year[1]) < 2200 ? Number(year[1]) : row.refuse(column, 'BAD_YEAR');
}

/** One billion yuan: more than any village has; sums of amounts below it stay exact. */
const MOST_AMOUNT: Fen = 100_000_000_000;

const UNIT_NAMES: Readonly<Record<MoneyUnit, { readonly unitZh: string; readonly unitEn: string }>> = {
  yuan: { unitZh: '元', unitEn: 'yuan' },
  wan: { unitZh: '万元', unitEn: '10,000 yuan' },
};

/** An amount in the table's unit. */
export function readAmount(row: TableRow, column: string): Fen | undefined {
  const text = halfWidth(row.text(column));
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  const amount = parseAmount(text, row.table.unit);
  if (amount === undefined) return row.refuse(column, 'BAD_AMOUNT');
  return Math.abs(amount) <= MOST_AMOUNT ? amount : row.refuse(column, 'AMOUNT_TOO_LARGE', UNIT_NAMES[row.table.unit]);
}

/** An amount that cannot be negative. */
export function readPositiveAmount(row: TableRow, column: string): Fen | undefined {
  const amount = readAmount(row, column);
  return amount !== undefined && amount < 0 ? row.refuse(column, 'NEGATIVE_AMOUNT') : amount;
}

/** A fraction between 0 and 1, also written in percent; null where the cell is empty. */
export function readShare(row: TableRow, column: string): number | null | undefined {
  const text = halfWidth(row.text(column));
  if (text === '') return null;
  const match = /^(\d*\.?\d+|\d+\.)(%?)$/.exec(text);
  const percent = match?.[2] === '%' || row.column(column)?.percent === true;
  // Moving the point as text keeps 8.2% from becoming 0.08199999999999999.
  const value = match ? Number(percent ? `${match[1]}e-2` : match[1]) : Number.NaN;
  return value >= 0 && value <= 1 ? value : row.refuse(column, 'BAD_FRACTION');
}

/** A number from 0 to `most`; null where the cell is empty. */
export function readNumber(row: TableRow, column: string, most: number): number | null | undefined {
  const text = halfWidth(row.text(column));
  if (text === '') return null;
  const value = /^(\d*\.?\d+|\d+\.)$/.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= most ? value : row.refuse(column, 'BAD_NUMBER', { least: 0, most });
}

const MET = ['1', '是', '√', '✓', '符合', '达标', '有', 'y', 'yes', 'true'];
const NOT_MET = ['0', '否', '×', '✗', 'x', '不符合', '未达标', '无', 'n', 'no', 'false'];

/** A condition: met, not met, or null where the cell is empty. */
export function readCriterion(row: TableRow, column: string): boolean | null | undefined {
  const text = halfWidth(row.text(column)).toLowerCase();
  if (text === '') return null;
  if (MET.includes(text)) return true;
  return NOT_MET.includes(text) ? false : row.refuse(column, 'BAD_CRITERION');
}

/** `codeOf` for the words of one vocabulary, each spelling looked up once: files repeat a few words very often. */
function reader<Code extends string>(words: Parameters<typeof codeOf<Code>>[0]): (written: string) => Code | undefined {
  const known = new Map<string, Code>();
  return (written) => {
    const code = known.get(written) ?? codeOf(words, written);
    if (code !== undefined) known.set(written, code);
    return code;
  };
}

const modeOf = reader<Mode>(MODE_WORDS);
const industryOf = reader<Industry>(INDUSTRY_WORDS);
const stageOf = reader<Stage>(STAGE_WORDS);

export function readMode(row: TableRow, column: string): Mode | undefined {
  const text = row.text(column);
  if (text === '') return row.refuse(column, 'EMPTY_CELL');
  return modeOf(text) ?? row.refuse(column, 'UNKNOWN_MODE', { suggestions: nearWords(MODE_WORDS, text) });
}

/** Null where the cell is empty. */
export function readIndustry(row: TableRow, column: string): Industry | null | undefined {
  const text = row.text(column);
  if (text === '') return null;
  return industryOf(text) ?? row.refuse(column, 'UNKNOWN_INDUSTRY', { suggestions: nearWords(INDUSTRY_WORDS, text) });
}

/** Null where the cell is empty. */
export function readStage(row: TableRow, column: string): Stage | null | undefined {
  const text = row.text(column);
  if (text === '') return null;
  return stageOf(text) ?? row.refuse(column, 'UNKNOWN_STAGE', { suggestions: nearWords(STAGE_WORDS, text) });
}

const nearWords = (words: Readonly<Record<string, { readonly zh: string; readonly en: string }>>, text: string): string[] =>
  suggestions(
    text,
    Object.entries(words).flatMap(([code, word]) => (/^[\x20-\x7e]+$/.test(text) ? [code] : [word.zh])),
  );
