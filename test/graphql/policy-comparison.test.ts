import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const scenario = {
  trials: 200,
  horizon: 2,
  options: [{ code: 'shed', mode: 'PROPERTY' }],
  policy: { list: [{ village: '451026100201', amount: 400_000, option: 'shed' }] },
};
const input = { budget: 10_000_000, option: 'shed' };

const COMPARE = `query ($scenario: ScenarioInput!, $input: PolicyComparisonInput!, $baseline: PolicyKind, $year: Int) {
  policyComparison(scenario: $scenario, input: $input, baseline: $baseline, year: $year) {
    year seed trials engineVersion dataVersion budget baseline
    policies {
      kind label cost withinBudget funded expectedReaching { mean standardError } freshReaching { mean } chanceAll { mean }
      lowest { village { code name } chance { mean standardError } } giniOfChances { mean standardError }
      townships { township { code name } villageCount funded cost expectedReaching { mean standardError } }
      grants { village { code } option amount }
      difference {
        expectedReaching { mean standardError low high } freshReaching { mean standardError } chanceBetter chanceEqual chanceWorse
        costPerExtraVillage costPerExtraVillageLow costPerExtraVillageHigh
        gainingCount losingCount gaining(first: 3) { village { name } before after standardError } losing { village { name } }
      }
    }
  }
}`;

describe('one budget by several policies', () => {
  test('with what each comes to, whom it helps, and how it stands to the baseline', async () => {
    const { data, errors } = await server.ask(COMPARE, { scenario, input }, 'zh');
    expect(errors).toBeUndefined();
    const { policies, ...rest } = data.policyComparison;
    expect(rest).toMatchObject({ year: 2021, seed: 1357, trials: 200, budget: 10_000_000, baseline: 'NONE' });
    expect(policies.map(({ kind, label }: Answer) => [kind, label])).toEqual([
      ['NONE', '不拨款'],
      ['EQUAL', '均分'],
      ['FLAT', '每村定额'],
      ['NEEDIEST', '缺口大的优先'],
      ['PROPORTIONAL', '按缺口分'],
      ['OPTIMAL', '最优分配'],
      ['OWN', '本方案的拨款'],
    ]);
    const neediest = policies[3];
    expect(neediest).toMatchObject({ cost: 10_000_000, withinBudget: true, funded: 20 });
    expect(neediest.townships.reduce((sum: number, { villageCount }: Answer) => sum + villageCount, 0)).toBe(130);
    expect(neediest.difference.gaining).toHaveLength(3);
    expect(neediest.difference.gainingCount).toBeGreaterThan(3);
    expect(neediest.difference.costPerExtraVillage).toBeCloseTo(10_000_000 / neediest.difference.expectedReaching.mean, 1);
    expect(neediest.giniOfChances.standardError).toBeGreaterThan(0);
    const projected = await server.ask(
      'query ($scenario: ScenarioInput!) { projection(scenario: $scenario) { grants { village { code } option amount } outcome { expectedReaching { mean standardError } } } }',
      { scenario: { ...scenario, policy: { neediest: { ...input, amount: 500_000 } } } },
    );
    const optimal = policies[5];
    expect(optimal.cost).toBeLessThanOrEqual(10_000_000);
    expect(optimal.difference.freshReaching.mean).toBeGreaterThan(neediest.difference.freshReaching.mean);
    const { mean, standardError } = projected.data.projection.outcome.expectedReaching;
    expect(neediest.expectedReaching).toEqual({ mean, standardError: expect.closeTo(standardError, 12) });
    expect(neediest.grants).toEqual(projected.data.projection.grants);
  });

  test('against another baseline and in another year', async () => {
    const asked = { scenario, input: { ...input, policies: ['NEEDIEST', 'EQUAL'] }, baseline: 'EQUAL', year: 2020 };
    const { policyComparison } = (await server.ask(COMPARE, asked)).data;
    expect(policyComparison).toMatchObject({ year: 2020, baseline: 'EQUAL' });
    expect(policyComparison.policies.map(({ kind }: Answer) => kind)).toEqual(['NEEDIEST', 'EQUAL']);
    expect(policyComparison.policies[1].difference).toMatchObject({
      expectedReaching: { mean: 0, standardError: 0 },
      chanceEqual: 1,
      gainingCount: 0,
      losingCount: 0,
    });
  });

  test('refused in words', async () => {
    expect(await server.refusal(COMPARE, { scenario, input: { ...input, budget: 100_000 } }, 'zh')).toEqual([
      'BUDGET_BELOW_AMOUNT ["input","budget"] 预算 100000 元不够给一个村 500000 元；请提高 budget 或降低 amount',
    ]);
    expect(await server.refusal(COMPARE, { scenario, input: { ...input, option: 'sheds' } })).toEqual([
      expect.stringMatching(/^UNKNOWN_OPTION \["input","option"\] .*"sheds"/),
    ]);
    expect(await server.refusal(COMPARE, { scenario, input, year: 2030 })).toEqual([
      expect.stringMatching(/^YEAR_NOT_PROJECTED \["year"\] .*2030/),
    ]);
    expect(await server.refusal(COMPARE, { scenario: { ...scenario, trials: 100_000, horizon: 10 }, input })).toEqual([
      expect.stringMatching(/^SENSITIVITY_TOO_LARGE \["scenario","trials"\] 24 projections/),
    ]);
  });
});
