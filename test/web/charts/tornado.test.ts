import { describe, expect, it } from 'vitest';
import { inOrderOfSpan, layoutTornado, tornadoPoints, tornadoTable } from '../../../web/charts/tornado.js';
import { createFormat } from '../../../web/i18n/format.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const { Tornado: sample } = SAMPLE_CHARTS;
const chinese = createFormat('zh-CN', 'wan');

describe('the tornado', () => {
  it('puts the assumption that moves most on top and changes nothing of what it is given', () => {
    const names = inOrderOfSpan(sample.bars.toReversed(), sample.base).map(({ name }) => name);
    expect(names).toEqual(['产业年增长', '鲜茧园年回报率', '平均推迟', '收入起伏', '失约的可能', '晚一年到账的可能']);
    expect(sample.bars[0]!.key).toBe('growth');
  });

  it.each([340, 560, 960])('draws every bar from the scenario itself to its end, within %d pixels', (width) => {
    const layout = layoutTornado(sample.bars, sample.base, width);
    const base = layout.x(sample.base);
    for (const [index, bar] of inOrderOfSpan(sample.bars, sample.base).entries())
      for (const end of layout.rows[index]!.ends) {
        expect(end.x).toBeCloseTo(layout.x(bar[end.side].value), 9);
        expect([end.left, end.left + end.width].toSorted((a, b) => a - b)).toEqual([
          Math.min(base, end.x),
          expect.closeTo(Math.max(base, end.x), 9),
        ]);
        expect(end.error[1] - end.error[0]).toBeCloseTo(layout.x(2 * 1.96 * bar[end.side].standardError) - layout.x(0), 9);
        expect(end.left).toBeGreaterThanOrEqual(0);
        expect(end.left + end.width).toBeLessThanOrEqual(width);
      }
    expect(layout.narrow).toBe(width < 560);
  });

  it('halves the bars where both ends lie on one side, so that neither hides the other', () => {
    const { rows } = layoutTornado(sample.bars, sample.base, 960);
    const [low, high] = rows.find(({ key }) => key === 'volatility')!.ends;
    expect(low!.top + low!.height).toBeLessThanOrEqual(high!.top);
    expect(rows[0]!.ends.map(({ height }) => height)).toEqual([18, 18]);
  });

  it('stands where nothing moves anything', () => {
    const still = { setting: '0', value: 5, standardError: 0 };
    const { rows, x } = layoutTornado([{ key: 'a', name: '无', low: still, high: still }], 5, 400);
    expect(rows[0]!.ends.map(({ width }) => width)).toEqual([0, 0]);
    expect(Number.isFinite(x(5))).toBe(true);
    expect(layoutTornado([], 5, 400).rows).toEqual([]);
  });

  it('reads out each end with its error and what it changes', () => {
    const points = tornadoPoints(sample, layoutTornado(sample.bars, sample.base, 960), chinese);
    expect(points).toHaveLength(12);
    expect(points.slice(0, 2).map(({ text }) => text)).toEqual([
      '产业年增长取 +6.5%：69.4 村(误差 ±0.12)，比方案本身 −8.6',
      '产业年增长取 +18.7%：87.9 村(误差 ±0.12)，比方案本身 +9.9',
    ]);
  });

  it('gives the same numbers as a table', () => {
    const table = tornadoTable(sample, chinese);
    expect(table.rows[0]).toEqual(['产业年增长', '+6.5%', 69.4, 1.96 * 0.06, '+18.7%', 87.9, 1.96 * 0.06, 87.9 - 69.4, 78]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});
