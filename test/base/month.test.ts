import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMonth, monthInYear, monthOf, parseMonth, yearOf } from '../../server/base/month.js';

test.each(['2020-05', '2020/5', '2020.5', '202005', '2020年5月', '2020年05月', ' 2020-5 '])('"%s" is May 2020', (text) => {
  expect(parseMonth(text)).toBe(monthOf(2020, 5));
});

test.each(['', '2020', '2020-13', '2020-00', '05-2020', '2020-5-1', '1900-01', 'May 2020'])('"%s" is no month', (text) => {
  expect(parseMonth(text)).toBeUndefined();
});

test('months subtract, and are written as they are read', () => {
  expect(monthOf(2021, 1) - monthOf(2020, 12)).toBe(1);
  fc.assert(
    fc.property(fc.integer({ min: 1949, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const value = monthOf(year, month);
      expect([yearOf(value), monthInYear(value), parseMonth(formatMonth(value))]).toEqual([year, month, value]);
    }),
  );
});
