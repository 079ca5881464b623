import type { MoneyUnit } from '../base/money.js';
import { Problem } from '../base/errors/problem.js';
import { decode } from './decode.js';
import type { Findings } from './findings.js';
import type { Notice } from './notice.js';
import { parseSheet } from './sheet.js';
import type { SourceFile } from './source-files.js';
import { type ReadingMeans, readTable, type SourceSheet, type Table } from './table.js';
import { isWorkbook, readWorkbook } from './workbook.js';

/**
 * Reads the tables of a file: the one of a text file, or those of a workbook's sheets. A file is what its content is,
 * whatever its name ends with. What is wrong goes to `findings`.
 * @param unitOf the unit that someone has named for a file, or for a sheet by its name as `workbook.xlsx/sheet`
 */
export async function readTables(
  file: SourceFile,
  unitOf: (name: string) => MoneyUnit | undefined,
  means: ReadingMeans,
): Promise<readonly Table[]> {
  const { findings, notices } = means;
  try {
    const sheets = isWorkbook(file.bytes) ? await workbookSheets(file, findings, notices) : [textSheet(file)];
    return sheets.map((sheet) => readTable(sheet, unitOf(sheet.file.name), means)).filter((table) => table !== undefined);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const row = typeof error.details.row === 'number' ? error.details.row : undefined;
    findings.add({ file: file.name, row }, error.code, error.details);
    return [];
  }
}

const stemOf = ({ name }: SourceFile): string => name.replace(/\.[^.]*$/, '');

function textSheet(file: SourceFile): SourceSheet {
  const { text, encoding } = decode(file.bytes);
  return { file, encoding, rows: parseSheet(text).rows, names: [stemOf(file)] };
}

/** The sheets that hold something; one among several goes by its own name, too, and may be something else than a table. */
async function workbookSheets(file: SourceFile, findings: Findings, notices: Notice[]): Promise<SourceSheet[]> {
  const book = await readWorkbook(file.bytes);
  for (const name of book.hidden) notices.push({ place: { file: file.name }, code: 'SHEET_HIDDEN', details: { value: name } });
  const filled = book.sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) findings.add({ file: file.name }, 'FILE_EMPTY');
  const several = filled.length > 1;
  return filled.map(({ name, rows }) => ({
    file: several ? { ...file, name: `${file.name}/${name}`, named: false } : file,
    encoding: 'Excel',
    rows,
    names: [name, stemOf(file)],
  }));
}
