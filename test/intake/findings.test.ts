import { expect, test } from 'vitest';
import { Findings, ImportRefused, shown } from '../../server/intake/findings.js';
import { refusalText } from '../../server/intake/report/refusal-text.js';

test('what a file holds cannot command the terminal, nor fill the screen', () => {
  expect(shown('a\u001b[31mred\u0007\u202e')).toBe('a\ufffd[31mred\ufffd\ufffd');
  expect(shown('x'.repeat(100))).toBe(`${'x'.repeat(60)}…`);
});

test('findings are told in the order of files and rows, the first 200 of them, and counted', () => {
  const findings = new Findings();
  findings.refuse();
  for (let row = 250; row > 0; row--) findings.add({ file: 'b.csv', row, column: '月份' }, 'BAD_MONTH', { value: String(row) });
  findings.add({ file: 'a.csv' }, 'FILE_EMPTY');
  expect(() => findings.refuse()).toThrow(ImportRefused);
  const lines = refusalText(findings.all, 'en').split('\n');
  expect(lines).toHaveLength(202);
  expect(lines[0]).toBe('Not imported: 251 places need mending; nothing was written.');
  expect(lines[1]).toBe('b.csv, row 1, column "月份": "1" is not a month; write 2020-05, 2020/5 or 2020年5月');
  expect(lines.at(-1)).toBe('… and 51 more, shown once these are mended');
});
