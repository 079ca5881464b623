import { describe, expect, it } from 'vitest';
import { atLeast, domainOf, filled } from '../../../web/charts/distribution.js';

const series = (points: { villages: number; probability: number }[], mean: number) => ({
  name: '',
  tone: 'accent' as const,
  points,
  mean,
  low: 0,
  high: 0,
});

describe('the distribution chart', () => {
  it('shows all but the thinnest tails, and never less than ten counts', () => {
    const points = [
      { villages: 3, probability: 0.0001 },
      { villages: 60, probability: 0.5 },
      { villages: 90, probability: 0.4999 },
    ];
    expect(domainOf([series(points, 75)], 130)).toEqual([59, 91]);
    const [low, high] = domainOf([series([{ villages: 130, probability: 1 }], 130)], 130);
    expect([low <= 120, high]).toEqual([true, 130]);
  });

  it('counts the chance of at least so many', () => {
    const points = filled(
      [
        { villages: 1, probability: 0.25 },
        { villages: 3, probability: 0.75 },
      ],
      3,
    );
    expect(points.map(({ probability }) => probability)).toEqual([0, 0.25, 0, 0.75]);
    expect([0, 1, 2, 3, 4].map((villages) => atLeast(points, villages))).toEqual([1, 1, 0.75, 0.75, 0]);
  });
});
