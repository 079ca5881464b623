import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { Tone } from './legend.js';
import { chartWords } from './words.js';

export interface Column {
  readonly key: string;
  /** Whole, for reading out; the axis shortens it. */
  readonly label: string;
  /** Shown under the axis; empty where none is to stand. */
  readonly tick: string;
  /** One amount for each series, in yuan; a correction may be negative. */
  readonly parts: readonly number[];
  readonly total: number;
  /** The period is not over. */
  readonly partial: boolean;
}

export interface StackedColumnsProps extends ChartLabels {
  /** What the columns are, for the table: 年份. */
  readonly periodName: string;
  readonly series: readonly { readonly key: string; readonly name: string }[];
  readonly columns: readonly Column[];
  readonly height?: number;
  readonly note?: string;
}

export interface Stack {
  readonly top: number;
  readonly segments: readonly { readonly part: number; readonly from: number; readonly to: number }[];
}

/** Stacks the parts from the ground up; what is negative takes no room (the table shows it). */
export function stackOf(parts: readonly number[]): Stack {
  let top = 0;
  const segments = parts.flatMap((amount, part) => {
    if (amount <= 0) return [];
    const from = top;
    top += amount;
    return [{ part, from, to: top }];
  });
  return { top, segments };
}

/** The ticks that there is room for: all, or every second, third and so on, counted from the last backwards. */
export function tickLabels(columns: readonly Column[], step: number): string[] {
  const named = columns.flatMap((column, index) => (column.tick === '' ? [] : [index]));
  const longest = Math.max(0, ...columns.map((column) => column.tick.length)) * 7.5 + 10;
  const gap = named.length > 1 ? (named[1]! - named[0]!) * step : Infinity;
  const every = Math.max(1, Math.ceil(longest / gap));
  const kept = new Set(named.toReversed().filter((_, position) => position % every === 0));
  return columns.map((column, index) => (kept.has(index) ? column.tick : ''));
}

/** The colour of a part: five, one for each business mode. */
export const toneOf = (part: number): Tone => `mode-${(part % 5) as 0 | 1 | 2 | 3 | 4}`;

/** A row for each period, a column for each series, and their sum. */
export const stackedTable = ({ title, source, periodName, series, columns }: StackedColumnsProps, format: Format): DataTable => ({
  name: 'income',
  title,
  source,
  columns: [
    { title: periodName, format: 'code' },
    ...series.map(({ name }) => ({ title: name, format: 'money' as const })),
    { title: chartWords[format.language].stackedColumns.total, format: 'money', strong: true },
  ],
  rows: columns.map(({ label, parts, total }) => [label, ...series.map((_, part) => parts[part] ?? 0), total]),
});
