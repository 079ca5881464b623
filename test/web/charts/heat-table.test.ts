import { describe, expect, it } from 'vitest';
import { heatPoints, heatStep, heatTable, layoutHeat, LEAST_CELL } from '../../../web/charts/heat-table.js';
import { createFormat } from '../../../web/i18n/format.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const { HeatTable: sample } = SAMPLE_CHARTS;
const chinese = createFormat('zh-CN', 'wan');

describe('the heat table', () => {
  it('colours by the distance from the middle, alike on both sides', () => {
    expect([70, 74, 77, 78, 79, 82, 86].map((value) => heatStep(value, 78, [70, 82]))).toEqual([0, 2, 3, 3, 3, 5, 6]);
    expect(heatStep(78, 78, [78, 78])).toBe(3);
  });

  it('takes the room there is, and more where numbers would not fit', () => {
    expect(layoutHeat(sample.rows, sample.columns, 500).width).toBeCloseTo(500, 9);
    const narrow = layoutHeat(sample.rows, sample.columns, 100);
    expect(narrow.cellWidth).toBeGreaterThanOrEqual(LEAST_CELL);
    expect(narrow.width).toBeGreaterThan(100);
    expect(layoutHeat(sample.rows, { name: '空', settings: [] }, 300).width).toBeGreaterThan(0);
  });

  it('reads row by row, each value with both settings and its error', () => {
    const layout = layoutHeat(sample.rows, sample.columns, 500);
    const points = heatPoints(sample, layout, chinese);
    expect(points).toHaveLength(20);
    expect(points[10]!.text).toBe('产业年增长 +12.6%，年回报率 8%：78.0 村(误差 ±0.10)');
    expect(points[1]!.x - points[0]!.x).toBeCloseTo(layout.cellWidth, 9);
    expect(points[4]!.y - points[0]!.y).toBe(layout.cellHeight);
  });

  it('is a long table for the spreadsheet', () => {
    const { columns, rows } = heatTable(sample, chinese);
    expect(columns.map(({ title }) => title)).toEqual(['产业年增长', '年回报率', '结果', '误差(95%)']);
    expect(rows).toHaveLength(20);
    expect(rows[10]).toEqual(['+12.6%', '8%', 78, 1.96 * 0.05]);
    expect(heatTable({ ...sample, standardErrors: undefined }, chinese).rows[0]).toHaveLength(3);
  });
});
