import { describe, expect, it } from 'vitest';
import type { ModelFit } from '../../../web/cells/parameters/operations.js';
import { blendGrowth, planOf, planYear, trendGrowth, withPlan, withPlanYear } from '../../../web/cells/parameters/growth.js';

const fit: ModelFit = {
  asOf: '2020-05',
  completeYears: 3,
  closedMonths: 5,
  countySd: 0.05,
  modeSd: 0.08,
  permanentSd: 0.15,
  modes: [{ mode: 'INDUSTRY', drift: 0.06, driftError: 0.1, cessation: 0.02, pairs: 100 }],
};

describe('expected yearly growth', () => {
  it('of the trend is exp(drift + ½(varC + varM + varL))·(1 − q) − 1', () => {
    expect(trendGrowth(fit, 'INDUSTRY')).toBeCloseTo(Math.exp(0.06 + (0.0025 + 0.0064 + 0.0225) / 2) * 0.98 - 1, 14);
    expect(trendGrowth(fit, 'TOURISM')).toBeUndefined();
  });

  it("of the blend is the model's: drifts weighed, shocks and cessation as they are", () => {
    const trend = trendGrowth(fit, 'INDUSTRY')!;
    const half = (0.0025 + 0.0064 + 0.0225) / 2;
    const planned = Math.log(1.187) - half - Math.log(0.98);
    const drift = 0.7 * 0.06 + 0.3 * planned;
    expect(blendGrowth(trend, { rate: 0.187, weight: 0.3 })).toBeCloseTo(Math.exp(drift + half) * 0.98 - 1, 14);
    expect(blendGrowth(trend, { rate: 0.187, weight: 0 })).toBeCloseTo(trend, 14);
    expect(blendGrowth(trend, { rate: 0.187, weight: 1 })).toBeCloseTo(0.187, 14);
  });
});

describe('plans in a scenario', () => {
  it("take the article's rates, weighing nothing, where nothing is written", () => {
    expect(planOf({}, 'RESOURCE', 1)).toEqual({ rate: 0.274, weight: 0 });
    expect(planOf({ growth: [{ mode: 'RESOURCE', rate: 0.1 }] }, 'RESOURCE', 0.8)).toEqual({ rate: 0.1, weight: 0.8 });
  });

  it('are written in the order of the modes, without those at their default', () => {
    const tourism = withPlan({}, 'TOURISM', { rate: 0.2, weight: 0.5 }, 1);
    const both = withPlan(tourism, 'INDUSTRY', { rate: 0.187, weight: 1 }, 1);
    expect(both.growth).toEqual([
      { mode: 'INDUSTRY', rate: 0.187, weight: 1 },
      { mode: 'TOURISM', rate: 0.2, weight: 0.5 },
    ]);
    expect(withPlan(both, 'INDUSTRY', { rate: 0.187, weight: 0 }, 1)).toEqual(tourism);
  });

  it('may all be for one year, or for years that a form cannot show', () => {
    const plan = withPlanYear(withPlan({}, 'SERVICE', { rate: 0.1, weight: 1 }, 1), 2020);
    expect(plan.growth).toEqual([{ mode: 'SERVICE', rate: 0.1, weight: 1, year: 2020 }]);
    expect(planYear(plan)).toBe(2020);
    expect(planYear(withPlan(plan, 'PROPERTY', { rate: 0.1, weight: 1 }, 1))).toBe(2020);
    expect(planYear(withPlanYear(plan, null))).toBeNull();
    expect(planYear({ growth: [...plan.growth!, { mode: 'SERVICE', rate: 0.2, year: 2021 }] })).toBe('mixed');
  });
});
