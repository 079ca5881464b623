import { group } from 'd3-array';
import { MODES, type Mode } from '../../server/base/vocabulary.js';
import { monthInYear, parseMonth, yearOf } from '../../server/base/month.js';
import type { IncomeGroup } from './history/operations.js';

/** What came in during one year or month, by mode in the fixed order; yuan. */
export interface PeriodIncome {
  /** 2019 or 2019-05. */
  readonly period: string;
  readonly year: number;
  /** Null for a whole year. */
  readonly month: number | null;
  readonly byMode: readonly number[];
  readonly total: number;
  /** The running year, of which only some months are closed. */
  readonly partial: boolean;
}

/**
 * Groups of the API as one row a period, in order, periods without any receipt between them included.
 * @param asOf the last closed month, 2020-05
 */
export function periodIncomes(groups: readonly IncomeGroup[], asOf: string | null): PeriodIncome[] {
  const last = parseMonth(asOf ?? '');
  const byPeriod = group(groups, ({ year, month }) => (month === null ? (year ?? 0) : (parseMonth(month) ?? 0)));
  const monthly = groups.some(({ month }) => month !== null);
  const periods = [...byPeriod.keys()];
  if (periods.length === 0) return [];
  const first = Math.min(...periods);
  const count = Math.max(...periods) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = first + index;
    const byMode = MODES.map((mode: Mode) => sum((byPeriod.get(at) ?? []).filter((one) => one.mode === mode).map(({ amount }) => amount)));
    const year = monthly ? yearOf(at) : at;
    const month = monthly ? monthInYear(at) : null;
    return {
      period: month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
      year,
      month,
      byMode,
      total: sum(byMode),
      partial: month === null && last !== undefined && year === yearOf(last) && monthInYear(last) < 12,
    };
  });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
