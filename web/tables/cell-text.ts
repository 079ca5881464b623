import type { Format } from '../i18n/format.js';
import type { DataColumn, DataValue } from './data-table.js';

/** Numbers stand to the right, so that their digits stand under each other. */
export const isNumeric = ({ format }: DataColumn): boolean => !['text', 'code', 'year', 'month'].includes(format);

/** A value as it is read on the page; its unit stands in the heading. */
export function cellText(value: DataValue, column: DataColumn, format: Format): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  const sign = column.signed && value > 0 ? '+' : '';
  switch (column.format) {
    case 'number':
      return sign + format.count(value, column.digits ?? 0);
    case 'money':
      return sign + format.amount(value);
    case 'share':
      return sign + format.percent(value, column.digits ?? 0);
    case 'chance':
      return format.chance(value);
    case 'points':
      return column.signed ? sign + format.count(value * 100, column.digits ?? 1) : format.points(value);
    case 'text':
    case 'code':
    case 'year':
    case 'month':
      return String(value);
  }
}
