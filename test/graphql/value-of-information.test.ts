import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const scenario = {
  trials: 300,
  horizon: 2,
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [{ code: 'shed', mode: 'PROPERTY' }],
};
const input = { budget: 10_000_000, option: 'shed' };

const VALUE = `query ($scenario: ScenarioInput!, $input: PolicyComparisonInput!, $only: [String!], $most: Int, $ranges: [AssumptionRangeInput!], $year: Int) {
  valueOfInformation(scenario: $scenario, input: $input, only: $only, most: $most, ranges: $ranges, year: $year) {
    year seed trials engineVersion dataVersion budget best price priceLow priceHigh
    assumptions {
      assumption label unit value low high villages { mean standardError low high } worth worthLow worthHigh
      atLow { policy label anew gain { mean standardError } } atHigh { policy label anew gain { mean standardError } }
    }
  }
}`;

describe('the value of knowing an assumption', () => {
  test('in villages and yuan with its error, and what one would do at either end', async () => {
    const { data, errors } = await server.ask(VALUE, { scenario, input, only: ['target', 'option.shed.rate', 'netRatio.TOURISM'] }, 'zh');
    expect(errors).toBeUndefined();
    const { assumptions, ...rest } = data.valueOfInformation;
    expect(rest).toMatchObject({ year: 2021, seed: 1357, trials: 300, budget: 10_000_000, best: 'OPTIMAL' });
    expect(rest.priceLow).toBeLessThan(rest.price);
    const values: number[] = assumptions.map(({ villages }: Answer) => villages.mean);
    expect(values).toEqual(values.toSorted((left, right) => right - left));
    const target = assumptions.find(({ assumption }: Answer) => assumption === 'target');
    expect(target).toMatchObject({ label: '达标线（相对现定的各村目标）', value: 1, low: 0.9, high: 1.1 });
    expect(target.atLow).toMatchObject({ policy: 'OPTIMAL', label: '最优分配', anew: true });
    expect(target.villages.mean).toBeGreaterThan(0);
    expect(target.worth).toBeCloseTo(target.villages.mean * rest.price, 0);
  });

  test('of the assumptions that matter most, where none are named', async () => {
    const { valueOfInformation } = (await server.ask(VALUE, { scenario: { ...scenario, trials: 100 }, input, most: 2 })).data;
    expect(valueOfInformation.assumptions).toHaveLength(2);
  });

  test('refused in words', async () => {
    expect(await server.refusal(VALUE, { scenario, input, most: 21 })).toEqual([
      'OUT_OF_RANGE ["most"] most = 21 is out of range; it must be between 1 and 20',
    ]);
    expect(await server.refusal(VALUE, { scenario, input, only: ['targets'] })).toEqual([
      expect.stringMatching(/^UNKNOWN_ASSUMPTION \["only","0"\] .*"targets"/),
    ]);
    expect(await server.refusal(VALUE, { scenario, input: { ...input, policies: ['FLAT'] } }, 'zh')).toEqual([
      'NO_PLAN_WITHIN_BUDGET ["input","policies"] 要比的分法没有一个不超过预算 10000000 元；请在 policies 里加一个守预算的分法，或提高 budget',
    ]);
  });
});
