import { describe, expect, it } from 'vitest';
import { SCENARIO_DEFAULTS } from '../../../server/scenario/defaults.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import {
  addOption,
  lacksOption,
  policyForm,
  removeOption,
  replaceOption,
  termsOf,
  withPolicy,
} from '../../../web/cells/parameters/policy.js';
import { optionsUsed } from '../../../web/cells/scenario-request.js';

const scenario: ScenarioSpec = {
  options: [{ code: '鲜茧园', mode: 'INDUSTRY', rate: 0.08 }],
  policy: { neediest: { budget: 1e7, amount: 5e5, option: '鲜茧园', eligibleOnly: false } },
};

describe('the policy form', () => {
  it('shows what is written and writes it back', () => {
    const form = policyForm(scenario);
    expect(form).toEqual({ kind: 'neediest', budget: 1e7, amount: 5e5, option: '鲜茧园', eligibleOnly: false });
    expect(withPolicy(scenario, form)).toEqual(scenario);
  });

  it('keeps amount and option from one kind to the next', () => {
    const flat = withPolicy(scenario, { ...policyForm(scenario), kind: 'flat', eligibleOnly: true });
    expect(flat.policy).toEqual({ flat: { amount: 5e5, option: '鲜茧园' } });
    expect(withPolicy(flat, { ...policyForm(flat), kind: 'none' }).policy).toBeUndefined();
  });

  it('leaves the best allocation by a rule as it was written, and its options follow a new name', () => {
    const rule = { budget: 2e6, lump: 5e4, max: 1e6, options: ['鲜茧园'], objective: 'EXPECTED_REACHING' as const };
    const best: ScenarioSpec = { ...scenario, policy: { optimal: { ...rule, groups: [{ option: '鲜茧园', cap: 1e6 }] } } };
    expect(policyForm(best)).toMatchObject({ kind: 'optimal', budget: 2e6, option: '鲜茧园' });
    expect(withPolicy(best, policyForm(best))).toEqual(best);
    expect(lacksOption(best)).toBe(false);
    expect(optionsUsed(best.policy)).toEqual(['鲜茧园']);
    expect(replaceOption(best, '鲜茧园', { code: '芒果园', mode: 'INDUSTRY' }).policy?.optimal).toEqual({
      ...rule,
      options: ['芒果园'],
      groups: [{ option: '芒果园', cap: 1e6 }],
    });
  });

  it('notices an option that is not there', () => {
    expect(lacksOption(scenario)).toBe(false);
    expect(lacksOption(removeOption(scenario, '鲜茧园'))).toBe(true);
    expect(lacksOption({})).toBe(false);
  });
});

describe('options', () => {
  it('get a name of their own', () => {
    const codes = addOption(addOption({}, '新投向'), '新投向').options!.map(({ code }) => code);
    expect(codes).toEqual(['新投向', '新投向 2']);
  });

  it('are followed by the policy when they are renamed', () => {
    const renamed = replaceOption(scenario, '鲜茧园', { code: '芒果园', mode: 'INDUSTRY' });
    expect(policyForm(renamed)).toMatchObject({ kind: 'neediest', option: '芒果园' });
    expect(lacksOption(renamed)).toBe(false);
    const list = { ...scenario, policy: { list: [{ village: '1', amount: 1, option: '鲜茧园' }] } };
    expect(replaceOption(list, '鲜茧园', { code: '芒果园', mode: 'INDUSTRY' }).policy!.list![0]!.option).toBe('芒果园');
  });

  it('take what they leave out from the defaults', () => {
    expect(termsOf({ code: 'a', mode: 'SERVICE', rate: 0.1 }, { ...SCENARIO_DEFAULTS.option, rate: 0.05, delay: 6 })).toEqual({
      rate: 0.1,
      sd: 0.3,
      delay: 6,
      failure: 0.04,
      insured: 0,
      premium: 0,
      late: 0.1,
    });
  });
});
