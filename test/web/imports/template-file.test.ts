import excel from 'exceljs';
import { expect, it } from 'vitest';
import type { Template } from '../../../web/imports/operations.js';
import { templateCsv, templateWorkbook } from '../../../web/imports/template-file.js';

const template: Template = {
  table: 'RECEIPTS',
  label: '收入',
  counterHeader: '序号',
  columns: [
    { header: '村', required: true, note: '村名, 或代码', example: '镇玉社区', choices: [] },
    { header: '模式', required: true, note: '五个模式之一', example: '产业', choices: ['产业', '物业'] },
    { header: '金额(元)', required: true, note: '到账金额', example: '3500', choices: [] },
    { header: '凭证号', required: false, note: '可不填', example: '=1+1', choices: [] },
  ],
};

it('an empty table as CSV says how it is filled in and computes nothing', () => {
  expect(templateCsv(template)).toBe(
    '\ufeff序号,村,模式,金额(元),凭证号\r\n说明,"村名, 或代码",五个模式之一,到账金额,可不填\r\n示例,镇玉社区,产业,3500,\'=1+1\r\n',
  );
});

it('as xlsx it has notes on its headings, words to choose from, and cells that keep what is typed', async () => {
  const book = new excel.Workbook();
  await book.xlsx.load(await templateWorkbook(template, '必填'));
  const sheet = book.getWorksheet('收入')!;
  expect([1, 2, 3].map((row) => sheet.getRow(row).values)).toEqual([
    [undefined, '序号', '村', '模式', '金额(元)', '凭证号'],
    [undefined, '说明', '村名, 或代码', '五个模式之一', '到账金额', '可不填'],
    [undefined, '示例', '镇玉社区', '产业', '3500', '=1+1'],
  ]);
  const noteOf = (cell: string) => JSON.stringify(sheet.getCell(cell).note);
  expect(noteOf('B1')).toContain('必填\\n村名, 或代码');
  expect(noteOf('E1')).not.toContain('必填');
  expect(sheet.getCell('C4').dataValidation).toMatchObject({ type: 'list', formulae: ['"产业,物业"'], errorStyle: 'warning' });
  expect(sheet.getCell('B4').dataValidation).toBeUndefined();
  expect([sheet.getColumn(2).numFmt, sheet.getColumn(4).numFmt]).toEqual(['@', undefined]);
});
