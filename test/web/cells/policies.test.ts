import { describe, expect, it } from 'vitest';
import { shown } from '../../../web/cells/cell-place.js';
import type { ComparedPolicy, PolicyComparison } from '../../../web/cells/policies/operations.js';
import {
  bestOf,
  policiesCharts,
  policiesRequests,
  policiesSentence,
  policiesTables,
  policyLines,
  townshipChart,
  type PoliciesCell,
} from '../../../web/cells/policies/policies.js';
import { policiesWords } from '../../../web/cells/policies/words.js';
import { placeOf, voiceIn } from './sample-place.js';

const estimate = (mean: number, standardError = 0.1) => ({
  mean,
  standardError,
  low: mean - 1.96 * standardError,
  high: mean + 1.96 * standardError,
});
const township = (code: string, name: string, villageCount: number, reaching: number) => ({
  township: { code, name },
  villageCount,
  funded: 1,
  cost: 500_000,
  expectedReaching: estimate(reaching),
});

/** @param reaching of the two townships, of 10 and of 30 villages */
function policyOf(kind: ComparedPolicy['kind'], label: string, reaching: readonly [number, number], cost: number): ComparedPolicy {
  const more = reaching[0] + reaching[1] - 20;
  return {
    kind,
    label,
    cost,
    withinBudget: cost <= 10_000_000,
    funded: cost / 500_000,
    freshReaching: estimate(reaching[0] + reaching[1]),
    chanceAll: estimate(0, 0),
    lowest: { village: { name: '念井村' }, chance: estimate(0.004, 0.001) },
    giniOfChances: estimate(0.412, 0.001),
    townships: [township('1', '百都乡', 10, reaching[0]), township('2', '城厢镇', 30, reaching[1])],
    difference: {
      freshReaching: estimate(more, more === 0 ? 0 : 0.02),
      chanceBetter: 0.9,
      costPerExtraVillage: more === 0 ? null : cost / more,
      costPerExtraVillageLow: more === 0 ? null : cost / (more + 0.04),
      costPerExtraVillageHigh: more === 0 ? null : cost / (more - 0.04),
      gainingCount: 20,
      losingCount: 0,
    },
  };
}

const result: PolicyComparison = {
  year: 2021,
  trials: 10_000,
  budget: 10_000_000,
  baseline: 'NONE',
  policies: [
    policyOf('NONE', '不拨款', [5, 15], 0),
    policyOf('FLAT', '每村定额', [9, 28], 46_000_000),
    policyOf('OPTIMAL', '最优分配', [8, 22], 10_000_000),
  ],
};

const scenario = { horizon: 2, options: [{ code: '厂房', mode: 'PROPERTY' }] };
const place = placeOf({ id: 'a', kind: 'parameters', scenario }, { id: 'bare', kind: 'parameters', scenario: { horizon: 2 } });
const cell: PoliciesCell = { id: 'p', kind: 'policies', title: '', folded: false, scenario: 'a', year: 2021, budget: 10_000_000 };
const voice = voiceIn('zh-CN', policiesWords);
const shownResult = shown(place, cell, { policies: { policyComparison: result } }, voice);

describe('policies side by side', () => {
  it('are asked for one budget; nothing where there is nothing to spend money on', () => {
    expect(policiesRequests(cell, place)['policies']?.variables).toMatchObject({
      input: { budget: 10_000_000, option: '厂房' },
      year: 2021,
    });
    expect(policiesRequests({ ...cell, scenario: 'bare' }, place)).toEqual({});
    expect(policiesTables(shown(place, cell, {}, voice))).toEqual([]);
    expect(policiesCharts(shown(place, cell, {}, voice))).toEqual([]);
  });

  it('say which does most within the budget, what a village more costs, and who stays weakest', () => {
    expect(bestOf(result).kind).toBe('OPTIMAL');
    expect(policiesSentence(result, voice)).toBe(
      '1,000 万元以内，“最优分配”达标的村最多：预计 30.0 村（误差 ±0.2），比不拨款多 10.0 村（误差 <0.1），每多一村 100 万元。可能最低的是念井村，0.4%。',
    );
    const none = { ...result, policies: result.policies.slice(0, 1) };
    expect(policiesSentence(none, voice)).toContain('，不比不拨款多。');
  });

  it('stand in lines that mark what goes beyond the budget, and differ from the baseline only where they are not it', () => {
    expect(policyLines(result, voice).map(({ label, beyond, more, perVillage, gini }) => [label, beyond, more, perVillage, gini])).toEqual([
      ['不拨款', false, '—', '—', '0.41'],
      ['每村定额', true, '+17.0', '271', '0.41'],
      ['最优分配', false, '+10.0', '100', '0.41'],
    ]);
  });

  it('show what share of each township reaches, held against the county without grants', () => {
    const chart = townshipChart(shownResult)!;
    expect(chart.rows.settings).toEqual(['百都乡 10 村', '城厢镇 30 村']);
    expect(chart.columns.settings).toEqual(['不拨款', '每村定额', '最优分配']);
    expect(chart.values[0]).toEqual([50, 90, 80]);
    expect(chart.middle).toBe(50);
  });

  it('are tables with raw values', () => {
    expect(policiesTables(shownResult).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['policies', 3],
      ['heat-table', 6],
      ['townships', 6],
    ]);
  });
});
