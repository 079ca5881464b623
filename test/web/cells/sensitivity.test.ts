import { describe, expect, it } from 'vitest';
import type { Sensitivity, SensitivityBar, SensitivityTable, ValueOfInformation } from '../../../web/cells/sensitivity/operations.js';
import {
  pairChart,
  sensitivityChart,
  sensitivityCharts,
  sensitivityRequests,
  sensitivitySentence,
  sensitivityTables,
  offersOption,
  settingText,
  worthLines,
  worthSentence,
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
const cell: SensitivityCell = {
  id: 's',
  kind: 'sensitivity',
  title: '',
  folded: false,
  scenario: 'a',
  year: 2021,
  worth: false,
  rows: null,
  columns: null,
};
const voice = voiceIn('zh-CN', sensitivityWords);
const shownOf = (result: Sensitivity) => shown(place, cell, { tornado: { sensitivity: result } }, voice);

describe('the sensitivity', () => {
  it('asks about its scenario in its year', () => {
    expect(sensitivityRequests(cell, place)['tornado']!.variables).toMatchObject({
      scenario: { scope: ['451026'], horizon: 2 },
      year: 2021,
    });
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

describe('the value of knowing', () => {
  const estimateOf = (mean: number, standardError = 0.01) => ({ mean, standardError, low: mean, high: mean });
  const noGain = { label: '最优分配', anew: false, gain: estimateOf(0, 0) };
  const known: ValueOfInformation = {
    year: 2021,
    trials: 2000,
    budget: 3_000_000,
    assumptions: [
      {
        assumption: 'option.厂房.rate',
        label: '投向“厂房”：年回报率',
        unit: 'SHARE',
        low: 0.036,
        high: 0.072,
        villages: estimateOf(0.21),
        worth: 168_000,
        worthLow: 150_000,
        worthHigh: 186_000,
        atLow: { label: '最优分配', anew: true, gain: estimateOf(0.5, 0.05) },
        atHigh: { label: '均分', anew: false, gain: estimateOf(0.2, 0.05) },
      },
      { ...bar('保费', 0), villages: estimateOf(0, 0), worth: 0, worthLow: 0, worthHigh: 0, atLow: noGain, atHigh: noGain },
    ],
  };
  const spending = placeOf({
    id: 'a',
    kind: 'parameters',
    scenario: {
      options: [{ code: '厂房', mode: 'PROPERTY' }],
      policy: { neediest: { budget: 3_000_000, amount: 500_000, option: '厂房' } },
    },
  });

  it('is asked only where it is wanted, and there is something to spend money on', () => {
    expect(Object.keys(sensitivityRequests(cell, spending))).toEqual(['tornado']);
    expect(sensitivityRequests({ ...cell, worth: true }, spending)['worth']!.variables).toMatchObject({
      input: { budget: 3_000_000, option: '厂房' },
      year: 2021,
    });
    expect(Object.keys(sensitivityRequests({ ...cell, worth: true }, place))).toEqual(['tornado']);
    expect([offersOption(cell, spending), offersOption(cell, place)]).toEqual([true, false]);
  });

  it('says what is worth most, in villages and money, or that no knowledge would change the plan', () => {
    expect(worthSentence(known, voice)).toBe(
      '若分 300 万元之前能弄清一个假设，最值得弄清的是“投向“厂房”：年回报率”：因为会换一种分法，预计多 0.21 村达标（误差 ±0.02），约值 16.8 万元。调研花得比这多就不划算。',
    );
    expect(worthSentence({ ...known, assumptions: known.assumptions.slice(1) }, voice)).toMatch(
      /^分 300 万元之前，弄清其中任何一个假设都不会/,
    );
  });

  it('writes what one would do at either end', () => {
    const [rate, premium] = worthLines(known, voice);
    expect(rate).toMatchObject({
      villages: '0.21',
      error: '±0.02',
      worth: '16.8',
      worthRange: '15 至 18.6',
      atLow: '3.6%：重排“最优分配”，多 0.5 村（<0.1）',
      atHigh: '7.2%：改用“均分”，多 0.2 村（<0.1）',
    });
    expect(premium).toMatchObject({ villages: '0.00', error: '<0.01', atLow: '4.0%：分法不变' });
  });

  it('is a table to download', () => {
    const tables = sensitivityTables(
      shown(place, cell, { tornado: { sensitivity: resultOf(bar('收益率', 8)) }, worth: { valueOfInformation: known } }, voice),
    );
    expect(tables.at(-1)!.rows[0]).toEqual(['投向“厂房”：年回报率', 0.21, 1.96 * 0.01, 168_000, 150_000, 186_000]);
  });
});

describe('two assumptions at once', () => {
  const axis = (label: string, value: number, values: readonly number[]) =>
    ({ assumption: label, label, unit: 'SHARE', value, values }) as const;
  const table: SensitivityTable = {
    year: 2021,
    trials: 2000,
    base: estimate(60),
    rows: axis('收益率', 0.06, [0.04, 0.06]),
    columns: axis('失败率', 0.04, [0.02, 0.04, 0.08]),
    cells: [
      [estimate(58), estimate(57), estimate(55)],
      [estimate(61), estimate(60), estimate(58)],
    ].map((row) => row.map((expectedReaching) => ({ expectedReaching }))),
  };
  const answers = { tornado: { sensitivity: resultOf(bar('收益率', 8)) }, pair: { sensitivityTable: table } };

  it('are asked for once both are chosen and differ', () => {
    const both = { ...cell, rows: '收益率', columns: '失败率' };
    expect(sensitivityRequests(both, place)['pair']?.variables).toMatchObject({
      rows: { assumption: '收益率' },
      columns: { assumption: '失败率' },
      year: 2021,
    });
    expect(sensitivityRequests({ ...both, columns: null }, place)).not.toHaveProperty('pair');
    expect(sensitivityRequests({ ...both, columns: '收益率' }, place)).not.toHaveProperty('pair');
  });

  it('are drawn as a table of villages with the scenario marked in it', () => {
    const given = shown(place, cell, answers, voice);
    expect(pairChart(given)).toMatchObject({
      rows: { name: '收益率', settings: ['4.0%', '6.0%'] },
      columns: { name: '失败率', settings: ['2.0%', '4.0%', '8.0%'] },
      values: [
        [58, 57, 55],
        [61, 60, 58],
      ],
      middle: 60,
      current: { row: 1, column: 1 },
    });
    expect(sensitivityCharts(given).map(({ chart }) => chart)).toEqual(['Tornado', 'HeatTable']);
    expect(sensitivityTables(given).map(({ name }) => name)).toEqual(['tornado', 'assumptions', 'heat-table']);
    const beside = { ...table, rows: axis('收益率', 0.05, [0.04, 0.06]) };
    expect(pairChart(shown(place, cell, { ...answers, pair: { sensitivityTable: beside } }, voice))?.current).toBeNull();
  });
});
