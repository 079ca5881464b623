import type { Format } from '../i18n/format.js';
import type { DataColumn, DataTable, DataValue } from '../tables/data-table.js';
import { headingOf } from '../tables/heading.js';
import { csvOf } from './csv.js';

/** Sixteen digits hold a number; what a product of two adds behind them is no part of it. */
const exactly = (value: number): string => String(Number(value.toPrecision(15)));

/** A value in the unit of its heading, with every digit and no grouping, so that it can be computed with. */
function plain(value: DataValue, { format }: DataColumn, { yuanPerUnit }: Format): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  switch (format) {
    case 'money':
      return exactly(value / yuanPerUnit);
    case 'share':
    case 'chance':
      return `${exactly(value * 100)}%`;
    case 'points':
      return exactly(value * 100);
    default:
      return exactly(value);
  }
}

/** A table as CSV in the shape and units shown. */
export const tableCsv = ({ columns, rows }: DataTable, format: Format): string =>
  csvOf([
    columns.map((column) => headingOf(column, format)),
    ...rows.map((row) => columns.map((column, place) => plain(row[place] ?? null, column, format))),
  ]);
