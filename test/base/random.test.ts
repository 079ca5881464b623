import { mean, sampleVariance } from 'simple-statistics';
import { expect, test } from 'vitest';
import { DRAW, fillNormal, fillUniform } from '../../server/base/random.js';

const TRIALS = 200_000;
const SEEDS = [1, 1357, 20200612];
const name = { kind: DRAW.permanent, entity: '451026100201|INDUSTRY|||', year: 1 };

function normals(seed: number, of: typeof name = name): number[] {
  const out = new Float32Array(TRIALS);
  fillNormal(seed, of, out);
  return Array.from(out);
}

/** Five standard errors: at these fixed seeds a pass is certain, a wrong law is far outside. */
const within = (value: number, expected: number, standardError: number) =>
  expect(Math.abs(value - expected)).toBeLessThan(5 * standardError);

test.each(SEEDS)('normals of seed %i have the moments of the standard normal', (seed) => {
  const sample = normals(seed);
  within(mean(sample), 0, 1 / Math.sqrt(TRIALS));
  within(sampleVariance(sample), 1, Math.sqrt(2 / TRIALS));
  within(mean(sample.map((x) => x ** 3)), 0, Math.sqrt(15 / TRIALS));
  within(mean(sample.map((x) => x ** 4)), 3, Math.sqrt(96 / TRIALS));
});

/** Standard normal distribution function by Simpson's rule on the density, 1e-9 exact on [-8, 8]. */
function normalCumulative(x: number): number {
  const steps = 2_000;
  const width = (x + 8) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * Math.exp(-((-8 + i * width) ** 2) / 2);
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

test.each(SEEDS)('normals of seed %i follow the normal distribution function (Kolmogorov–Smirnov at fixed points)', (seed) => {
  const sample = normals(seed).sort((left, right) => left - right);
  let largest = 0;
  for (let index = 0; index < TRIALS; index += 500)
    largest = Math.max(largest, Math.abs(index / TRIALS - normalCumulative(sample[index]!)));
  // 1.95/√N is the 0.1% point of the Kolmogorov distribution.
  expect(largest).toBeLessThan(1.95 / Math.sqrt(TRIALS));
});

test('neighbouring trials, years, kinds and entities are uncorrelated', () => {
  const sample = normals(1357);
  const correlation = (left: number[], right: number[]) => mean(left.map((x, i) => x * right[i]!));
  const others = [
    sample.slice(1).concat(sample[0]!),
    normals(1357, { ...name, year: 2 }),
    normals(1357, { ...name, kind: DRAW.transitory as never }),
    normals(1357, { ...name, entity: '451026100202|INDUSTRY|||' }),
    normals(1358),
  ];
  for (const other of others) within(correlation(sample, other), 0, 1 / Math.sqrt(TRIALS));
});

test('a draw does not depend on where a chunk begins', () => {
  const whole = new Float32Array(64);
  const tail = new Float32Array(24);
  for (const fill of [fillNormal, fillUniform]) {
    fill(7, name, whole);
    fill(7, name, tail, 40);
    expect([...tail]).toEqual([...whole.subarray(40)]);
  }
});

test('uniforms fill (0, 1) evenly: χ² over 100 bins', () => {
  const out = new Float32Array(TRIALS);
  fillUniform(1357, name, out);
  const bins = Array.from({ length: 100 }, () => 0);
  for (const value of out) bins[Math.min(99, Math.floor(value * 100))]! += 1;
  const chiSquared = bins.reduce((sum, count) => sum + (count - TRIALS / 100) ** 2 / (TRIALS / 100), 0);
  // 99 degrees of freedom: the 0.1% points are 56 and 149.
  expect(chiSquared).toBeGreaterThan(56);
  expect(chiSquared).toBeLessThan(149);
});
