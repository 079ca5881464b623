import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { ReadingPoint } from './reading-points.js';
import { textWidth } from './text-width.js';
import { chartWords } from './words.js';

/** A number with what it may be: the interval is the future's own uncertainty, the error that of the simulation. */
export interface IntervalRow {
  readonly key: string;
  readonly name: string;
  readonly mean: number;
  /** 5th and 95th percentile. */
  readonly low: number;
  readonly high: number;
  /** Monte Carlo error of the mean. */
  readonly standardError: number;
  /** What came in the end, where it is known. */
  readonly actual?: number;
  /** The one that the chart is about. */
  readonly chosen?: boolean;
}

export interface IntervalsProps extends ChartLabels {
  /** What the numbers count: 村. */
  readonly unit: string;
  /** What the rows are: 方案. */
  readonly names: string;
  /** In the order that they are to stand in. */
  readonly rows: readonly IntervalRow[];
  readonly note?: string;
}

export interface IntervalLayout {
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly rows: readonly (IntervalRow & { readonly top: number; readonly middle: number })[];
}

const TOP = 22;
const ROW = 30;
const NAME_ABOVE = 17;

export function layoutIntervals(rows: readonly IntervalRow[], width: number): IntervalLayout {
  const narrow = width < 560;
  const left = narrow ? 10 : Math.min(Math.max(60, ...rows.map(({ name }) => textWidth(name, 13))) + 22, width * 0.4);
  const right = Math.max(width - 30, left + 40);
  const step = ROW + (narrow ? NAME_ABOVE : 0);
  const placed = rows.map((row, index) => {
    const top = TOP + index * step;
    return { ...row, top, middle: top + (narrow ? NAME_ABOVE : 0) + ROW / 2 };
  });
  return { narrow, left, right, top: TOP, height: TOP + rows.length * step + 4, rows: placed };
}

export function intervalPoints(layout: IntervalLayout, place: (value: number) => number, unit: string, format: Format): ReadingPoint[] {
  const words = chartWords[format.language].intervals;
  return layout.rows.map(({ name, mean, low, high, standardError, actual, middle }) => ({
    x: place(mean),
    y: middle,
    text:
      words.point(
        name,
        `${format.count(mean, 1)} ${unit}`,
        `±${format.count(1.96 * standardError, 2)}`,
        format.count(low),
        format.count(high),
      ) + (actual === undefined ? '' : words.cameTo(`${format.count(actual, 1)} ${unit}`)),
  }));
}

export function intervalTable({ title, source, unit, names, rows }: IntervalsProps, format: Format): DataTable {
  const { intervals: words, chart } = chartWords[format.language];
  const known = rows.some(({ actual }) => actual !== undefined);
  const value = { format: 'number', digits: 1, unit } as const;
  return {
    name: 'intervals',
    title,
    source,
    columns: [
      { title: names, format: 'text' },
      { title: words.mean, ...value, strong: true },
      { title: chart.error95, format: 'number', digits: 2 },
      { title: words.p5, ...value },
      { title: words.p95, ...value },
      ...(known ? [{ title: words.came, ...value }] : []),
    ],
    rows: rows.map(({ name, mean, low, high, standardError, actual }) => [
      name,
      mean,
      1.96 * standardError,
      low,
      high,
      ...(known ? [actual ?? null] : []),
    ]),
  };
}
