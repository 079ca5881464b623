import { describe, expect, it } from 'vitest';
import type { Sensitivity, SensitivityBar } from '../../../web/cells/sensitivity/operations.js';
import {
  sensitivityChart,
  sensitivityRequests,
  sensitivitySentence,
  sensitivityTables,
  settingText,
  type SensitivityCell,
} from '../../../web/cells/sensitivity/sensitivity.js';
import { sensitivityWords } from '../../../web/cells/sensitivity/words.js';
import { shown } from '../../../web/cells/cell-place.js';
import { placeOf, voiceIn } from './sample-place.js';

const estimate = (mean: number, standardError = 0.1) => ({ mean, standardError, low: mean - 0.2, high: mean + 0.2 });
const bar = (label: string, swing: number): SensitivityBar => ({
  assumption: label,
  label,
  unit: 'SHARE',
  value: 0.06,
  low: 0.04,
  high: 0.08,
  basis: '给定范围',
  expectedReachingLow: estimate(60 - swing / 2),
  expectedReachingHigh: estimate(60 + swing / 2),
  differenceLow: estimate(-swing / 2),
  differenceHigh: estimate(swing / 2),
  swing: estimate(swing),
  matters: swing > 0,
});
const resultOf = (...bars: SensitivityBar[]): Sensitivity => ({ year: 2021, trials: 2000, base: estimate(60), bars });
const place = placeOf({ id: 'a', kind: 'parameters', scenario: { horizon: 2 } });
const cell: SensitivityCell = { id: 's', kind: 'sensitivity', title: '', folded: false, scenario: 'a', year: 2021 };
const voice = voiceIn('zh-CN', sensitivityWords);
const shownOf = (result: Sensitivity) => shown(place, cell, { tornado: { sensitivity: result } }, voice);

describe('the sensitivity', () => {
  it('asks about its scenario in its year', () => {
    expect(sensitivityRequests(cell, place).tornado.variables).toMatchObject({ scenario: { scope: ['451026'], horizon: 2 }, year: 2021 });
  });

  it('writes values as they are meant', () => {
    expect(settingText('SHARE', 0.187, voice)).toBe('18.7%');
    expect(settingText('LOG', -0.02, voice)).toBe('−2.0%');
    expect(settingText('MONTH', 202106, voice)).toBe('2021-06');
    expect(settingText('MONTHS', 3, voice)).toBe('3 个月');
    expect(settingText('NUMBER', 1.25, voice)).toBe('1.25');
  });

  it('says what matters most with its error, and how many assumptions play no part', () => {
    const result = resultOf(bar('收益率', 8), bar('拖期', 2), bar('保费', 0));
    expect(sensitivitySentence(result, voice)).toBe(
      '最要紧的是“收益率”：从 4.0% 到 8.0%，差 8.0 村（误差 ±0.2）。另有 1 个假设在这个方案和年份里不起作用。',
    );
    expect(sensitivitySentence(resultOf(bar('保费', 0)), voice)).toBe('没有哪个假设会改变这一年的结果。');
  });

  it('draws the bars that matter, at most fifteen, and keeps all of them in the table', () => {
    const result = resultOf(...Array.from({ length: 20 }, (_, index) => bar(`假设${index}`, 20 - index)), bar('保费', 0));
    const chart = sensitivityChart(shownOf(result))!;
    expect(chart.bars).toHaveLength(15);
    expect(chart.bars[0]).toEqual({
      key: '假设0',
      name: '假设0',
      low: { setting: '4.0%', value: 50, standardError: 0.1 },
      high: { setting: '8.0%', value: 70, standardError: 0.1 },
    });
    expect(chart.note).toBe('图上是影响最大的 15 个，共 20 个假设；其余在下载的表里。');
    expect(sensitivityTables(shownOf(result)).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['tornado', 15],
      ['assumptions', 21],
    ]);
  });

  it('draws nothing where nothing matters', () => {
    expect(sensitivityChart(shownOf(resultOf(bar('保费', 0))))).toBeUndefined();
  });
});
