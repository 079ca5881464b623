import { describe, expect, test } from 'vitest';
import { serving, type Answer } from './serving.js';

const server = serving();
const scenario = {
  trials: 500,
  horizon: 2,
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [{ code: 'shed', mode: 'PROPERTY' }],
};
const input = { budget: 10_000_000, option: 'shed' };

const ROBUST = `query ($scenario: ScenarioInput!, $input: PolicyComparisonInput!, $views: [RivalViewKind!], $year: Int) {
  robustness(scenario: $scenario, input: $input, views: $views, year: $year) {
    year seed trials engineVersion dataVersion budget best steadiest alwaysFunded sometimesFunded neverFunded
    plans { kind label cost withinBudget worstView worst { mean standardError } mostRegrettedView greatestRegret { mean standardError } grants { village { code } } }
    views {
      view label basis matters best lead { mean standardError } order turns { share low high }
      outcomes { plan expectedReaching { mean standardError } regret { mean standardError } }
    }
    funded(first: 1000) { village { code name } funded amounts }
  }
}`;

describe('plans under rival views', () => {
  test('outcome and regret of each, worst and most regretted view, whom the best would fund under which', async () => {
    const { data, errors } = await server.ask(ROBUST, { scenario, input }, 'zh');
    expect(errors).toBeUndefined();
    const { plans, views, funded, ...rest } = data.robustness;
    expect(rest).toMatchObject({ year: 2021, seed: 1357, trials: 500, budget: 10_000_000, best: 'OPTIMAL' });
    expect(plans.map(({ kind, label }: Answer) => [kind, label])).toEqual([
      ['EQUAL', '均分'],
      ['NEEDIEST', '缺口大的优先'],
      ['PROPORTIONAL', '按缺口分'],
      ['OPTIMAL', '最优分配'],
    ]);
    expect(views.map(({ view, label }: Answer) => [view, label])).toEqual([
      ['AS_ASSUMED', '按本方案的假设'],
      ['TREND', '只靠历史趋势'],
      ['HALF_WAY', '计划达成一半'],
      ['PLAN', '计划全部达成'],
      ['LOW_RETURNS', '回报偏低'],
      ['MORE_FAILURES', '失约增多'],
      ['LATE_PARKS', '园区晚一年'],
      ['ROUGH_YEARS', '年景更颠簸'],
      ['SHORT_HISTORY', '只看近年'],
    ]);
    plans.forEach((plan: Answer, p: number) => {
      const means = views.map(({ outcomes }: Answer) => outcomes[p].expectedReaching.mean);
      expect(plan.worst.mean).toBe(Math.min(...means));
      const regrets = views.map(({ outcomes }: Answer) => outcomes[p].regret.mean);
      expect(plan.greatestRegret.mean).toBe(Math.max(...regrets));
      expect(views[regrets.indexOf(plan.greatestRegret.mean)].view).toBe(plan.mostRegrettedView);
    });
    expect(rest.alwaysFunded + rest.sometimesFunded + rest.neverFunded).toBe(130);
    expect(funded).toHaveLength(rest.alwaysFunded + rest.sometimesFunded);
    const optimal = plans[3];
    const asAssumed = funded.filter(({ amounts }: Answer) => amounts[0] > 0).map(({ village }: Answer) => village.code);
    expect(new Set(asAssumed)).toEqual(new Set(optimal.grants.map(({ village }: Answer) => village.code)));
  });

  test("the scenario's own view counts as policyComparison does on fresh draws", async () => {
    const asked = { scenario, input: { ...input, policies: ['EQUAL', 'OPTIMAL'] } };
    const { robustness } = (await server.ask(ROBUST, { ...asked, views: ['TREND'] })).data;
    const { policyComparison } = (
      await server.ask(
        `query ($scenario: ScenarioInput!, $input: PolicyComparisonInput!) {
          policyComparison(scenario: $scenario, input: $input, baseline: EQUAL) { policies { freshReaching { mean standardError } difference { freshReaching { mean standardError } } } }
        }`,
        asked,
      )
    ).data;
    expect(robustness.views.map(({ view }: Answer) => view)).toEqual(['AS_ASSUMED', 'TREND']);
    const [own] = robustness.views;
    expect(own.outcomes.map(({ expectedReaching }: Answer) => expectedReaching)).toEqual(
      policyComparison.policies.map(({ freshReaching }: Answer) => freshReaching),
    );
    expect(own.outcomes[0].regret).toEqual(policyComparison.policies[1].difference.freshReaching);
    expect(own).toMatchObject({ order: 'HOLDS', lead: { mean: 0, standardError: 0 }, turns: null, matters: false });
  });

  test('refused in words', async () => {
    expect(await server.refusal(ROBUST, { scenario, input: { ...input, lump: 2_000_000 } }, 'zh')).toEqual([
      expect.stringMatching(/^NO_LUMP_FITS \["input","lump"\]/),
    ]);
    expect(await server.refusal(ROBUST, { scenario: { ...scenario, trials: 60_000 }, input })).toEqual([
      expect.stringMatching(/^SENSITIVITY_TOO_LARGE \["scenario","trials"\]/),
    ]);
  });
});
