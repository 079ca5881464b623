import { describe, expect, it } from 'vitest';
import { distributionTable } from '../../../web/charts/distribution.js';
import { fanTable } from '../../../web/charts/fan-chart.js';
import { reliabilityTable } from '../../../web/charts/reliability.js';
import { curveTable } from '../../../web/charts/response-curve.js';
import { stackedTable } from '../../../web/charts/stacked-columns.js';
import { createFormat } from '../../../web/i18n/format.js';
import { SAMPLE_CHARTS } from './sample-charts.js';

const chinese = createFormat('zh-CN', 'wan');
const english = createFormat('en', 'yuan');

describe('the tables behind charts', () => {
  it('keep every year of a fan, the running one with what came so far', () => {
    const { columns, rows } = fanTable(SAMPLE_CHARTS.FanChart, chinese);
    expect(columns.map(({ title }) => title)).toEqual(['年份', '到账', '5% 分位', '25% 分位', '50% 分位', '75% 分位', '95% 分位', '目标']);
    expect(rows[0]).toEqual([2017, 29_000, null, null, null, null, null, null]);
    expect(rows[3]).toEqual(['2020 年截至 5 月', 17_400, 33_000, 38_000, 43_500, 49_000, 58_000, 50_000]);
    expect(rows[4]![0]).toBe(2021);
  });

  it('sum every stack', () => {
    const { rows, columns } = stackedTable(SAMPLE_CHARTS.StackedColumns, chinese);
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      expect(row.slice(1, -1).reduce<number>((sum, value) => sum + Number(value), 0)).toBeCloseTo(Number(row.at(-1)), 6);
    }
  });

  it('let the chance of so many or more fall from all to nothing', () => {
    const { rows } = distributionTable(SAMPLE_CHARTS.Distribution, chinese);
    for (const column of [2, 4]) {
      const chances = rows.map((row) => Number(row[column]));
      expect(chances).toEqual(chances.toSorted((a, b) => b - a));
      expect(chances[0]).toBeGreaterThan(0.99);
      expect(chances.at(-1)).toBeLessThan(0.01);
    }
  });

  it('hold each computed grant of a curve, with its 95% error', () => {
    const { rows } = curveTable(SAMPLE_CHARTS.ResponseCurve, chinese);
    expect(rows).toHaveLength(41);
    expect(rows[0]).toEqual([0, expect.closeTo(0.47, 9), 1.96 * 0.0045]);
  });

  it('are headed in the language of the reader', () => {
    expect(
      reliabilityTable(SAMPLE_CHARTS.Reliability, english)
        .columns.map(({ title }) => title)
        .join(),
    ).not.toMatch(/[一-鿿]/);
    expect(reliabilityTable(SAMPLE_CHARTS.Reliability, chinese).rows[0]).toEqual([0, 0.2, 82, 0.05, 0.07, 0.01, 0.2]);
  });
});
