import { expect, it } from 'vitest';
import { landingAt, scrollStep } from '../../../web/pages/landing.js';

it('a dragged cell falls into the gap beyond every cell whose middle it has passed', () => {
  const boxes = [
    { top: 0, height: 100 },
    { top: 110, height: 20 },
    { top: 140, height: 400 },
  ];
  expect([-5, 49, 51, 119, 121, 339, 341, 900].map((y) => landingAt(boxes, y))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(landingAt([], 10)).toBe(0);
});

it('the page follows to its edges, and stands still in its middle', () => {
  expect(scrollStep(400, 800)).toBe(0);
  expect(scrollStep(0, 800)).toBe(-16);
  expect(scrollStep(-500, 800)).toBe(-16);
  expect(scrollStep(45, 800)).toBe(-8);
  expect(scrollStep(800, 800)).toBe(16);
});
