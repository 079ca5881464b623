import { expect, test } from 'vitest';
import { studentQuantile } from '../../server/statistics/student-quantile.js';

test('known values of R: qt(.975, c(1, 4, 10, 30))', () => {
  const known = [
    [1, 12.7062047362],
    [4, 2.7764451052],
    [10, 2.228138852],
    [30, 2.0422724563],
  ] as const;
  for (const [freedom, value] of known) expect(studentQuantile(0.975, freedom)).toBeCloseTo(value, 8);
});

test('closed forms: the Cauchy law for one degree, the normal for very many', () => {
  expect(studentQuantile(0.9, 1)).toBeCloseTo(Math.tan(0.4 * Math.PI), 9);
  expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959966, 5);
});
