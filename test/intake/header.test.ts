import { expect, test } from 'vitest';
import { kindsOfHeader, readHeader, splitUnit, unitOfTitle } from '../../server/intake/header.js';

test('a unit is read from a header in any brackets, or none', () => {
  for (const written of [
    '金额(万元)',
    '金额\uff08万元\uff09',
    '金额(单位:万元)',
    '金额\uff08单位\uff1a万元\uff09',
    '金额【万元】',
    '金额 万元',
    '金额_万元',
    '金额(wan)',
  ]) {
    expect(splitUnit(written)).toEqual({ name: '金额', unit: 'wan', percent: false });
  }
  for (const written of ['金额(元)', '金额\uff08元\uff09', '金额(yuan)'])
    expect(splitUnit(written)).toEqual({ name: '金额', unit: 'yuan', percent: false });
  expect(splitUnit('amount_wan')).toEqual({ name: 'amount', unit: 'wan', percent: false });
  expect(splitUnit('金额')).toEqual({ name: '金额', unit: undefined, percent: false });
  expect(splitUnit('年收益率\uff08%\uff09')).toEqual({ name: '年收益率', unit: undefined, percent: true });
});

test('a unit that is not known makes the column unknown, never a guess', () => {
  for (const written of ['金额(千元)', '金额(亿元)', '金额(美元)']) {
    expect(readHeader(['村', '模式', '月份', written], 'receipts').missing.map((column) => column.name)).toEqual(['amount']);
  }
});

test('a title above the table states its unit', () => {
  expect(unitOfTitle(['那坡县收入', '单位\uff1a万元'])).toBe('wan');
  expect(unitOfTitle(['单位: 元'])).toBe('yuan');
  expect(unitOfTitle(['那坡县收入'])).toBeUndefined();
});

test('headers are known in English and Chinese, whatever their case, blanks, underscores and asterisks', () => {
  const english = ['Village', 'MODE', ' Industry ', 'park', 'project', 'Month', 'Amount', 'Reference'];
  const chinese = ['行政村*', '收入模式', '重点产业', '产业园区', '项目名称', '到账月份', '到账金额(元)', '凭证编号'];
  for (const cells of [english, chinese]) {
    const { columns, missing, unknown, duplicates } = readHeader(cells, 'receipts');
    expect([...columns.keys()]).toEqual(['village', 'mode', 'industry', 'park', 'project', 'month', 'amount', 'reference']);
    expect([missing, unknown, duplicates]).toEqual([[], [], []]);
  }
});

test('two headers of one meaning are told, an unknown one gets a suggestion', () => {
  const { duplicates, unknown } = readHeader(['村', '村名', '模式', '月份', '金额', '金额(万元)', 'refrence', ''], 'receipts');
  expect(duplicates).toEqual([
    { written: '村名', first: '村' },
    { written: '金额(万元)', first: '金额' },
  ]);
  expect(unknown).toEqual([{ written: 'refrence', suggestions: ['reference'] }]);
});

test('the kinds that a header is complete for', () => {
  expect(kindsOfHeader(['village', 'mode', 'month', 'amount'])).toEqual(['receipts']);
  expect(kindsOfHeader(['村', '年度', '目标'])).toEqual(['targets']);
  expect(kindsOfHeader(['code', 'name'])).toEqual(['villages', 'parks']);
  expect(kindsOfHeader(['甲', '乙'])).toEqual([]);
});
