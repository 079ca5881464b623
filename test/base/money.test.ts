import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount, toFen, toYuan } from '../../server/base/money.js';

test.each([
  ['1234.56', 'yuan', 123_456],
  ['1,234.5', 'yuan', 123_450],
  ['1\uff0c234.5', 'yuan', 123_450],
  ['-300', 'yuan', -30_000],
  ['\u2212300', 'yuan', -30_000],
  ['(300)', 'yuan', -30_000],
  ['\uff08300\uff09', 'yuan', -30_000],
  ['\uffe5 12', 'yuan', 1_200],
  ['3.5万', 'yuan', 3_500_000],
  ['3.5', 'wan', 3_500_000],
  ['500元', 'wan', 50_000],
  ['0.12345678', 'wan', 123_457],
  ['0.005', 'yuan', 1],
] as const)('%s in %s is %i fen', (text, unit, fen) => {
  expect(parseAmount(text, unit)).toBe(fen);
});

test.each(['', 'abc', '1.2.3', '12,34', '1e5', '五万', '--1', '99999999999999999'])('"%s" is no amount', (text) => {
  expect(parseAmount(text, 'yuan')).toBeUndefined();
});

test('what is written is read back to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (fen) => {
      expect(parseAmount(toYuan(fen).toFixed(2), 'yuan')).toBe(fen === 0 ? 0 : fen);
      expect(toFen(toYuan(fen))).toBe(fen);
    }),
  );
});
