import { monthInYear, parseMonth } from '../../../server/base/month.js';
import { MODES } from '../../../server/base/vocabulary.js';
import { income, type IncomeGroup } from '../../api/operations.js';
import type { Column } from '../../charts/stacked-columns.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import type { HistoryCell } from '../../notebook/notebook.js';
import type { PeriodIncome } from '../receipts.js';

export interface HistoryAnswers {
  readonly income: { readonly income: { readonly groups: readonly IncomeGroup[] } };
}

export const historyRequests = (cell: HistoryCell, county: string) => ({
  income: income(county, cell.period === 'month' ? 'MONTH' : 'YEAR', null),
});

/** Periods as columns: each year named under the axis, of months only the Januaries. */
export function columnsOf(periods: readonly PeriodIncome[], asOf: string | null, words: Catalogue): Column[] {
  const last = parseMonth(asOf ?? '');
  return periods.map(({ period, year, month, byMode, total, partial }) => ({
    key: period,
    label: partial && last !== undefined ? words.village.soFar(year, String(monthInYear(last))) : period,
    tick: month === null || month === 1 ? String(year) : '',
    parts: byMode,
    total,
    partial,
  }));
}

export const modeSeries = (words: Catalogue) => MODES.map((mode) => ({ key: mode, name: words.modes[mode] }));
