export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Places marks of one row side by side so that none covers another: each keeps its x, and its y is the free one nearest
 * to the middle line (a beeswarm; greedy in order of x).
 * @param xs where the marks stand, in pixels, in any order
 * @param apart the least distance between two middles, in pixels
 * @returns for each mark its x and its distance from the middle line, in the order given
 */
export function swarm(xs: readonly number[], apart: number): Spot[] {
  const order = xs.map((_, index) => index).sort((a, b) => xs[a]! - xs[b]! || a - b);
  const placed: Spot[] = [];
  const spots: Spot[] = [];
  for (const index of order) {
    const x = xs[index]!;
    const near = placed.filter((spot) => x - spot.x < apart);
    const candidates = near.flatMap((spot) => {
      const rise = Math.sqrt(apart * apart - (x - spot.x) ** 2) + 1e-6;
      return [spot.y - rise, spot.y + rise];
    });
    const free = [0, ...candidates].filter((y) => near.every((spot) => Math.hypot(x - spot.x, y - spot.y) >= apart - 1e-9));
    const y = free.reduce((best, next) => (Math.abs(next) < Math.abs(best) - 1e-6 ? next : best));
    const spot = { x, y };
    placed.push(spot);
    spots[index] = spot;
  }
  return spots;
}
