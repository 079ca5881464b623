import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { askedScenario, projectedYears, withoutGrants } from '../../../web/cells/scenario-request.js';
import { PRODUCT_DEFAULTS } from '../../../web/cells/scenario-defaults.js';
import { hashOf } from '../../../web/notebook/canonical.js';

const scenario: ScenarioSpec = {
  name: '试',
  growth: [{ mode: 'INDUSTRY', rate: 0.187, weight: 0.5 }],
  options: [{ code: 'a', mode: 'INDUSTRY' }],
  policy: { flat: { amount: 1, option: 'a' } },
};
const asked = hashOf(askedScenario(scenario, '451026'));

describe('the scenario as it is asked', () => {
  it('has one hash for one meaning', () => {
    const same: ScenarioSpec = {
      ...scenario,
      name: '另一个名字',
      growth: [...scenario.growth!, { mode: 'TOURISM', rate: 0.3, weight: 0 }, { mode: 'SERVICE' }],
      options: [...scenario.options!, { code: 'b', mode: 'SERVICE' }],
    };
    expect(hashOf(askedScenario(same, '451026'))).toBe(asked);
  });

  it('has another for another', () => {
    expect(hashOf(askedScenario(scenario, '451027'))).not.toBe(asked);
    expect(hashOf(askedScenario({ ...scenario, seed: 1 }, '451026'))).not.toBe(asked);
  });

  it('without its grants is the scenario that never had any', () => {
    const never = hashOf(askedScenario({ ...scenario, policy: null }, '451026'));
    expect(hashOf(withoutGrants(askedScenario(scenario, '451026')))).toBe(never);
    expect(withoutGrants(askedScenario({}, '451026'))).toBeUndefined();
  });
});

describe('projected years', () => {
  it('begin with the running year, after a December with the next', () => {
    expect(projectedYears({}, '2020-05', PRODUCT_DEFAULTS)).toEqual([2020, 2021, 2022]);
    expect(projectedYears({ horizon: 2, asOf: '2019-12' }, '2020-05', PRODUCT_DEFAULTS)).toEqual([2020, 2021]);
    expect(projectedYears({}, '2020-05', { ...PRODUCT_DEFAULTS, horizon: 1 })).toEqual([2020]);
    expect(projectedYears({}, null, PRODUCT_DEFAULTS)).toEqual([]);
  });
});
