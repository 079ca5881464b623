import { describe, expect, it } from 'vitest';
import {
  allocationRequests,
  allocationTables,
  freshAllocation,
  frontierChart,
  type AllocationAnswers,
  type AllocationCell,
} from '../../../web/cells/allocation/allocation.js';
import { allocationSentence, factLines, grantLines, notFundedLines, ruleSentence } from '../../../web/cells/allocation/allocation-text.js';
import type { Allocation } from '../../../web/cells/allocation/operations.js';
import { planAsScenario } from '../../../web/cells/allocation/plan-as-scenario.js';
import {
  askedRule,
  boundsOf,
  ruleField,
  usualRule,
  withBounds,
  withForced,
  withObjective,
  withOption,
  withWeight,
} from '../../../web/cells/allocation/rule.js';
import { allocationWords } from '../../../web/cells/allocation/words.js';
import { shown } from '../../../web/cells/cell-place.js';
import { findScenario } from '../../../web/cells/parameters/parameters.js';
import { Reader } from '../../../web/notebook/reader.js';
import { placeOf, voiceIn } from './sample-place.js';

const options = [
  { code: '厂房', mode: 'PROPERTY' as const },
  { code: '茶园', mode: 'INDUSTRY' as const },
];
const place = placeOf(
  { id: 'a', kind: 'parameters', title: 'A', scenario: { name: '甲', horizon: 2, options } },
  {
    id: 'given',
    kind: 'parameters',
    scenario: { horizon: 2, options, policy: { flat: { amount: 100_000, option: '厂房' } } },
  },
);
const voice = voiceIn('zh-CN', allocationWords);
const rule = usualRule(['茶园']);
const cell: AllocationCell = { id: 'best', kind: 'allocation', title: '', folded: false, scenario: 'a', year: 2021, rule };

const villageOf = (code: string, name: string) => ({ code, name, township: { name: '百都乡' } });
const POYA = villageOf('451026205202', '坡芽村');
const result: Allocation = {
  status: 'BOUNDED',
  objective: 'EXPECTED_REACHING',
  year: 2021,
  trials: 10_000,
  value: 83.0917,
  baseline: 66.86,
  upperBound: 83.12,
  gap: 0.00034,
  freshValue: { mean: 83.147, standardError: 0.1, low: 82.9, high: 83.3 },
  spent: 9_950_000,
  unspent: 50_000,
  unspentReason: { code: 'REST_BELOW_LUMP', message: '剩下 5 万元，不够一份（10 万元）' },
  bindingConstraints: [{ code: 'BUDGET_BINDS', message: '预算：再多 5 万元，可预计多达标 0.059 村' }],
  grants: [
    { village: villageOf('1', '弄化村'), option: '茶园', amount: 450_000, chanceBefore: 0.6, chance: 0.7, elsewhere: null },
    { village: POYA, option: '茶园', amount: 9_500_000, chanceBefore: 0.0004, chance: 0.7, elsewhere: 0.41 },
  ],
  notFunded: [
    {
      village: villageOf('2', '规良村'),
      reason: { code: 'SURE_ALREADY', message: '已有把握' },
      flipGrant: null,
      flipIncome: null,
      flipOption: null,
    },
    {
      village: villageOf('3', '念井村'),
      reason: { code: 'OTHERS', message: '别处更好' },
      flipGrant: 100_000,
      flipIncome: 16_000,
      flipOption: { option: 'cocoon', rate: 0.105 },
    },
  ],
  frontier: [
    { budget: 0, value: 66.86, droppedOut: [] },
    { budget: 5_000_000, value: 76, droppedOut: [{ name: '中山村' }, { name: '果力村' }] },
  ],
};
const answers: AllocationAnswers = { allocation: { allocation: result } };

const read = (written: unknown) => {
  const reader = new Reader();
  return { rule: ruleField.read(written, 'rule', reader), problems: reader.problems.map(({ path, expected }) => `${path}: ${expected}`) };
};

