import { describe, expect, it } from 'vitest';
import { nearestPoint, pointByKey } from '../../../web/charts/reading-points.js';

const points = [
  { x: 0, y: 10, text: 'a' },
  { x: 50, y: 10, text: 'b' },
  { x: 10, y: 40, text: 'c' },
  { x: 60, y: 40, text: 'd' },
];

describe('reading a chart', () => {
  it('goes through the points by left and right, home and end', () => {
    expect(pointByKey(points, -1, 'ArrowRight')).toBe(0);
    expect(pointByKey(points, 3, 'ArrowRight')).toBe(3);
    expect(pointByKey(points, 1, 'ArrowLeft')).toBe(0);
    expect(pointByKey(points, -1, 'ArrowLeft')).toBe(3);
    expect(pointByKey(points, 2, 'Home')).toBe(0);
    expect(pointByKey(points, 0, 'End')).toBe(3);
  });

  it('crosses rows by up and down', () => {
    expect(pointByKey(points, 1, 'ArrowDown')).toBe(3);
    expect(pointByKey(points, 2, 'ArrowUp')).toBe(0);
    expect(pointByKey(points, 3, 'ArrowDown')).toBe(3);
  });

  it('leaves other keys, and charts without points, alone', () => {
    expect(pointByKey(points, 0, 'a')).toBeUndefined();
    expect(pointByKey([], -1, 'ArrowRight')).toBeUndefined();
  });

  it('finds the point under the pointer; by column the height hardly counts', () => {
    expect(nearestPoint(points, 12, 38, false)).toBe(2);
    expect(nearestPoint(points, 4, 38, true)).toBe(0);
    expect(nearestPoint([], 0, 0, true)).toBe(-1);
  });
});
