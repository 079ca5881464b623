import { monthOf, formatMonth } from '../../base/month.js';
import { MODE_WORDS } from '../../base/vocabulary.js';
import type { ProblemCode } from '../../base/errors/catalogue.js';
import { readHeader } from '../header.js';
import { type ImportWords, NO_WORDS } from '../import-words.js';
import type { SheetRow } from '../sheet.js';
import {
  cumulativeMonthOfHeader,
  lastMonthOfSpan,
  modeOfHeader,
  modeOfText,
  monthOfHeader,
  monthOfText,
  yearOfText,
} from './period-of-text.js';

/** A sheet with a column for each month, or for each mode, turned into one with a row for each receipt. */
export interface WideReceipts {
  /** The header of the turned sheet: what the sheet had beside its amounts, then mode, month and amount. */
  readonly header: readonly string[];
  /** The columns of amounts in the sheet as it was. */
  readonly amounts: readonly number[];
  readonly titles: readonly string[];
  /** The amounts count from January to their month. */
  readonly cumulative: boolean;
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
 * Recognises a sheet of receipts with a column a month (1月 … 12月, 2020年1月 …; 1月, 1-2月, 1-3月 … where they count from January), a
 * column a mode (产业, 物业 …), or one column of the month (本月到账 beside 累计到账) or up to it (累计到账 alone). What its headers do
 * not say (year, month, mode) its titles and names may.
 * @param around title rows, the sheet's name and the file's name, the nearest first
 * @returns undefined where the header is of no such sheet
 */
export function wideReceipts(
  cells: readonly string[],
  around: readonly string[],
  words: ImportWords = NO_WORDS,
): WideReceipts | CannotTurn | undefined {
  const known = readHeader(cells, 'receipts', words);
  if (!known.columns.has('village') && !known.columns.has('village_code')) return undefined;
  if (known.columns.has('amount') && known.columns.has('month')) return undefined;
  const told = <Value>(read: (text: string) => Value | undefined): Value | undefined => {
    for (const text of around) {
      const value = read(text);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const alone = monthColumns(cells, monthOfHeader);
  const upTo = monthColumns(cells, cumulativeMonthOfHeader);
  // The first column of 1月, 1-2月, 1-3月 counts from January, too.
  const isUpTo = upTo.length >= FEWEST && alone.every(({ month }) => month === 1);
  const months = isUpTo ? [...alone, ...upTo].toSorted((left, right) => left.index - right.index) : alone;
  const hasMode = known.columns.has('mode');
  const hasMonth = known.columns.has('month');
  const columns: AmountColumn[] = [];
  let cumulative = isUpTo;
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
    const own = modes.length >= FEWEST ? { columns: modes, cumulative: false } : ofTheMonth(cells);
    if (own === undefined) return undefined;
    const { title } = own.columns[0]!;
    const last = cumulativeMonthOfHeader(title)?.month ?? told(lastMonthOfSpan);
    cumulative = own.cumulative || (modes.length >= FEWEST && !hasMonth && last !== undefined);
    const [year, month] = [yearOfText(title) ?? told(yearOfText), (cumulative ? last : undefined) ?? told(monthOfText)];
    if (!hasMonth && (year === undefined || month === undefined)) return { code: 'MONTH_NOT_TOLD', details: {} };
    const shown = hasMonth ? undefined : formatMonth(monthOf(year!, month!));
    columns.push(...own.columns.map((column) => ({ ...column, month: shown })));
  }
  const mode = told(modeOfText);
  if (!hasMode && columns.some((column) => column.mode === undefined) && mode === undefined) return { code: 'MODE_NOT_TOLD', details: {} };
  return turning(cells, columns, { mode: mode === undefined ? undefined : MODE_WORDS[mode].zh, cumulative });
}

const monthColumns = (cells: readonly string[], read: typeof monthOfHeader) =>
  cells.flatMap((title, index) => {
    const found = read(title);
    return found ? [{ index, title, ...found }] : [];
  });

interface OwnColumns {
  readonly columns: readonly { readonly index: number; readonly title: string; readonly mode: string | undefined }[];
  readonly cumulative: boolean;
}

/** The column of the month itself, whatever stands beside it; else the one that counts up to the month. */
function ofTheMonth(cells: readonly string[]): OwnColumns | undefined {
  const plain = cells.map((cell) => cell.normalize('NFKC').replace(/\s/g, ''));
  const own = plain.findIndex((cell) => /^(?:本月|当月)/.test(cell));
  const cumulative = plain.findIndex((cell) => /累计/.test(cell));
  const index = own >= 0 ? own : cumulative;
  return index < 0 ? undefined : { columns: [{ index, title: cells[index]!, mode: undefined }], cumulative: own < 0 };
}

/** Sums beside the amounts that the sheet has already: 合计, 累计 and shares are computed, not received. */
const COMPUTED = /合计|小计|总计|累计|占比|比例|同比|增长|排名|名次|完成率/;

function turning(
  cells: readonly string[],
  columns: readonly AmountColumn[],
  { mode, cumulative }: { readonly mode: string | undefined; readonly cumulative: boolean },
): WideReceipts {
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
    cumulative,
    turn: (rows) =>
      rows.flatMap(({ row, cells: values }) =>
        columns.flatMap((column) => {
          const amount = values[column.index] ?? '';
          // Nothing came in: an empty cell, a dash, a zero. A zero that counts from January says that what came before was wrong.
          if ((cumulative ? /^[-—–/]*$/ : /^(?:[-—–/]*|0+(?:\.0+)?)$/).test(amount.normalize('NFKC').trim())) return [];
          const own = beside.map((index) => values[index] ?? '');
          const turned = [...own, ...(addsMode ? [column.mode ?? mode ?? ''] : []), ...(addsMonth ? [column.month ?? ''] : []), amount];
          return [{ row, cells: turned, amountColumn: column.title }];
        }),
      ),
  };
}
