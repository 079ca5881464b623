import { expect, test } from 'vitest';
import { parseSheet } from '../../server/intake/sheet.js';

test('comma, tab and semicolon are told by the first line, outside quotation marks', () => {
  expect(parseSheet('a,b\n1,2').delimiter).toBe(',');
  expect(parseSheet('a\tb,c\td\n').delimiter).toBe('\t');
  expect(parseSheet('"a,b,c";d\n').delimiter).toBe(';');
  expect(parseSheet('\n\na;b').delimiter).toBe(';');
});

test('rows are counted as in a spreadsheet, blank ones left out, mixed line ends understood', () => {
  const { rows } = parseSheet(' a , b\r\n\r\n,\n"x\ny","say ""no"""\r1,2\n');
  expect(rows).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 4, cells: ['x\ny', 'say "no"'] },
    { row: 5, cells: ['1', '2'] },
  ]);
});

test('a quotation mark that is not closed, or that swallows the file, is told with its row', () => {
  expect(() => parseSheet('a,b\n1,2\n"3,4\n5,6')).toThrow(expect.objectContaining({ code: 'FILE_QUOTES', details: { row: 3 } }));
  expect(() => parseSheet('a,b\n1,x"y"\n')).toThrow(expect.objectContaining({ code: 'FILE_QUOTES', details: { row: 2 } }));
  expect(() => parseSheet(`a,b\n1,"${'x'.repeat(100_001)}`)).toThrow(
    expect.objectContaining({ code: 'ROW_TOO_LONG', details: { most: 100_000, row: 2 } }),
  );
});
