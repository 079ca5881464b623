import { describe, expect, it } from 'vitest';
import { fieldText, readNumber, stepNumber } from '../../../web/controls/number-text.js';

const rule = { least: -10, most: 1000, whole: false };

describe('a typed number', () => {
  it.each([
    ['12.5', 12.5],
    [' 1,000 ', 1000],
    ['18.7%', 18.7],
    ['50万元', 50],
    ['-.5', -0.5],
    ['−3', -3],
    ['\uff11\uff12.5', 12.5],
  ])('is read from %j', (text, value) => {
    expect(readNumber(text, rule)).toEqual({ value });
  });

  it('says what is wrong with it', () => {
    expect(readNumber('十二', rule)).toEqual({ fault: 'not-number' });
    expect(readNumber('', rule)).toEqual({ fault: 'not-number' });
    expect(readNumber('1001', rule)).toEqual({ fault: 'out-of-range' });
    expect(readNumber('1.5', { ...rule, whole: true })).toEqual({ fault: 'not-whole' });
  });

  it('steps along its grid within its bounds', () => {
    expect(stepNumber(18.7, 0.5, rule)).toBe(19);
    expect(stepNumber(18.7, -0.5, rule)).toBe(18.5);
    expect(stepNumber(0.1, 0.1, rule)).toBe(0.2);
    expect(stepNumber(999.9, 1, rule)).toBe(1000);
    expect(stepNumber(-10, -1, rule)).toBe(-10);
  });

  it('stands in its field without needless digits', () => {
    expect(fieldText(0.1 + 0.2)).toBe('0.3');
    expect(fieldText(10_000)).toBe('10000');
  });
});
