import { textWidth } from './text-width.js';

/** A label that wants to stand beside a point. */
export interface WishedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly bold?: boolean;
}

/** Where it stands: x and the baseline's y; `away` where it had to go so far that a line should lead to its point. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly away: boolean;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIZE = 12;
const LINE = 15;
const GAP = 9;
const BOLD = 1.06;
/** How far above or below its point a label may go, in lines. */
const MOST_LINES = 8;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

export const boxAround = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/**
 * Finds each label a place beside its point where it covers no other label and no obstacle, as near as can be: to the right,
 * to the left, above, below, then line by line further off. Where everything is taken, the place that covers least.
 * @param bounds labels stay within
 * @param obstacles what should not be covered: marks, the drawn line
 */
export function placeLabels(labels: readonly WishedLabel[], bounds: Box, obstacles: readonly Box[] = []): PlacedLabel[] {
  const taken: Box[] = [...obstacles];
  return labels.map(({ x, y, text, bold }) => {
    const width = textWidth(text, SIZE) * (bold ? BOLD : 1);
    let best: { box: Box; label: PlacedLabel; covered: number } | undefined;
    for (const { label, left, middle } of candidates(x, y, width)) {
      const box = { left, right: left + width, top: middle - LINE / 2, bottom: middle + LINE / 2 };
      if (box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom) continue;
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
      if (best && covered >= best.covered) continue;
      best = { box, label, covered };
      if (covered === 0) break;
    }
    if (!best) return { x, y: y - GAP, anchor: 'middle', away: false };
    taken.push(best.box);
    return best.label;
  });
}

function* candidates(x: number, y: number, width: number): Generator<{ label: PlacedLabel; left: number; middle: number }> {
  const place = (anchor: PlacedLabel['anchor'], at: number, middle: number, away: boolean) => ({
    label: { x: at, y: middle + SIZE * 0.36, anchor, away },
    left: anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2,
    middle,
  });
  yield place('start', x + GAP, y, false);
  yield place('end', x - GAP, y, false);
  for (let line = 1; line <= MOST_LINES; line++) {
    const away = line > 1;
    for (const rise of [-line * LINE, line * LINE]) {
      yield place('middle', x, y + rise, away);
      yield place('start', x + (away ? GAP : 4), y + rise, away);
      yield place('end', x - (away ? GAP : 4), y + rise, away);
    }
  }
}
