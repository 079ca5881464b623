import type { StandardisedResidual } from './standardised-residuals.js';

/** Whether streams that have drawn away from their mode come back to it. */
export interface ReversionCheck {
  /** Share of an old deviation that is undone within a year; the model says 0. */
  readonly undone: number;
  readonly count: number;
  readonly broken: boolean;
}

const FEWEST = 50;
/** 5% a year: after three projected years a seventh of the permanent steps would be undone. */
const MOST_UNDONE = 0.05;
const MOST_ERRORS = 3;

/**
 * Checks that a stream's permanent steps stay (the local level of section 2). A year's residual is regressed on how far the
 * stream had drawn away from its mode two years before; two, because one-off income links only neighbouring years. This is
 * the test of Gibrat's law of Chesher (1979, Journal of Industrial Economics 27), on own history in place of size. The
 * error treats a stream as one event. Undefined where there are too few years.
 */
export function checkReversion(residuals: readonly StandardisedResidual[]): ReversionCheck | undefined {
  let [products, squares, clusterSquares, count] = [0, 0, 0, 0];
  for (const own of Map.groupBy(residuals, ({ stream }) => stream).values()) {
    let ofStream = 0;
    let away = 0;
    own.forEach(({ year, value }, index) => {
      const before = own[index - 2];
      if (before === undefined || year - before.year !== 2) {
        away = 0;
        return;
      }
      away += before.value;
      ofStream += value * away;
      squares += away ** 2;
      count += 1;
    });
    products += ofStream;
    clusterSquares += ofStream ** 2;
  }
  if (count < FEWEST || !(squares > 0)) return undefined;
  const undone = -products / squares;
  return { undone, count, broken: undone > MOST_UNDONE && -products > MOST_ERRORS * Math.sqrt(clusterSquares) };
}
