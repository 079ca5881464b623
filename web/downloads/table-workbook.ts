import { isNumeric } from '../tables/cell-text.js';
import type { Format } from '../i18n/format.js';
import type { DataColumn, DataTable, DataValue } from '../tables/data-table.js';
import { headingOf } from '../tables/heading.js';
import { downloadWords } from './words.js';

const decimals = (digits: number): string => (digits === 0 ? '' : `.${'0'.repeat(digits)}`);

/** How a spreadsheet shows a column; the value behind it keeps every digit. */
function numberFormat({ format, digits = 0, signed }: DataColumn, { yuanPerUnit }: Format): string {
  const withSign = (form: string) => (signed ? `+${form};-${form};${form}` : form);
  switch (format) {
    case 'money':
      return withSign(yuanPerUnit === 1 ? '#,##0' : '#,##0.0');
    case 'share':
    case 'chance':
      return withSign(`0${decimals(digits)}%`);
    case 'points':
      return withSign(`0${decimals(digits || 1)}`);
    case 'number':
      return withSign(`#,##0${decimals(digits)}`);
    case 'year':
      return '0';
    case 'text':
    case 'code':
    case 'month':
      return '@';
  }
}

function scaled(value: DataValue, { format }: DataColumn, { yuanPerUnit }: Format): DataValue {
  if (typeof value !== 'number') return value;
  return format === 'money' ? value / yuanPerUnit : format === 'points' ? value * 100 : value;
}

/** Chinese takes two places, Latin one. */
const places = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);

/** What a sheet's name must not hold, and how long it may be. */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .replace(/^'|'$/g, '')
    .trim() || 'Sheet1';

/**
 * A table as xlsx in the shape and units shown: title, headings that stay in sight, numbers as numbers with every digit, codes
 * as text, and below where the numbers come from. The library is loaded when it is first asked for.
 */
export async function tableWorkbook({ title, source, columns, rows }: DataTable, format: Format): Promise<ArrayBuffer> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow([title]).font = { bold: true, size: 13 };
  const headings = columns.map((column) => headingOf(column, format));
  sheet.addRow(headings).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map((column, place) => scaled(row[place] ?? null, column, format)));
  sheet.addRow([]);
  sheet.addRow([downloadWords[format.language].source(source)]);
  columns.forEach((column, place) => {
    const texts = rows.map((row) => (typeof row[place] === 'string' ? places(row[place]) : 10));
    sheet.getColumn(place + 1).width = Math.min(60, Math.max(places(headings[place]!), ...texts) + 2);
    for (let row = 0; row < rows.length; row++) {
      const cell = sheet.getCell(row + 3, place + 1);
      if (typeof cell.value === 'number' || !isNumeric(column)) cell.numFmt = numberFormat(column, format);
    }
  });
  return book.xlsx.writeBuffer() as Promise<ArrayBuffer>;
}
