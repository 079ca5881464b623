/** A place on a chart that can be read out: by pointer, by key, by ear. */
export interface ReadingPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The point nearest to the pointer; across counts more where a chart is read by columns. */
export function nearestPoint(points: readonly ReadingPoint[], x: number, y: number, byColumn: boolean): number {
  let best = -1;
  let least = Infinity;
  points.forEach((point, index) => {
    const distance = Math.hypot(point.x - x, byColumn ? (point.y - y) / 50 : point.y - y);
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}

/**
 * The point that a key leads to, or undefined where the key means nothing here. Left and right follow the order of the
 * points; up and down go to the nearest point above or below, so that rows of dots can be crossed.
 */
export function pointByKey(points: readonly ReadingPoint[], from: number, key: string): number | undefined {
  const last = points.length - 1;
  if (last < 0) return undefined;
  const current = points[from];
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, last);
    case 'ArrowLeft':
      return current ? Math.max(from - 1, 0) : last;
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowDown':
    case 'ArrowUp': {
      if (!current) return 0;
      const sign = key === 'ArrowDown' ? 1 : -1;
      const beyond = points
        .map((point, index) => ({ index, rise: (point.y - current.y) * sign, side: Math.abs(point.x - current.x) }))
        .filter(({ rise }) => rise > 9);
      beyond.sort((a, b) => a.rise + a.side / 4 - (b.rise + b.side / 4));
      return beyond[0]?.index ?? from;
    }
    default:
      return undefined;
  }
}
