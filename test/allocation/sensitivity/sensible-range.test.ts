import { describe, expect, test } from 'vitest';
import {
  deviationRange,
  factorRange,
  monthRange,
  normalRange,
  probabilityRange,
  stepRange,
} from '../../../server/allocation/sensitivity/sensible-range.js';
import { SHARE } from '../../../server/scenario/ranges.js';

describe('what the history tells', () => {
  test('a normal error: 1.2816 standard errors either way hold four fifths', () => {
    const { low, high } = normalRange(0.1, 0.02);
    expect(low).toBeCloseTo(0.1 - 0.02563103131089, 14);
    expect(high).toBeCloseTo(0.1 + 0.02563103131089, 14);
  });

  test('a deviation: with two degrees of freedom χ² is exponential, so the ends are s·√(2 / (−2 ln p))', () => {
    const { low, high } = deviationRange(0.3, 2);
    expect(low).toBeCloseTo(0.3 * Math.sqrt(2 / (-2 * Math.log(0.1))), 9);
    expect(high).toBeCloseTo(0.3 * Math.sqrt(2 / (-2 * Math.log(0.9))), 9);
  });

  test('a probability: of two cases, one of which happened, uniform', () => {
    const { low, high } = probabilityRange(0.5, 2);
    expect(low).toBeCloseTo(0.1, 9);
    expect(high).toBeCloseTo(0.9, 9);
  });
});

describe('what is stated', () => {
  test('steps and factors stop at what a number may be', () => {
    expect(stepRange(0.9, 0.25, SHARE, '', '')).toMatchObject({ low: 0.65, high: 1 });
    expect(factorRange(0.8, [0.5, 2], SHARE)).toMatchObject({ low: 0.4, high: 1 });
  });

  test('of nothing there is no half and no double: it could be as much as is said', () => {
    expect(factorRange(0, [0.5, 2], SHARE, 0.04)).toEqual({
      low: 0,
      high: 0.04,
      basis: { zh: '约定的范围：现为零，至多 0.04', en: 'stated range: nothing now, up to 0.04' },
    });
  });

  test('months', () => {
    expect(monthRange(24_245, [3, 6])).toMatchObject({ low: 24_242, high: 24_251 });
  });
});