describe('the rule of an allocation', () => {
  it('is read back as it was written, and says everything that is wrong with it', () => {
    const full = {
      ...withBounds(withForced(rule, '451026205202', 'in'), [{ township: '451026205', option: null, side: 'cap', amount: 1 }]),
      eligibleOnly: false,
    };
    expect(read(ruleField.write(full)).rule).toEqual(full);
    expect(read(undefined)).toEqual({ rule: usualRule([]), problems: [] });
    const wrong = {
      budget: '很多',
      objective: 'BEST',
      options: '厂房',
      eligibleOnly: 'yes',
      forcedIn: [7],
      groups: [{ township: 4 }],
      weights: ['x'],
    };
    expect(read(wrong).problems).toEqual([
      'rule.budget: a number',
      'rule.objective: one of EXPECTED_REACHING, WEIGHTED, SHORTFALL, MAXIMIN, LEAST_BUDGET',
      'rule.eligibleOnly: true or false',
      'rule.options: a list of texts',
      'rule.forcedIn: a list of texts',
      'rule.weights[0]: fields',
      'rule.groups[0].township: text',
    ]);
  });

  it('has each bound by itself, however they were written', () => {
    const written = { ...rule, groups: [{ township: '451026205', option: '茶园', floor: 1, cap: 2 }] };
    const bounds = boundsOf(written);
    expect(bounds.map(({ side, amount }) => [side, amount])).toEqual([
      ['floor', 1],
      ['cap', 2],
    ]);
    expect(boundsOf(withBounds(rule, bounds))).toEqual(bounds);
  });

  it('knows a village as forced one way at most, and as weighted once', () => {
    const both = withForced(withForced(withForced(rule, 'x', 'in'), 'y', 'in'), 'x', 'out');
    expect(both).toMatchObject({ forcedIn: ['y'], forcedOut: ['x'] });
    expect(withForced(both, 'x', null)).toMatchObject({ forcedIn: ['y'], forcedOut: [] });
    const weighted = withWeight(withWeight(withWeight(rule, 'x', 2), 'y', 3), 'x', 4);
    expect(weighted.weights).toEqual([
      { village: 'x', weight: 4 },
      { village: 'y', weight: 3 },
    ]);
    expect(withWeight(weighted, 'x', null).weights).toEqual([{ village: 'y', weight: 3 }]);
  });

  it('offers options in the order of the scenario, and has what its objective needs', () => {
    expect(withOption(rule, { options }, '厂房', true).options).toEqual(['厂房', '茶园']);
    expect(withOption(rule, { options }, '茶园', false).options).toEqual([]);
    const least = withObjective({ ...rule, budget: null }, 'LEAST_BUDGET', 130);
    expect(least).toMatchObject({ objective: 'LEAST_BUDGET', budget: null, chance: 0.8, villageCount: 65 });
    expect(withObjective(least, 'MAXIMIN', 130).budget).toBe(10_000_000);
  });

  it('is asked without what its objective does not look at', () => {
    const all = { ...rule, chance: 0.8, villageCount: 3, weights: [{ village: 'x', weight: 2 }] };
    expect(askedRule(all)).toEqual(rule);
    expect(askedRule({ ...all, objective: 'WEIGHTED' }).weights).toHaveLength(1);
    expect(askedRule({ ...all, objective: 'LEAST_BUDGET' })).toMatchObject({ chance: 0.8, villageCount: 3 });
  });
});

