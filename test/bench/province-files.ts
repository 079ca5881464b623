import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';

const MODES = ['产业', '物业', '服务', '资源', '旅游'];
const COUNTIES = ['451002', '451003', '451022', '451024', '451026', '451027', '451028', '451029', '451030', '451031'];
const VILLAGES_OF_A_COUNTY = 130;
const FIRST_YEAR = 2017;
const HEADER = ['村', '模式', '月份', '金额（元）', '凭证号'];

const villages = COUNTIES.flatMap((county) =>
  Array.from({ length: VILLAGES_OF_A_COUNTY }, (_, index) => `${county}1${String(Math.floor(index / 10)).padStart(2, '0')}${200 + index}`),
);

type ReceiptCells = readonly [village: string, mode: string, month: string, amount: number, reference: string];

/** Receipts of ten counties, as a province's export has them: one for each village, mode and month, in the order of months. */
function* receipts(rows: number): Generator<ReceiptCells> {
  for (let row = 0; row < rows; row++) {
    const month = Math.floor(row / villages.length / MODES.length);
    const written = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const amount = Number((1000 + ((row * 7919) % 900_000) / 100).toFixed(2));
    yield [villages[row % villages.length]!, MODES[Math.floor(row / villages.length) % MODES.length]!, written, amount, `记-${row}`];
  }
}

export interface ProvinceFiles {
  readonly villages: string;
  readonly csv: string;
  readonly xlsx: string;
}

/** Writes the villages of ten counties and so many receipts into a folder, the receipts as CSV and as a workbook. */
export async function writeProvince(folder: string, rows: number): Promise<ProvinceFiles> {
  const files = {
    villages: join(folder, 'villages.csv'),
    csv: join(folder, 'receipts.csv'),
    xlsx: join(folder, 'receipts.xlsx'),
  };
  const list = villages.map((code) => `${code},村${code.slice(-3)},乡镇${code.slice(0, 9)}`);
  await writeFile(files.villages, `code,name,township\n${list.join('\n')}\n`);

  const text = createWriteStream(files.csv);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: files.xlsx });
  const sheet = book.addWorksheet('收入');
  text.write(`${HEADER.join(',')}\n`);
  sheet.addRow(HEADER).commit();
  for (const cells of receipts(rows)) {
    text.write(`${cells.join(',')}\n`);
    sheet.addRow(cells).commit();
  }
  text.end();
  await Promise.all([finished(text), book.commit()]);
  return files;
}
