import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swarm } from '../../../web/charts/swarm.js';

describe('swarm', () => {
  it('leaves marks that are apart on the line, and steps aside where they are not', () => {
    expect(swarm([0, 20], 10)).toEqual([
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ]);
    expect(swarm([5, 5, 5], 10).map(({ y }) => Math.round(y))).toEqual([0, -10, 10]);
  });

  it('never lets two marks overlap, and never moves one sideways', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 60 }), (xs) => {
        const spots = swarm(xs, 9);
        expect(spots.map(({ x }) => x)).toEqual(xs);
        spots.forEach((spot, index) => {
          for (const other of spots.slice(index + 1)) expect(Math.hypot(spot.x - other.x, spot.y - other.y)).toBeGreaterThan(9 - 1e-6);
        });
      }),
    );
  });
});
