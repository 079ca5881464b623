import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, placeLabels, type Box, type PlacedLabel, type WishedLabel } from '../../../web/charts/place-labels.js';
import { textWidth } from '../../../web/charts/text-width.js';

const bounds = { left: 40, right: 600, top: 4, bottom: 300 };

/** The room that a placed label takes, as it is drawn at 12 pixels. */
function boxOf({ text }: WishedLabel, { x, y, anchor }: PlacedLabel): Box {
  const width = textWidth(text);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 11, bottom: y + 3 };
}

const overlapping = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('labels', () => {
  it('stand to the right of their point where that is free, to the left at the edge', () => {
    expect(placeLabels([{ x: 100, y: 100, text: '甲' }], bounds)[0]).toMatchObject({ x: 109, anchor: 'start', away: false });
    expect(placeLabels([{ x: 590, y: 100, text: '按缺口比例' }], bounds)[0]).toMatchObject({ x: 581, anchor: 'end', away: false });
  });

  it('never cover one another while there is room: three at one point', () => {
    const labels = ['按缺口比例 72.1', '贫困优先 73.2', '每村相同 71.8'].map((text, index) => ({ x: 300, y: 150 + index, text }));
    const boxes = placeLabels(labels, bounds).map((placed, index) => boxOf(labels[index]!, placed));
    boxes.forEach((box, index) => boxes.slice(index + 1).forEach((other) => expect(overlapping(box, other)).toBe(false)));
  });

  it('keep off marks', () => {
    const obstacle = { left: 305, right: 420, top: 130, bottom: 170 };
    const label = { x: 300, y: 150, text: '每村相同' };
    expect(overlapping(boxOf(label, placeLabels([label], bounds, [obstacle])[0]!), obstacle)).toBe(false);
    expect(boxAround(10, 20, 3)).toEqual({ left: 7, right: 13, top: 17, bottom: 23 });
  });

  it('stay within bounds wherever their points are', () => {
    const point = fc.record({
      x: fc.integer({ min: 40, max: 600 }),
      y: fc.integer({ min: 30, max: 280 }),
      text: fc.constantFrom('甲村', '城厢镇 78'),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 6 }), (labels) => {
        for (const [index, placed] of placeLabels(labels, bounds).entries()) {
          const box = boxOf(labels[index]!, placed);
          expect(box.left).toBeGreaterThanOrEqual(bounds.left);
          expect(box.right).toBeLessThanOrEqual(bounds.right);
        }
      }),
    );
  });
});
