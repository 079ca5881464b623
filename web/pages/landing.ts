/** Where a cell stands on the page, in pixels. */
export interface Box {
  readonly top: number;
  readonly height: number;
}

/** The gap that a dragged cell falls into at a height: 0 is before the first box, their number behind the last. */
export const landingAt = (boxes: readonly Box[], y: number): number => boxes.filter(({ top, height }) => top + height / 2 < y).length;

const EDGE = 90;
const FASTEST = 16;

/** Pixels to scroll in a frame when something is dragged to this height of a window: more the nearer to its edge. */
export function scrollStep(y: number, windowHeight: number): number {
  const into = Math.max(EDGE - y, 0) || -Math.max(y - (windowHeight - EDGE), 0);
  return -Math.round(Math.max(-1, Math.min(1, into / EDGE)) * FASTEST) || 0;
}
