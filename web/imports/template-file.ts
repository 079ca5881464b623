import { csvOf } from '../downloads/csv.js';
import type { Template, TemplateColumn } from './operations.js';

/** What the counter says beside rows that are no data: the import passes over them. */
const NOTE_ROW = '说明';
const EXAMPLE_ROW = '示例';
/** Rows of an empty sheet that offer the words of a column. */
const ROWS_WITH_CHOICES = 2000;
/** The most that a list within a cell may be long. */
const MOST_CHOICES_TEXT = 255;

const rowsOf = ({ counterHeader, columns }: Template): string[][] => [
  [counterHeader, ...columns.map(({ header }) => header)],
  [NOTE_ROW, ...columns.map(({ note }) => note)],
  [EXAMPLE_ROW, ...columns.map(({ example }) => example)],
];

/** An empty table as CSV: headings, what the columns take, an example. */
export const templateCsv = (template: Template): string => csvOf(rowsOf(template));

/**
 * An empty table as xlsx: the same, with each column's note on its heading, its words to choose from, and cells that keep codes
 * and months as they are typed. The library is loaded when it is first asked for.
 */
export async function templateWorkbook(template: Template, required: string): Promise<ArrayBuffer> {
  const { default: excel } = await import('exceljs');
  const sheet = new excel.Workbook().addWorksheet(template.label, { views: [{ state: 'frozen', ySplit: 1 }] });
  const [headings, notes, example] = rowsOf(template);
  sheet.addRow(headings).font = { bold: true };
  for (const row of [notes, example]) {
    const added = sheet.addRow(row);
    added.font = { italic: true, color: { argb: 'FF78716C' } };
    added.alignment = { wrapText: true, vertical: 'top' };
  }
  sheet.getColumn(1).width = 6;
  template.columns.forEach((column, place) => {
    sheet.getCell(1, place + 2).note = column.required ? `${required}\n${column.note}` : column.note;
    sheet.getColumn(place + 2).width = Math.min(30, Math.max(14, column.header.length * 2 + 2));
    if (!isAmount(column)) sheet.getColumn(place + 2).numFmt = '@';
    offerChoices(sheet, column, place + 2);
  });
  return sheet.workbook.xlsx.writeBuffer() as Promise<ArrayBuffer>;
}

const isAmount = ({ header }: TemplateColumn): boolean => header.endsWith('(元)');

function offerChoices(sheet: import('exceljs').Worksheet, { choices, note }: TemplateColumn, column: number): void {
  const list = `"${choices.join(',')}"`;
  if (choices.length === 0 || list.length > MOST_CHOICES_TEXT) return;
  for (let row = 4; row <= ROWS_WITH_CHOICES; row++) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      errorStyle: 'warning',
      error: note,
    };
  }
}
