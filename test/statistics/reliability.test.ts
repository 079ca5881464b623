import { expect, test } from 'vitest';
import { reliabilityBins, tallyBins } from '../../server/statistics/reliability.js';

const forecast = (chance: number, happened: boolean) => ({ chance, happened });

test('bins of 10%, each with the mean of what was said and the share that happened; empty ones are left out', () => {
  const bins = reliabilityBins([
    tallyBins([forecast(0.71, true), forecast(0.79, true), forecast(0.05, false)]),
    tallyBins([forecast(0.75, false)]),
  ]);
  expect(bins).toMatchObject([
    { from: 0, to: 0.1, forecast: 0.05, observed: 0, count: 1 },
    { from: 0.7, to: 0.8, forecast: expect.closeTo(0.75, 12), observed: expect.closeTo(2 / 3, 12), count: 3 },
  ]);
  for (const { low, high, observed } of bins) {
    expect(low).toBeLessThanOrEqual(observed);
    expect(high).toBeGreaterThanOrEqual(observed);
  }
});

test('edges: 0 belongs to the first bin, 1 to the last, 0.7 and 0.1 + 0.2 to the bins that begin there', () => {
  const bins = reliabilityBins([tallyBins([0, 1, 0.7, 0.1 + 0.2, 0.29999999].map((chance) => forecast(chance, true)))]);
  expect(bins.map(({ from, count }) => [from, count])).toEqual([
    [0, 1],
    [0.2, 1],
    [0.3, 1],
    [0.7, 1],
    [0.9, 1],
  ]);
});
