import { describe, expect, test } from 'vitest';
import { comparingPolicies, type PolicyComparison } from '../../../server/allocation/decision/policy-comparison.js';
import type { PolicyKind } from '../../../server/allocation/decision/policy-kind.js';
import type { PoliciesAsked } from '../../../server/allocation/decision/policy-terms.js';
import { ScenarioProjection } from '../../../server/allocation/scenario-projection.js';
import type { Comparable } from '../../../server/allocation/comparison-checks.js';
import { freshSeed } from '../../../server/allocation/optimal/fresh-value.js';
import { Problems } from '../../../server/base/errors/problems.js';
import { Draws } from '../../../server/projection/draws.js';
import { compareSpecs, sampleCounty } from '../compare.js';
import { base, drawsFor, finished, WRITTEN } from '../sensitivity/measure.js';

const TERMS = { budget: 1_000_000, amount: 300_000, lump: 50_000, max: 500_000, option: 'SHED', eligibleOnly: false };

const comparePolicies = (
  more: Partial<PoliciesAsked> = {},
  { baseline = 'NONE', on = base() }: { readonly baseline?: PolicyKind; readonly on?: Comparable } = {},
): PolicyComparison =>
  finished(
    comparingPolicies({ base: on, asked: { ...TERMS, ...more }, baseline }, { draws: drawsFor(on), freshDraws: () => freshFor(on) }),
  );

const freshFor = ({ scenario }: Comparable) => new Draws(freshSeed(scenario.seed), scenario.trials);

const problemsOf = (more: Partial<PoliciesAsked>, on?: Comparable): string[] => {
  try {
    comparePolicies(more, on && { on });
  } catch (error) {
    if (error instanceof Problems) return error.problems.map(({ code, path }) => `${code} ${path?.join('.')}`);
    throw error;
  }
  return [];
};

describe('policies side by side at one budget', () => {
  const compared = comparePolicies();
  const of = (kind: PolicyKind) => compared.policies.find((policy) => policy.kind === kind)!;

  test('all of them, no more than the budget but where it is not looked at', () => {
    expect(compared.policies.map(({ kind, cost, withinBudget, funded }) => [kind, cost, withinBudget, funded])).toEqual([
      ['NONE', 0, true, 0],
      ['EQUAL', 1_000_000, true, 8],
      ['FLAT', 2_400_000, false, 8],
      ['NEEDIEST', 900_000, true, 3],
      ['PROPORTIONAL', expect.closeTo(1_000_000, 0), true, expect.any(Number)],
      ['OPTIMAL', expect.any(Number), true, expect.any(Number)],
      ['OWN', 500_000, true, 2],
    ]);
  });

  test('each as its own projection tells: expected number, chance of all, lowest chance', () => {
    const on = base();
    const { policy: _policy, ...none } = on.scenario;
    const projection = new ScenarioProjection(on.counties, { ...none, policy: undefined }, drawsFor(on));
    const villages = projection.villages();
    const lowest = Math.min(...villages.map(({ chance }) => chance));
    const { mean, standardError } = projection.outcome().expectedReaching;
    expect(of('NONE').expectedReaching.mean).toBe(mean);
    expect(of('NONE').expectedReaching.standardError).toBeCloseTo(standardError, 12);
    expect(of('NONE').chanceAll).toEqual(projection.outcome().chanceAll);
    expect(of('NONE').equity.lowest.chance.mean).toBe(lowest);
    expect(villages.find(({ village }) => village === of('NONE').equity.lowest.village)!.chance).toBe(lowest);
  });

  test('differences as the comparison of the scenarios tells', () => {
    const neediest = { neediest: { budget: 1_000_000, amount: 300_000, option: 'SHED', eligibleOnly: false } };
    const { differences } = compareSpecs(
      sampleCounty(false),
      [
        { ...WRITTEN, policy: null },
        { ...WRITTEN, policy: neediest },
      ],
      {
        mostTrials: WRITTEN.trials!,
      },
    );
    const { movers, scenario: _scenario, ...told } = differences[0]!;
    const { gaining, losing, freshReaching: _fresh, ...own } = of('NEEDIEST').difference;
    expect(own).toEqual(told);
    expect([...gaining, ...losing]).toEqual(movers);
    expect(losing).toEqual([]);
  });

  test('the best plan is no worse than any other that gives whole lumps, on the draws that choose it', () => {
    const best = comparePolicies({ lump: 100_000 }).policies;
    const reaching = (kind: PolicyKind) => best.find((policy) => policy.kind === kind)!.expectedReaching.mean;
    expect(reaching('OPTIMAL')).toBeGreaterThanOrEqual(reaching('NEEDIEST'));
    expect(reaching('OPTIMAL')).toBeGreaterThan(reaching('NONE'));
  });

  test('counts on fresh draws as the projection of their seed tells', () => {
    const on = base();
    const fresh = new ScenarioProjection(on.counties, { ...on.scenario, policy: undefined }, freshFor(on));
    expect(of('NONE').freshReaching.mean).toBe(fresh.outcome().expectedReaching.mean);
    const { freshReaching } = of('EQUAL').difference;
    expect(freshReaching.mean).toBeCloseTo(of('EQUAL').freshReaching.mean - of('NONE').freshReaching.mean, 12);
  });

  test('townships add up to the whole', () => {
    for (const { equity, cost, funded, expectedReaching } of compared.policies) {
      const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
      expect(sum(equity.townships.map(({ grants }) => grants))).toBeCloseTo(cost, 6);
      expect(sum(equity.townships.map((township) => township.funded))).toBe(funded);
      expect(sum(equity.townships.map((township) => township.expectedReaching.mean))).toBeCloseTo(expectedReaching.mean, 9);
    }
  });
});

