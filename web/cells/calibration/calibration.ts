import type { ChartPicture, ChartProps } from '../../charts/chart-picture.js';
import { reliabilityTable } from '../../charts/reliability.js';
import { numeral, withDefault, type CellOf } from '../../notebook/fields.js';
import type { CellPlace, Shown } from '../cell-place.js';
import type { DataTable } from '../../tables/data-table.js';
import { backtest, type Backtest } from './operations.js';
import type { CalibrationWords } from './words.js';

export const calibrationFields = {
  /** Months of the year that were closed when it was forecast: 0, 3, 6 or 9. */
  closedMonths: withDefault(numeral, 0),
};

export type CalibrationCell = CellOf<'calibration', typeof calibrationFields>;

export interface CalibrationAnswers {
  readonly backtest: { readonly backtest: readonly Backtest[] };
}

type ShownCalibration = Shown<CalibrationCell, CalibrationAnswers, CalibrationWords>;

/** Enough for shares of some hundred forecasts, which are far less sure than that many trials. */
export const BACKTEST_TRIALS = 4000;

/** From where in the year one looks ahead: how many of its months are closed. */
export const CLOSED_MONTHS: readonly number[] = [0, 3, 6, 9];

export const calibrationRequests = (_cell: CalibrationCell, { county }: CellPlace) => ({
  backtest: backtest(county.code, BACKTEST_TRIALS),
});

/** What was found looking ahead from there; the first that there is where the months asked for are not among them. */
export const backtestOf = ({ backtest: { backtest } }: CalibrationAnswers, closedMonths: number): Backtest | undefined =>
  backtest.find((one) => one.closedMonths === closedMonths) ?? backtest[0];

/** Undefined where no year could be forecast and held against what happened. */
export function calibrationChart({ cell, answers, words, format }: ShownCalibration): ChartProps['Reliability'] | undefined {
  const test = backtestOf(answers, cell.closedMonths);
  if (!test || test.years.length === 0) return undefined;
  return {
    title: words.chart,
    source: words.source(test.years.join(words.and), format.count(test.chances), format.count(BACKTEST_TRIALS)),
    bins: test.reliability,
  };
}

export function calibrationCharts(shown: ShownCalibration): readonly ChartPicture[] {
  const props = calibrationChart(shown);
  return props ? [{ chart: 'Reliability', props }] : [];
}

export function calibrationTables(shown: ShownCalibration): readonly DataTable[] {
  const { cell, answers, words, format } = shown;
  const test = backtestOf(answers, cell.closedMonths);
  const chart = calibrationChart(shown);
  if (!test || !chart) return [];
  const interval = [
    { title: words.low, format: 'share' as const, digits: 1 },
    { title: words.high, format: 'share' as const, digits: 1 },
  ];
  return [
    reliabilityTable(chart, format),
    {
      name: 'coverage',
      title: words.coverage,
      source: chart.source,
      columns: [{ title: words.interval, format: 'share' }, { title: words.held, format: 'share', digits: 1 }, ...interval],
      rows: test.coverage.map(({ level, observed, low, high }) => [level, observed, low, high]),
    },
  ];
}
