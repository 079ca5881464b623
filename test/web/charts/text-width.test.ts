import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../web/charts/text-width.js';

describe('the width of a text', () => {
  it('is a square for each Chinese character, less for Latin ones', () => {
    expect(textWidth('达标的可能', 10)).toBe(50);
    expect(textWidth('达标', 24)).toBe(48);
    expect(textWidth('abc')).toBeLessThan(textWidth('甲乙丙'));
    expect(textWidth('')).toBe(0);
  });
});
