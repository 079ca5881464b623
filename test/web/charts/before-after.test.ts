import { describe, expect, it } from 'vitest';
import { beforeAfterPoints, beforeAfterTable, layoutBeforeAfter } from '../../../web/charts/before-after.js';
import { createFormat } from '../../../web/i18n/format.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const { BeforeAfter: sample } = SAMPLE_CHARTS;
const chinese = createFormat('zh-CN', 'wan');

describe('before and after', () => {
  it.each([340, 960])('keeps the order given and stays within %d pixels', (width) => {
    const layout = layoutBeforeAfter(sample.rows, width);
    expect(layout.rows.map(({ key }) => key)).toEqual(sample.rows.map(({ key }) => key));
    expect(layout.left).toBeGreaterThan(0);
    expect(layout.right).toBeLessThanOrEqual(width);
    const middles = layout.rows.map(({ middle }) => middle);
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
    expect(layout.height).toBeGreaterThan(middles.at(-1)!);
  });

  it('reads both chances and the error of the change, at the place of the later', () => {
    const layout = layoutBeforeAfter(sample.rows, 960);
    const [first] = beforeAfterPoints(layout, chinese);
    expect(first!.text).toBe('规良村 城厢镇 · 45 万元：达标的可能 3% → 71%(变化的误差 ±0.9 个百分点)');
    expect(first!.x).toBeCloseTo(layout.left + 0.71 * (layout.right - layout.left), 9);
  });

  it('leaves out the column of details where there are none', () => {
    expect(beforeAfterTable(sample, chinese).rows[0]).toEqual(['规良村', '城厢镇 · 45 万元', 0.03, 0.71, 0.71 - 0.03, 1.96 * 0.0047]);
    const plain = beforeAfterTable({ ...sample, rows: sample.rows.map((row) => ({ ...row, detail: '' })) }, chinese);
    expect(plain.columns).toHaveLength(5);
    expect(plain.rows.every((row) => row.length === 5)).toBe(true);
  });
});
