import { describe, expect, test } from 'vitest';
import { contractOperation, serving, type Answer } from './serving.js';

const server = serving();
const scenario = {
  trials: 200,
  horizon: 2,
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [{ code: 'shed', mode: 'PROPERTY' }],
  policy: { neediest: { budget: 2_000_000, amount: 500_000, option: 'shed' } },
};

const MORE = `query ($scenario: ScenarioInput!, $only: [String!], $ranges: [AssumptionRangeInput!], $year: Int) {
  sensitivity(scenario: $scenario, only: $only, ranges: $ranges, year: $year) {
    year seed trials engineVersion dataVersion cost base { mean }
    bars { assumption label group unit value low high basis matters swing { mean standardError } differenceLow { mean } differenceHigh { mean } }
  }
}`;
const TABLE = `query ($scenario: ScenarioInput!, $rows: SensitivitySideInput!, $columns: SensitivitySideInput!) {
  sensitivityTable(scenario: $scenario, rows: $rows, columns: $columns) {
    year trials base { mean } rows { assumption label unit value values } columns { assumption values } cells { expectedReaching { mean } difference { mean standardError } }
  }
}`;

describe('the Sensitivity of the contract', () => {
  test('bars of every assumption about the outcome of the projection, largest first', async () => {
    const { data, errors } = await server.ask(contractOperation('Sensitivity'), { scenario }, 'zh');
    expect(errors).toBeUndefined();
    const { base, bars } = data.sensitivity;
    const { projection } = (await server.ask(contractOperation('Projection'), { scenario })).data;
    expect(base.mean).toBeCloseTo(projection.outcome.expectedReaching.mean, 9);
    const span = (bar: Answer) => {
      const means = [base.mean, bar.expectedReachingLow.mean, bar.expectedReachingHigh.mean];
      return Math.max(...means) - Math.min(...means);
    };
    const spans: number[] = bars.map(span);
    expect(spans.every((value, index) => index === 0 || value <= spans[index - 1]! + 1e-9)).toBe(true);
    expect(bars.find(({ assumption }: Answer) => assumption === 'growth.INDUSTRY.rate')).toMatchObject({
      label: '产业：计划年增长',
      low: expect.closeTo(0.137, 12),
      high: expect.closeTo(0.237, 12),
    });
  });
});

describe('beyond the contract', () => {
  test('what it rests on, and of each bar what it is about, where its range comes from, and differences with errors', async () => {
    const { sensitivity } = (await server.ask(MORE, { scenario, only: ['option.shed.start', 'target'], year: 2020 })).data;
    expect(sensitivity).toMatchObject({ year: 2020, seed: 1357, trials: 200, cost: 2_000_000 });
    const start = sensitivity.bars.find(({ assumption }: Answer) => assumption === 'option.shed.start');
    expect(start).toMatchObject({
      label: 'option “shed”: start',
      group: 'OPTION',
      unit: 'MONTH',
      value: 202_006,
      low: 202_003,
      high: 202_012,
      basis: 'stated range: 3 months earlier to 6 later',
    });
    const [target] = sensitivity.bars;
    expect(target).toMatchObject({ assumption: 'target', matters: true, low: 0.9, high: 1.1 });
    expect(target.differenceLow.mean).toBeGreaterThan(0);
    expect(target.differenceHigh.mean).toBeLessThan(0);
    expect(target.swing.standardError).toBeGreaterThan(0);
  });

  test('two assumptions against each other', async () => {
    const rows = { assumption: 'target', values: [0.9, 1, 1.1] };
    const { sensitivityTable } = (await server.ask(TABLE, { scenario, rows, columns: { assumption: 'option.shed.rate' } })).data;
    expect(sensitivityTable).toMatchObject({
      year: 2021,
      trials: 200,
      rows: { assumption: 'target', unit: 'SHARE', value: 1, values: [0.9, 1, 1.1] },
    });
    expect(sensitivityTable.columns.values).toHaveLength(5);
    expect(sensitivityTable.cells.map((row: Answer) => row.length)).toEqual([5, 5, 5]);
    expect(sensitivityTable.cells[1][2]).toEqual({
      expectedReaching: { mean: sensitivityTable.base.mean },
      difference: { mean: 0, standardError: 0 },
    });
  });
});

describe('refusals', () => {
  test('in the scenario, a name, a range, a side', async () => {
    expect(await server.refusal(MORE, { scenario: { horizon: 11 } })).toEqual([
      'OUT_OF_RANGE ["scenario","horizon"] horizon = 11 is out of range; it must be between 1 and 10',
    ]);
    expect(await server.refusal(MORE, { scenario, only: ['drift.INDUSTRI'] })).toEqual([
      expect.stringMatching(/^UNKNOWN_ASSUMPTION \["only","0"\] .*"drift\.INDUSTRI".*drift\.INDUSTRY/),
    ]);
    expect(await server.refusal(MORE, { scenario, ranges: [{ assumption: 'option.shed.rate', low: 0.1, high: 2 }] }, 'zh')).toEqual([
      'OUT_OF_RANGE ["ranges","0","high"] option.shed.rate = 2 超出范围；应在 0.1 到 1 之间',
    ]);
    const rows = { assumption: 'target' };
    expect(await server.refusal(TABLE, { scenario, rows, columns: rows })).toEqual([
      'SAME_ASSUMPTION_TWICE ["columns","assumption"] both sides are the assumption "target"; a two-way table takes two different ones',
    ]);
  });

  test('more than one request may count, in words', async () => {
    expect(await server.refusal(MORE, { scenario: { ...scenario, trials: 100_000 } }, 'zh')).toEqual([
      expect.stringMatching(
        /^SENSITIVITY_TOO_LARGE \["scenario","trials"\] \d+ 次预测 × 130 个村 × 2 年 × 100000 次模拟太多，一次最多 2000000000；/,
      ),
    ]);
  });
});
