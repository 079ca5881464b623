import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValue, shownValue } from '../../../server/allocation/sensitivity/shown-value.js';
import { monthOf } from '../../../server/base/month.js';

test('a month is shown as 202106 and read back', () => {
  expect(shownValue({ unit: 'MONTH' }, monthOf(2021, 6))).toBe(202_106);
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const value = monthOf(year, month);
      expect(readValue({ unit: 'MONTH' }, shownValue({ unit: 'MONTH' }, value))).toBe(value);
    }),
  );
});

test('what is no month is none', () => {
  for (const shown of [202_100, 202_113, 2021.5, NaN]) expect(readValue({ unit: 'MONTH' }, shown)).toBeNaN();
});

test('everything else is as it is', () => {
  expect(shownValue({ unit: 'SHARE' }, 0.187)).toBe(0.187);
  expect(readValue({ unit: 'LOG' }, -0.1)).toBe(-0.1);
});
