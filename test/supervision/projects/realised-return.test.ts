import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realisedReturn } from '../../../server/supervision/projects/realised-return.js';

const project = (received: readonly number[], capital = 500_000, promised = 0.08) => ({ capital, promised, received });

describe('realised returns', () => {
  test('are received per yuan of capital and year, drawn to the promise by four project-years', () => {
    const found = realisedReturn([project([20_000, 30_000]), project([10_000], 250_000, 0.06)])!;
    expect(found).toMatchObject({ projects: 2, years: 3, capital: 750_000 });
    expect(found.realised).toBeCloseTo(60_000 / 1_250_000, 12);
    expect(found.promised).toBeCloseTo((0.08 * 1_000_000 + 0.06 * 250_000) / 1_250_000, 12);
    expect(found.shrunk).toBeCloseTo((4 * found.promised + 3 * found.realised) / 7, 12);
  });

  test('come to the realised with many years, and are surer', () => {
    const few = realisedReturn([project([20_000])])!;
    const many = realisedReturn(Array.from({ length: 400 }, () => project([20_000])))!;
    expect(many.shrunk).toBeCloseTo(0.04, 3);
    expect(few.shrunk).toBeCloseTo((4 * 0.08 + 0.04) / 5, 12);
    expect(many.standardError).toBeLessThan(few.standardError / 20);
  });

  test('lie between promised and realised; without a full year there are none', () => {
    expect(realisedReturn([])).toBeUndefined();
    expect(realisedReturn([project([])])).toBeUndefined();
    expect(realisedReturn([project([1_000], 0)])).toBeUndefined();
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
        (years) => {
          const found = realisedReturn(years.map((received) => project(received)))!;
          expect(found.shrunk).toBeGreaterThanOrEqual(Math.min(found.promised, found.realised) - 1e-12);
          expect(found.shrunk).toBeLessThanOrEqual(Math.max(found.promised, found.realised) + 1e-12);
          expect(found.standardError).toBeGreaterThan(0);
        },
      ),
    );
  });
});
