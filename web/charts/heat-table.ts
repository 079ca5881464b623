import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { ReadingPoint } from './reading-points.js';
import { textWidth } from './text-width.js';
import { chartWords } from './words.js';

/** One of the two things that are varied: its name and the settings it takes, in words, in order. */
export interface HeatAxis {
  readonly name: string;
  readonly settings: readonly string[];
}

export interface HeatTableProps extends ChartLabels {
  /** What the values count: 村. */
  readonly unit: string;
  readonly rows: HeatAxis;
  readonly columns: HeatAxis;
  /** A line of values for each row. */
  readonly values: readonly (readonly number[])[];
  readonly standardErrors?: readonly (readonly number[])[];
  /** The value that colours are held against; the scale's middle. */
  readonly middle: number;
  /** Where the scenario itself stands; null: on none of the cells. */
  readonly current?: HeatPlace | null;
  /** Decimals of the values; left out: 1. */
  readonly digits?: number;
  readonly note?: string;
}

export interface HeatLayout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
}

/** The place of the scenario itself. */
export interface HeatPlace {
  readonly row: number;
  readonly column: number;
}

const CELL_HEIGHT = 32;
const TOP = 44;
/** Below this a cell has no room for its number. */
export const LEAST_CELL = 40;

/** Lays the table out for a width; where the cells would get too narrow for their numbers it gets wider than there is room. */
export function layoutHeat(rows: HeatAxis, columns: HeatAxis, room: number): HeatLayout {
  const left = Math.max(textWidth(rows.name), ...rows.settings.map((setting) => textWidth(setting))) + 14;
  const widest = Math.max(LEAST_CELL, ...columns.settings.map((setting) => textWidth(setting) + 8));
  const cellWidth = Math.max(widest, Math.min(110, (room - left) / Math.max(columns.settings.length, 1)));
  return {
    left,
    top: TOP,
    cellWidth,
    cellHeight: CELL_HEIGHT,
    width: left + cellWidth * columns.settings.length,
    height: TOP + CELL_HEIGHT * rows.settings.length + 4,
  };
}

/** Which of the seven steps of the scale a value takes: the middle one is the middle value, the ends are the furthest from it. */
export function heatStep(value: number, middle: number, values: readonly number[]): number {
  const reach = Math.max(...values.map((one) => Math.abs(one - middle)));
  if (reach === 0) return 3;
  return 3 + Math.round(((value - middle) / reach) * 3);
}

export function heatPoints(
  { unit, rows, columns, values, standardErrors, digits = 1 }: HeatTableProps,
  layout: HeatLayout,
  format: Format,
): ReadingPoint[] {
  const { heatTable: words, chart } = chartWords[format.language];
  return values.flatMap((line, row) =>
    line.map((value, column) => {
      const error = standardErrors?.[row]?.[column];
      return {
        x: layout.left + (column + 0.5) * layout.cellWidth,
        y: layout.top + (row + 0.5) * layout.cellHeight,
        text:
          words.point(
            `${rows.name} ${rows.settings[row] ?? ''}`,
            `${columns.name} ${columns.settings[column] ?? ''}`,
            `${format.count(value, digits)} ${unit}`,
          ) + (error === undefined ? '' : chart.errorOf(`±${format.count(1.96 * error, Math.max(digits, 1) + 1)}`)),
      };
    }),
  );
}

/** One line for each cell, so that a spreadsheet can filter and pivot it. */
export function heatTable(
  { title, source, unit, rows, columns, values, standardErrors, digits = 1 }: HeatTableProps,
  format: Format,
): DataTable {
  const words = chartWords[format.language].chart;
  return {
    name: 'heat-table',
    title,
    source,
    columns: [
      { title: rows.name, format: 'text' },
      { title: columns.name, format: 'text' },
      { title: words.value, format: 'number', digits, unit, strong: true },
      ...(standardErrors ? [{ title: words.error95, format: 'number', digits: digits + 1 } as const] : []),
    ],
    rows: values.flatMap((line, row) =>
      line.map((value, column) => [
        rows.settings[row] ?? '',
        columns.settings[column] ?? '',
        value,
        ...(standardErrors ? [1.96 * (standardErrors[row]?.[column] ?? 0)] : []),
      ]),
    ),
  };
}
