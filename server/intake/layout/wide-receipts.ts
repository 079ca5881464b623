import { monthOf, formatMonth } from '../../base/month.js';
import { MODE_WORDS } from '../../base/vocabulary.js';
import type { ProblemCode } from '../../base/errors/catalogue.js';
import { readHeader } from '../header.js';
import type { SheetRow } from '../sheet.js';
import { modeOfHeader, modeOfText, monthOfHeader, monthOfText, yearOfText } from './period-of-text.js';

/** A sheet with a column for each month, or for each mode, turned into one with a row for each receipt. */
export interface WideReceipts {
  /** The header of the turned sheet: what the sheet had beside its amounts, then mode, month and amount. */
  readonly header: readonly string[];
  /** The columns of amounts in the sheet as it was. */
  readonly amounts: readonly number[];
  readonly titles: readonly string[];
  turn(rows: readonly SheetRow[]): SheetRow[];
}

/** Why a sheet that is wide cannot be turned. */
export interface CannotTurn {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string>>;
}

/** Fewer columns than this of months or modes are no wide sheet. */
const FEWEST = 2;
const MODE_HEADER = '模式';
const MONTH_HEADER = '月份';
const AMOUNT_HEADER = '金额';

interface AmountColumn {
  readonly index: number;
  readonly title: string;
  readonly month: string | undefined;
  readonly mode: string | undefined;
}

/**
 * Recognises a sheet of receipts with a column a month (1月 … 12月, 2020年1月 …), a column a mode (产业, 物业 …), or one column of
 * the month (本月到账 beside 累计到账). What its headers do not say (year, month, mode) its titles and names may.
 * @param around title rows, the sheet's name and the file's name, the nearest first
 * @returns undefined where the header is of no such sheet
 */
export function wideReceipts(cells: readonly string[], around: readonly string[]): WideReceipts | CannotTurn | undefined {
  const known = readHeader(cells, 'receipts');
  if (!known.columns.has('village') && !known.columns.has('village_code')) return undefined;
  if (known.columns.has('amount') && known.columns.has('month')) return undefined;
  const told = <Value>(read: (text: string) => Value | undefined): Value | undefined => {
    for (const text of around) {
      const value = read(text);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const months = cells.flatMap((title, index) => {
    const found = monthOfHeader(title);
    return found ? [{ index, title, ...found }] : [];
  });
  const hasMode = known.columns.has('mode');
  const hasMonth = known.columns.has('month');
  const columns: AmountColumn[] = [];
  if (months.length >= FEWEST) {
    const year = told(yearOfText);
    if (months.some((column) => column.year === undefined) && year === undefined) return { code: 'MONTH_NOT_TOLD', details: {} };
    columns.push(
      ...months.map(({ index, title, month, year: own }) => ({
        index,
        title,
        month: formatMonth(monthOf(own ?? year!, month)),
        mode: undefined,
      })),
    );
  } else {
    const modes = cells.flatMap((title, index) => {
      const mode = modeOfHeader(title);
      return mode ? [{ index, title, mode: MODE_WORDS[mode].zh }] : [];
    });
    const own = modes.length >= FEWEST ? modes : ofTheMonth(cells);
    if (own === undefined) return undefined;
    if ('code' in own) return own;
    const [year, month] = [told(yearOfText), told(monthOfText)];
    if (!hasMonth && (year === undefined || month === undefined)) return { code: 'MONTH_NOT_TOLD', details: {} };
    const shown = hasMonth ? undefined : formatMonth(monthOf(year!, month!));
    columns.push(...own.map((column) => ({ ...column, month: shown })));
  }
  const mode = told(modeOfText);
  if (!hasMode && columns.some((column) => column.mode === undefined) && mode === undefined) return { code: 'MODE_NOT_TOLD', details: {} };
  return turning(cells, columns, mode === undefined ? undefined : MODE_WORDS[mode].zh);
}

/** The column of the month itself beside a cumulative one; a cumulative one alone says nothing of the month. */
function ofTheMonth(cells: readonly string[]): { index: number; title: string; mode: undefined }[] | CannotTurn | undefined {
  const plain = cells.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
  const own = plain.findIndex((cell) => /^(?:本月|当月)/.test(cell));
  const cumulative = plain.findIndex((cell) => /累计/.test(cell));
  if (own >= 0) return [{ index: own, title: cells[own]!, mode: undefined }];
  return cumulative >= 0 ? { code: 'ONLY_CUMULATIVE', details: { value: cells[cumulative]! } } : undefined;
}

/** Sums beside the amounts that the sheet has already: 合计, 累计 and shares are computed, not received. */
const COMPUTED = /合计|小计|总计|累计|占比|比例|同比|增长|排名|名次|完成率/;

function turning(cells: readonly string[], columns: readonly AmountColumn[], mode: string | undefined): WideReceipts {
  const wanted = new Set(columns.map(({ index }) => index));
  const beside = cells.flatMap((title, index) => (wanted.has(index) || COMPUTED.test(title) ? [] : [index]));
  const addsMode = columns.some((column) => column.mode !== undefined) || mode !== undefined;
  const addsMonth = columns.some((column) => column.month !== undefined);
  const unit = /[((](万元|元)[))]/.exec(columns[0]!.title.normalize('NFKC'))?.[1];
  return {
    header: [
      ...beside.map((index) => cells[index]!),
      ...(addsMode ? [MODE_HEADER] : []),
      ...(addsMonth ? [MONTH_HEADER] : []),
      unit ? `${AMOUNT_HEADER}(${unit})` : AMOUNT_HEADER,
    ],
    amounts: [...wanted],
    titles: columns.map(({ title }) => title),
    turn: (rows) =>
      rows.flatMap(({ row, cells: values }) =>
        columns.flatMap((column) => {
          const amount = values[column.index] ?? '';
          // Nothing came in: an empty cell, a dash, a zero.
          if (/^(?:|[-—–/]+|0+(?:\.0+)?)$/.test(amount.normalize('NFKC').trim())) return [];
          const own = beside.map((index) => values[index] ?? '');
          const turned = [...own, ...(addsMode ? [column.mode ?? mode ?? ''] : []), ...(addsMonth ? [column.month ?? ''] : []), amount];
          return [{ row, cells: turned, amountColumn: column.title }];
        }),
      ),
  };
}
