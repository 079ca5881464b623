import { describe, expect, it } from 'vitest';
import { intervalPoints, intervalTable, layoutIntervals } from '../../../web/charts/intervals.js';
import { createFormat } from '../../../web/i18n/format.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const { Intervals: sample } = SAMPLE_CHARTS;
const chinese = createFormat('zh-CN', 'wan');

describe('intervals', () => {
  it('have names above where there is no room beside', () => {
    const wide = layoutIntervals(sample.rows, 960);
    const narrow = layoutIntervals(sample.rows, 340);
    expect([wide.narrow, narrow.narrow]).toEqual([false, true]);
    expect(wide.left).toBeGreaterThan(narrow.left);
    expect(narrow.height).toBeGreaterThan(wide.height);
  });

  it('read what is expected, its error, the interval, and what came', () => {
    const points = intervalPoints(layoutIntervals(sample.rows, 960), (value) => value * 2, '村', chinese);
    expect(points[0]).toMatchObject({ x: 128.4, text: '不拨款：预期 64.2 村(误差 ±0.12)，90% 区间 53–75' });
    expect(points[3]!.text).toBe('优化分配：预期 78.0 村(误差 ±0.12)，90% 区间 59–92，实际 81.0 村');
  });

  it('have a column for what came only once something came', () => {
    expect(intervalTable(sample, chinese).rows[0]).toEqual(['不拨款', 64.2, 1.96 * 0.06, 53, 75, null]);
    const open = intervalTable({ ...sample, rows: sample.rows.slice(0, 3) }, chinese);
    expect(open.columns).toHaveLength(5);
    expect(open.rows.every((row) => row.length === 5)).toBe(true);
  });
});
