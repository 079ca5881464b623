import { describe, expect, it } from 'vitest';
import { layoutField, markPath, rampStep, type DotRow } from '../../../web/charts/dot-field.js';

const row = (key: string, values: number[]): DotRow => ({
  key,
  name: key,
  tally: '',
  dots: values.map((value, index) => ({ key: `${key}${index}`, name: '', value, mark: 'sure', ringed: false, text: '' })),
});

describe('the dot field', () => {
  it('has every dot at its chance, in rows that make room', () => {
    const layout = layoutField([row('a', [1, 0, 0.5]), row('b', Array<number>(12).fill(1))], 800);
    expect(layout.dots.slice(0, 3).map(({ key, x }) => [key, x])).toEqual([
      ['a1', layout.left],
      ['a2', (layout.left + layout.right) / 2],
      ['a0', layout.right],
    ]);
    expect(layout.rows[1]!.top).toBeGreaterThanOrEqual(layout.rows[0]!.top + 30);
    expect(Math.max(...layout.dots.map(({ y }) => y))).toBeLessThan(layout.height);
    expect(Math.min(...layout.dots.slice(3).map(({ y }) => y))).toBeGreaterThan(layout.rows[1]!.top);
  });

  it('puts names above the rows where it is narrow', () => {
    expect(layoutField([row('a', [1])], 340)).toMatchObject({ narrow: true, left: 10 });
    expect(layoutField([row('a', [1])], 900)).toMatchObject({ narrow: false });
  });

  it('has a shape and a step of the scale for every chance', () => {
    expect(new Set((['sure', 'open', 'unlikely', 'nothing'] as const).map((mark) => markPath(mark, 4))).size).toBe(4);
    expect([0, 0.05, 0.2, 0.5, 0.6, 0.8, 0.95].map(rampStep)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
