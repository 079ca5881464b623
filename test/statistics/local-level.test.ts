import { expect, test } from 'vitest';
import { localLevel } from '../../server/statistics/local-level.js';

test('starts at the first observation with the observation variance', () => {
  expect(localLevel([NaN, 5], 0.2, 0.1)).toEqual({ level: 5, variance: 0.2 });
});

test('two observations by hand: gain (V+step)/(V+step+noise)', () => {
  const gain = 0.3 / 0.5;
  expect(localLevel([1, 2], 0.2, 0.1)).toEqual({ level: 1 + gain, variance: 0.3 * (1 - gain) });
});

test('a year without an observation only adds the step variance', () => {
  const filtered = localLevel([1, NaN, NaN], 0.2, 0.1)!;
  expect(filtered.level).toBe(1);
  expect(filtered.variance).toBeCloseTo(0.4, 15);
});

test('reaches the steady state of the Riccati equation (Durbin & Koopman 2012, 2.11)', () => {
  const ratio = 0.1 / 0.2;
  const steady = (ratio + Math.sqrt(ratio ** 2 + 4 * ratio)) / 2;
  const filtered = localLevel(new Float64Array(200), 0.2, 0.1)!;
  expect(filtered.variance + 0.1).toBeCloseTo(0.2 * steady, 12);
});

test('nothing observed gives nothing; without any variance the last observation is the level', () => {
  expect(localLevel([NaN, NaN], 1, 1)).toBeUndefined();
  expect(localLevel([1, 4], 0, 0)).toEqual({ level: 4, variance: 0 });
});
