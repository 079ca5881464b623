import { describe, expect, it } from 'vitest';
import { costPerExtraVillage, frontierAt, frontierStops, frontierTable, type FrontierProps } from '../../../web/charts/frontier.js';
import { createFormat } from '../../../web/i18n/format.js';

const chinese = createFormat('zh-CN', 'wan');
const points = [
  { budget: 0, value: 10 },
  { budget: 100_000, value: 12 },
  { budget: 200_000, value: 12 },
  { budget: 300_000, value: 12.5, standardError: 0.1 },
];
const sample: FrontierProps = {
  title: '前沿',
  source: '试',
  unit: '村',
  points,
  policies: [{ key: 'flat', name: '每村相同', budget: 250_000, value: 11 }],
  leavers: [
    { budget: 200_000, name: '甲村' },
    { budget: 200_000, name: '乙村' },
  ],
};

describe('the frontier', () => {
  it('is a step: money short of the next lump does no more', () => {
    expect(frontierAt(points, 99_999)).toBe(points[0]);
    expect(frontierAt(points, 100_000)).toBe(points[1]);
    expect(frontierAt(points, 9e9)).toBe(points[3]);
    expect(frontierAt(points, -1)).toBeUndefined();
  });

  it('says what one more village costs, past what brings none', () => {
    expect(points.map((_, index) => costPerExtraVillage(points, index))).toEqual([50_000, 400_000, 200_000, null]);
    expect(costPerExtraVillage(points, 4)).toBeNull();
  });

  it('reads the curve and the other ways in order of budget', () => {
    expect(frontierStops(sample, chinese).map(({ text }) => text)).toEqual([
      '预算 0 万元，最多 10.0 村，再多一村要 5 万元',
      '预算 10 万元，最多 12.0 村，再多一村要 40 万元',
      '预算 20 万元，最多 12.0 村，再多一村要 20 万元；从这里起不再给 甲村、乙村',
      '每村相同，25 万元：11.0 村，比最优少 1.0 村',
      '预算 30 万元，最多 12.5 村(误差 ±0.20)',
    ]);
  });

  it('gives the same as a table, with columns only for what there is', () => {
    const { columns, rows } = frontierTable(sample, chinese);
    expect(columns.map(({ title }) => title)).toEqual(['分法', '预算', '结果', '误差(95%)', '再多一村要', '不再给的村']);
    expect(rows[2]).toEqual(['最优', 200_000, 12, null, 200_000, '甲村、乙村']);
    expect(rows[4]).toEqual(['每村相同', 250_000, 11, null, null, '']);
    const bare = frontierTable({ ...sample, points: points.slice(0, 2), policies: [], leavers: [] }, chinese);
    expect(bare.columns.map(({ title }) => title)).toEqual(['分法', '预算', '结果', '再多一村要']);
    expect(bare.rows.every((row) => row.length === 4)).toBe(true);
  });
});