describe('identities', () => {
  test('a policy less itself is exactly nothing, and so is the same list of grants under another name', () => {
    const flat = { ...WRITTEN, policy: { flat: { amount: 300_000, option: 'SHED', eligibleOnly: false } } };
    const { policies } = comparePolicies({ policies: ['OWN', 'FLAT'] }, { baseline: 'FLAT', on: base(flat) });
    expect(policies[0]!.grants).toEqual(policies[1]!.grants);
    for (const { difference } of policies) {
      expect(difference).toMatchObject({
        expectedReaching: { mean: 0, standardError: 0 },
        freshReaching: { mean: 0, standardError: 0 },
        chanceBetter: 0,
        chanceEqual: 1,
        chanceWorse: 0,
        gaining: [],
        losing: [],
      });
    }
  });

  test('the baseline turned round turns the differences round', () => {
    const there = comparePolicies({ policies: ['EQUAL', 'NEEDIEST'] }, { baseline: 'EQUAL' }).policies[1]!.difference;
    const back = comparePolicies({ policies: ['EQUAL', 'NEEDIEST'] }, { baseline: 'NEEDIEST' }).policies[0]!.difference;
    expect(back.expectedReaching.mean).toBe(-there.expectedReaching.mean);
    expect(back.expectedReaching.standardError).toBe(there.expectedReaching.standardError);
    expect([back.chanceBetter, back.chanceEqual, back.chanceWorse]).toEqual([there.chanceWorse, there.chanceEqual, there.chanceBetter]);
    expect(back.gaining.map(({ village }) => village)).toEqual(there.losing.map(({ village }) => village));
  });

  test('the baseline comes first where it was not asked for', () => {
    expect(comparePolicies({ policies: ['EQUAL'] }).policies.map(({ kind }) => kind)).toEqual(['NONE', 'EQUAL']);
  });
});

describe('refusals', () => {
  test('everything wrong with the input at once', () => {
    expect(problemsOf({ option: 'SHOD', budget: 0, policies: ['EQUAL', 'EQUAL'] })).toEqual([
      'UNKNOWN_OPTION input.option',
      'OUT_OF_RANGE input.budget',
      'DUPLICATE_CODE input.policies.1',
    ]);
    expect(problemsOf({ policies: [] })).toEqual(['OUT_OF_RANGE input.policies']);
    expect(problemsOf({ budget: 200_000 })).toEqual(['BUDGET_BELOW_AMOUNT input.budget']);
    expect(problemsOf({ lump: 600_000 })).toEqual(['NO_LUMP_FITS input.lump']);
  });

  test('its own policy where the scenario has none, and money for villages of which none may have it', () => {
    const none = base({ ...WRITTEN, policy: null });
    expect(problemsOf({ policies: ['OWN'] }, none)).toEqual(['NO_OWN_POLICY input.policies.0']);
    expect(comparePolicies({}, { on: none }).policies.map(({ kind }) => kind)).not.toContain('OWN');
    const unjudged = { ...none, counties: none.counties.map(({ record, fit }) => ({ fit, record: withoutCriteria(record) })) };
    expect(() => comparePolicies({ eligibleOnly: true }, { on: unjudged })).toThrow(
      expect.objectContaining({ code: 'NO_ELIGIBLE_VILLAGE' }),
    );
  });
});

const withoutCriteria = (record: Comparable['counties'][number]['record']) => ({
  ...record,
  villages: record.villages.map((village) => ({ ...village, criteria: { ...village.criteria, cohesion: null } })),
});
