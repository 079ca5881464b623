import { expect, test } from 'vitest';
import { brierOfClimatology, brierScore, brierSums, type ChanceForecast } from '../../server/statistics/brier.js';

const forecasts: readonly ChanceForecast[] = [
  { chance: 0.9, happened: true },
  { chance: 0.6, happened: false },
  { chance: 0.2, happened: false },
  { chance: 0.5, happened: true },
];

test('mean squared distance, by hand: (0.01 + 0.36 + 0.04 + 0.25) / 4', () => {
  expect(brierScore(brierSums(forecasts))).toBeCloseTo(0.165, 15);
});

test('climatology scores what saying the share that happened every time would score', () => {
  const share = 0.5;
  const constant = forecasts.map(({ happened }) => ({ chance: share, happened }));
  expect(brierOfClimatology(brierSums(forecasts))).toBeCloseTo(brierScore(brierSums(constant)), 15);
});

test('certain and right scores 0', () => {
  expect(brierScore(brierSums([{ chance: 1, happened: true }]))).toBe(0);
});
