import { describe, expect, it } from 'vitest';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import {
  assumptionsOf,
  fateOf,
  netRatioOf,
  overridesOf,
  withAssumption,
  withFate,
  withNetRatio,
  withoutEmpty,
  withOverrides,
} from '../../../web/cells/parameters/other-assumptions.js';

const bare: ScenarioSpec = { horizon: 3 };

describe('what a scenario says beside growth and money', () => {
  it('of a park is written part by part, and gone when nothing is said any more', () => {
    const late = withFate(withFate(bare, 'PIGS', { start: '2020-10' }), 'PIGS', { late: 0.2 });
    expect(late).toEqual({ horizon: 3, parks: [{ park: 'PIGS', start: '2020-10', late: 0.2 }] });
    expect(fateOf(late, 'PIGS')).toEqual({ start: '2020-10', late: 0.2 });
    expect(fateOf(late, 'MANGO')).toEqual({ start: null, late: null });
    expect(withFate(withFate(late, 'PIGS', { late: null }), 'PIGS', { start: null })).toEqual(bare);
    expect(withFate(late, 'MANGO', { late: 0 }).parks).toHaveLength(2);
  });

  it('of net income is written where it is not as usual', () => {
    const net = withNetRatio(bare, 'INDUSTRY', 0.8, 1);
    expect([netRatioOf(net, 'INDUSTRY', 1), netRatioOf(net, 'TOURISM', 0.9)]).toEqual([0.8, 0.9]);
    expect(withNetRatio(net, 'INDUSTRY', 0.7, 1).netRatio).toEqual([{ mode: 'INDUSTRY', ratio: 0.7 }]);
    expect(withNetRatio(net, 'INDUSTRY', 1, 1)).toEqual(bare);
  });

  it('of the model itself is changed in its place, and names that are not known stay', () => {
    const strange = { ...bare, assumptions: [{ name: 'fromLater', value: 1 }] };
    const said = withAssumption(withAssumption(strange, 'priorWeight', 8), 'priorCountySd', 0.1);
    expect(withAssumption(said, 'priorWeight', 2).assumptions).toEqual([
      { name: 'fromLater', value: 1 },
      { name: 'priorWeight', value: 2 },
      { name: 'priorCountySd', value: 0.1 },
    ]);
    expect(assumptionsOf(said).map(({ name }) => name)).toEqual(['priorWeight', 'priorCountySd']);
    expect(withAssumption(withAssumption(said, 'priorWeight', null), 'priorCountySd', null)).toEqual(strange);
    expect(withAssumption(withAssumption(bare, 'priorWeight', 8), 'priorWeight', null)).toEqual(bare);
  });

  it('of single villages stands beside the default target, and leaves it when it goes', () => {
    const own = { village: '451026100001', amount: 80_000 };
    expect(overridesOf(bare)).toEqual([]);
    expect(withOverrides(bare, [own])).toEqual({ horizon: 3, target: { overrides: [own] } });
    expect(withOverrides(withOverrides(bare, [own]), [])).toEqual(bare);
    const both = { ...bare, target: { default: 50_000 } };
    expect(withOverrides(withOverrides(both, [own]), [])).toEqual(both);
  });

  it('of reinvestment and the last month goes when it is taken out', () => {
    expect(withoutEmpty({ ...bare, reinvest: { share: 0.2, return: 0.05 } }, 'reinvest', null)).toEqual(bare);
    expect(withoutEmpty(bare, 'asOf', '2019-12')).toEqual({ horizon: 3, asOf: '2019-12' });
  });
});
