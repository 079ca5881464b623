const DIGIT = 7;
const GAP = 14;
const LEAST = 46;

/** The room that an axis of numbers needs on its left, in pixels; charts side by side mostly get the same. */
export const axisWidth = (labels: readonly string[]): number =>
  Math.max(LEAST, Math.max(0, ...labels.map(({ length }) => length)) * DIGIT + GAP);
