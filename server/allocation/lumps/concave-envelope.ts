import type { MoneyItems } from './money-items.js';

/**
 * The upper concave envelope of each item's worth by its lumps: the corners of the hull, from the fewest lumps that it may
 * have to the most, and how much a lump brings between one corner and the next. That falls from corner to corner.
 */
export interface ConcaveEnvelope {
  /** Where the corners of an item begin; those of the next begin where they end. */
  readonly start: Int32Array;
  /** Lumps at each corner. */
  readonly lumps: Uint32Array;
  /** What a lump brings on the way to this corner; ∞ at an item's first. */
  readonly slope: Float64Array;
}

/** Andrew's monotone chain over each item's allowed numbers of lumps; an item that may have none at all has no corner. */
export function concaveEnvelope({ count, start: from, worth }: MoneyItems): ConcaveEnvelope {
  const start = new Int32Array(count + 1);
  const lumps = new Uint32Array(worth.length);
  const slope = new Float64Array(worth.length);
  let corners = 0;
  for (let item = 0; item < count; item++) {
    const first = corners;
    const own = from[item]!;
    start[item] = first;
    for (let at = own; at < from[item + 1]!; at++) {
      const here = worth[at]!;
      if (here === Number.NEGATIVE_INFINITY) continue;
      let steep = Number.POSITIVE_INFINITY;
      while (corners > first) {
        const before = lumps[corners - 1]!;
        steep = (here - worth[own + before]!) / (at - own - before);
        if (steep < slope[corners - 1]!) break;
        corners -= 1;
        steep = Number.POSITIVE_INFINITY;
      }
      lumps[corners] = at - own;
      slope[corners] = steep;
      corners += 1;
    }
  }
  start[count] = corners;
  return { start, lumps: lumps.subarray(0, corners), slope: slope.subarray(0, corners) };
}
