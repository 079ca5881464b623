import { monthInYear, parseMonth } from '../../../server/base/month.js';
import { MODES } from '../../../server/base/vocabulary.js';
import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { stackedTable, type Column } from '../../charts/stacked-columns.js';
import { chartWords } from '../../charts/words.js';
import type { Format } from '../../i18n/format.js';
import type { Catalogue } from '../../i18n/zh-cn.js';
import { choice, withDefault, type CellOf } from '../../notebook/fields.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { periodIncomes, type PeriodIncome } from '../receipts.js';
import { income, type IncomeGroup } from './operations.js';
import type { HistoryWords } from './words.js';

export const historyFields = {
  /** Columns by year or by month. */
  period: withDefault(choice('year', 'month'), 'year'),
};

export type HistoryCell = CellOf<'history', typeof historyFields>;

export interface HistoryAnswers {
  readonly income: { readonly income: { readonly groups: readonly IncomeGroup[] } };
}

type ShownHistory = Shown<HistoryCell, HistoryAnswers, HistoryWords>;

export const historyRequests = (cell: HistoryCell, { county }: CellPlace) => ({
  income: income(county.code, cell.period === 'month' ? 'MONTH' : 'YEAR', null),
});

/** Periods as columns: each year named under the axis, of months only the Januaries. */
export function columnsOf(periods: readonly PeriodIncome[], asOf: string | null, format: Format): Column[] {
  const last = parseMonth(asOf ?? '');
  return periods.map(({ period, year, month, byMode, total, partial }) => ({
    key: period,
    label: partial && last !== undefined ? chartWords[format.language].fanChart.soFar(year, String(monthInYear(last))) : period,
    tick: month === null || month === 1 ? String(year) : '',
    parts: byMode,
    total,
    partial,
  }));
}

export const modeSeries = (common: Catalogue) => MODES.map((mode) => ({ key: mode, name: common.modes[mode] }));

/** What the columns are drawn from; undefined where nothing has been received yet. */
export function historyChart({ cell, answers, county, words, common, format }: ShownHistory): ChartProps['StackedColumns'] | undefined {
  const periods = periodIncomes(answers.income.income.groups, county.asOf);
  if (periods.length === 0) return undefined;
  return {
    title: words.chart,
    source: words.source,
    periodName: cell.period === 'month' ? words.month : words.year,
    series: modeSeries(common),
    columns: columnsOf(periods, county.asOf, format),
    note: periods.some(({ partial }) => partial) ? words.partial(String(Number(county.asOf?.slice(5) ?? 12))) : '',
  };
}

export function historyCharts(shown: ShownHistory): readonly ChartPicture[] {
  const props = historyChart(shown);
  return props ? [{ chart: 'StackedColumns', props }] : [];
}

export function historyTables(shown: ShownHistory): readonly DataTable[] {
  const chart = historyChart(shown);
  return chart ? [stackedTable(chart, shown.format)] : [];
}
