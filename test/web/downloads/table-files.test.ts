import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../web/downloads/csv.js';
import { fileName } from '../../../web/downloads/save-file.js';
import { tableCsv } from '../../../web/downloads/table-csv.js';
import { tableWorkbook } from '../../../web/downloads/table-workbook.js';
import { createFormat } from '../../../web/i18n/format.js';
import type { DataTable } from '../../../web/tables/data-table.js';

const chinese = createFormat('zh-CN', 'wan');
const english = createFormat('en', 'wan');
const table: DataTable = {
  name: 'villages',
  title: '各村：拨款/机会',
  source: '10,000 次模拟',
  columns: [
    { title: '代码', format: 'code' },
    { title: '村', format: 'text' },
    { title: '拨款', format: 'money' },
    { title: '达标可能', format: 'chance', digits: 1 },
    { title: '变化', format: 'points', signed: true },
    { title: '达标村数', format: 'number', digits: 1, unit: '村' },
    { title: '年份', format: 'year' },
  ],
  rows: [
    ['451026100201', '规良村', 123_456.78, 0.623_456, -0.012_3, 78.25, 2020],
    ['051026100202', '=HYPERLINK("http://a")', null, 0, 0.1, 1234.5, 2021],
  ],
};

describe('a table as CSV', () => {
  it('has the shape and the units shown, every digit, and the mark of UTF-8', () => {
    expect(tableCsv(table, chinese)).toBe(
      '\ufeff代码,村,拨款(万元),达标可能,变化(百分点),达标村数(村),年份\r\n' +
        '451026100201,规良村,12.345678,62.3456%,-1.23,78.25,2020\r\n' +
        '051026100202,"\'=HYPERLINK(""http://a"")",,0%,10,1234.5,2021\r\n',
    );
    expect(tableCsv(table, english)).toContain('拨款 (yuan)');
    expect(tableCsv(table, english)).toContain('123456.78');
  });

  it('never begins a cell with what a spreadsheet would compute, and loses nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 5 }), (values) => {
        const [row] = parse(csvOf([values]), { bom: true, relaxColumnCount: true, recordDelimiter: '\r\n' }) as string[][];
        row!.forEach((value, index) => {
          expect(value === values[index] || value === `'${values[index]}`).toBe(true);
          expect(/^[=@\t\r\n＝＋－＠]/.test(value)).toBe(false);
        });
      }),
    );
    expect(csvOf([['+6.5%', '-3', '+1+cmd', '-2+3', '@a', '＝1', '=1']])).toBe("\ufeff+6.5%,-3,'+1+cmd,'-2+3,'@a,'＝1,'=1\r\n");
  });
});

describe('a table as a workbook', () => {
  it('holds numbers as numbers, codes and dangerous texts as text, and where they come from', async () => {
    const book = new excel.Workbook();
    await book.xlsx.load(await tableWorkbook(table, chinese));
    const sheet = book.worksheets[0]!;
    expect(sheet.name).toBe('各村：拨款 机会');
    const values = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(values(1)).toEqual(['各村：拨款/机会']);
    expect(values(2)).toEqual(['代码', '村', '拨款(万元)', '达标可能', '变化(百分点)', '达标村数(村)', '年份']);
    expect(values(3)).toEqual(['451026100201', '规良村', expect.closeTo(12.345678, 12), 0.623456, -1.23, 78.25, 2020]);
    expect(sheet.getCell('B4').type).toBe(excel.ValueType.String);
    expect(sheet.getCell('A4').value).toBe('051026100202');
    expect(sheet.getCell('C4').value).toBeNull();
    expect([sheet.getCell('C3').numFmt, sheet.getCell('D3').numFmt, sheet.getCell('E3').numFmt, sheet.getCell('A3').numFmt]).toEqual([
      '#,##0.0',
      '0.0%',
      '+0.0;-0.0;0.0',
      '@',
    ]);
    expect(sheet.getCell('A6').value).toBe('来源：10,000 次模拟');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  });

  it('has a name that every system takes', () => {
    expect(fileName('各村：拨款/机会?\n', 'csv')).toBe('各村：拨款 机会.csv');
    expect(fileName('长'.repeat(200), 'png')).toHaveLength(84);
  });
});
