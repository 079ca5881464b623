import type { Format } from '../i18n/format.js';
import type { DataColumn } from './data-table.js';
import { tableWords } from './words.js';

/** What a column counts in, for its heading; empty where the values say it themselves (62%) or nothing is counted. */
export function unitOf(column: DataColumn, format: Format): string {
  if (column.format === 'money') return format.moneyName;
  if (column.format === 'points') return tableWords[format.language].points;
  return column.unit ?? '';
}

/** A column's heading with its unit: 拨款(万元). */
export function headingOf(column: DataColumn, format: Format): string {
  const unit = unitOf(column, format);
  return unit === '' ? column.title : tableWords[format.language].heading(column.title, unit);
}
