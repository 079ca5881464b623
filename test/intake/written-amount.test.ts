import { expect, test } from 'vitest';
import { writtenAmount } from '../../server/intake/written-amount.js';

test('amounts are written in yuan with two decimals, exactly', () => {
  expect([0, 5, -5, 100, 123_456, 123_456_789, -100_000_000_000, Number.MAX_SAFE_INTEGER].map(writtenAmount)).toEqual([
    '0.00',
    '0.05',
    '-0.05',
    '1.00',
    '1,234.56',
    '1,234,567.89',
    '-1,000,000,000.00',
    '90,071,992,547,409.91',
  ]);
});
