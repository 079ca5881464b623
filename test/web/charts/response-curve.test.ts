import { describe, expect, it } from 'vitest';
import { labelSide, roundedUp } from '../../../web/charts/response-curve.js';

describe('the response curve', () => {
  it('never shows less money than is needed', () => {
    expect(roundedUp(420_558.87, 10_000)).toBe(421_000);
    expect(roundedUp(420_000, 10_000)).toBe(420_000);
    expect(roundedUp(1_234_000, 10_000)).toBe(1_240_000);
    expect(roundedUp(420_558.87, 1)).toBe(420_559);
    expect(roundedUp(0, 10_000)).toBe(0);
  });

  it('puts labels where there is room', () => {
    expect([labelSide(60, 46, 400), labelSide(390, 46, 400)]).toEqual(['start', 'end']);
  });
});