describe('the allocation', () => {
  it('asks with the options that it offers, and with what is given already only where something is', () => {
    const asked = allocationRequests(cell, place);
    expect(Object.keys(asked)).toEqual(['allocation']);
    expect(asked['allocation']?.variables).toMatchObject({ scenario: { scope: ['451026'], options: [{ code: '茶园' }] }, input: rule });
    const onTop = allocationRequests({ ...cell, scenario: 'given' }, place);
    expect(Object.keys(onTop)).toEqual(['allocation', 'given']);
    expect(onTop['allocation']?.variables).toMatchObject({ scenario: { options, policy: { flat: { amount: 100_000 } } } });
    expect(allocationRequests({ ...cell, rule: usualRule([]) }, place)).toEqual({});
    expect(freshAllocation(place).rule.options).toEqual(['厂房', '茶园']);
  });

  it('says whom the money goes to, what comes of it, and how that is known', () => {
    expect(allocationSentence(result, rule, voice)).toBe('给 2 个村共 995 万元，预计达标 83.1 村；不给这笔钱是 66.9 村。');
    expect(factLines(result, voice).map(({ name, value, note }) => [name, value, note])).toEqual([
      ['证明', '接近最优', '已证明：更好的分法至多好到下面的界'],
      ['方案的值', '83.1 村', '按挑选方案的那批模拟，略偏乐观'],
      ['换一批模拟重算', '83.1 村', '没参与挑选的模拟，误差 ±0.20 村'],
      ['上界', '83.1 村', '任何分法都不会更好'],
      ['差距', '0.034%', ''],
      ['用去', '995 万元', '2 个村'],
      ['剩下', '5 万元', '剩下 5 万元，不够一份（10 万元）'],
    ]);
    const least = { ...result, objective: 'LEAST_BUDGET' as const, value: 1_600_000, spent: 1_600_000, baseline: null };
    expect(allocationSentence(least, { ...rule, chance: 0.8, villageCount: 60 }, voice)).toBe(
      '最少花 160 万元，给 2 个村，就有 60 个村达标的可能不低于 80%。',
    );
    const lowest = { ...result, objective: 'MAXIMIN' as const, value: 0.3746, baseline: 0 };
    expect(allocationSentence(lowest, rule, voice)).toBe('给 2 个村共 995 万元，可以得到资金的村里，最低的可能从 <0.1% 升到 37%。');
  });

  it('of what cannot be had says why, and draws no choice', () => {
    const none = {
      ...result,
      status: 'INFEASIBLE' as const,
      grants: [],
      bindingConstraints: [{ code: 'X', message: '下限达不到' }],
    };
    expect(allocationSentence(none, rule, voice)).toBe('没有一种分法同时满足这些条件。');
    expect(factLines(none, voice)).toEqual([{ name: '原因', value: '下限达不到', note: '' }]);
    expect(frontierChart(shown(place, cell, { allocation: { allocation: none } }, voice))?.chosen).toBeNull();
    expect(frontierChart(shown(place, cell, {}, voice))).toBeUndefined();
  });

  it('names the conditions that it was asked under', () => {
    const bound = withForced({ ...rule, eligibleOnly: false, min: 100_000, groups: [{ option: '茶园', cap: 1 }] }, 'x', 'out');
    expect(ruleSentence(bound, [{ village: { code: 'x' }, option: '厂房', amount: 200_000 }], voice)).toBe(
      '每村 10 万元到 100 万元，每份 5 万元；投向：茶园；不看六项条件；上下限 1 条；不能给 1 个村；追加资金：方案里已经给了 1 个村共 20 万元，这笔在其之上。',
    );
  });

  it('lists whom it helps most first, and of the others those that something would flip', () => {
    expect(
      grantLines(result, voice).map(({ village, before, after, rise, elsewhere }) => [village, before, after, rise, elsewhere]),
    ).toEqual([
      ['坡芽村', '<0.1%', '70%', '+70', '0.41 村'],
      ['弄化村', '60%', '70%', '+10', '—'],
    ]);
    expect(notFundedLines(result, voice).map(({ village, flips }) => [village, flips])).toEqual([
      ['念井村', '10 万元以内能办成同样的事，或当年另有 1.6 万元收入，或“cocoon”在这里的年回报有 10.5%'],
      ['规良村', ''],
    ]);
  });

  it('draws the frontier with the budget and the villages that drop out, and has it all as tables', () => {
    const given = shown(place, cell, answers, voice);
    expect(frontierChart(given)).toMatchObject({
      unit: '村',
      chosen: 10_000_000,
      leavers: [
        { budget: 5_000_000, name: '中山村' },
        { budget: 5_000_000, name: '果力村' },
      ],
    });
    expect(allocationTables(given).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['summary', 7],
      ['frontier', 2],
      ['grants', 2],
      ['not-funded', 2],
    ]);
    expect(allocationTables(shown(place, cell, {}, voice))).toEqual([]);
  });

  it('becomes a scenario that gives what was given before and the plan on top', () => {
    const before = { projection: { grants: [{ village: { code: POYA.code }, option: '茶园', amount: 500_000 }] } };
    const { notebook, id } = planAsScenario(cell, { ...answers, given: before }, place, '最优分配');
    expect(id).toBe('plan');
    expect(findScenario(notebook, id)?.scenario).toEqual({
      horizon: 2,
      options,
      policy: {
        list: [
          { village: POYA.code, option: '茶园', amount: 10_000_000 },
          { village: '1', option: '茶园', amount: 450_000 },
        ],
      },
    });
    expect(planAsScenario(cell, answers, { notebook }, '再来').id).toBe('plan-2');
  });
});
