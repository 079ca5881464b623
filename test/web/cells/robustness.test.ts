import { describe, expect, it } from 'vitest';
import { shown } from '../../../web/cells/cell-place.js';
import { freshBudgeted, type PolicyKind } from '../../../web/cells/policies-asked.js';
import type { Robustness, ViewOutcome } from '../../../web/cells/robustness/operations.js';
import {
  fundedSentence,
  planLines,
  robustnessChart,
  robustnessRequests,
  robustnessSentence,
  robustnessTables,
  viewLines,
  type RobustnessCell,
} from '../../../web/cells/robustness/robustness.js';
import { robustnessWords } from '../../../web/cells/robustness/words.js';
import { placeOf, voiceIn } from './sample-place.js';

const estimate = (mean: number, standardError = 0.2) => ({
  mean,
  standardError,
  low: mean - 1.96 * standardError,
  high: mean + 1.96 * standardError,
});

/** @param reaching under the equal and under the best plan */
const viewOf = (view: string, label: string, reaching: readonly [number, number], more: Partial<ViewOutcome> = {}): ViewOutcome => ({
  view,
  label,
  basis: `${label}的意思`,
  matters: true,
  best: 'OPTIMAL',
  lead: estimate(0, 0),
  order: 'HOLDS',
  turns: null,
  outcomes: reaching.map((mean) => ({ expectedReaching: estimate(mean), regret: estimate(Math.max(...reaching) - mean) })),
  ...more,
});

const planOf = (kind: PolicyKind, label: string, worst: number, regret: number) => ({
  kind,
  label,
  cost: 10_000_000,
  withinBudget: true,
  worstView: 'TREND',
  worst: estimate(worst),
  mostRegrettedView: 'LATE_PARKS',
  greatestRegret: estimate(regret),
});

const result: Robustness = {
  year: 2021,
  trials: 2000,
  best: 'OPTIMAL',
  steadiest: 'OPTIMAL',
  alwaysFunded: 1,
  sometimesFunded: 1,
  neverFunded: 128,
  balanced: null,
  plans: [planOf('EQUAL', '均分', 60, 5), planOf('OPTIMAL', '最优分配', 62, 1.2)],
  views: [
    viewOf('AS_ASSUMED', '按本方案的假设', [70, 75], { matters: false }),
    viewOf('TREND', '只靠历史趋势', [60, 62]),
    viewOf('LATE_PARKS', '园区晚一年', [66.2, 65], {
      best: 'EQUAL',
      lead: estimate(1.2),
      order: 'TURNS',
      turns: { share: 0.4, low: 0.31, high: 0.53 },
    }),
    viewOf('ROUGH_YEARS', '年景更颠簸', [70, 75], { matters: false }),
  ],
  funded: [
    { village: { code: '1', name: '坡芽村', township: { name: '百都乡' } }, funded: 4, amounts: [500_000, 500_000, 500_000, 500_000] },
    { village: { code: '2', name: '弄化村', township: { name: '百都乡' } }, funded: 1, amounts: [0, 500_000, 0, 0] },
  ],
};

const scenario = {
  horizon: 2,
  options: [{ code: '厂房', mode: 'PROPERTY' }],
  policy: { neediest: { budget: 3_000_000, amount: 400_000, option: '厂房' } },
};
const place = placeOf({ id: 'a', kind: 'parameters', scenario }, { id: 'bare', kind: 'parameters', scenario: { horizon: 2 } });
const cell: RobustnessCell = { id: 'r', kind: 'robustness', title: '', folded: false, scenario: 'a', year: 2021, budget: 5_000_000 };
const voice = voiceIn('zh-CN', robustnessWords);
const shownResult = shown(place, cell, { robustness: { robustness: result } }, voice);

describe('the robustness', () => {
  it("asks for its budget on the terms of its scenario's policy", () => {
    expect(robustnessRequests(cell, place)['robustness']?.variables).toMatchObject({
      scenario: { scope: ['451026'], options: [{ code: '厂房' }] },
      input: { budget: 5_000_000, amount: 400_000, option: '厂房', eligibleOnly: true },
      year: 2021,
    });
    expect(freshBudgeted(place)).toEqual({ scenario: 'a', year: null, budget: 3_000_000 });
  });

  it('asks nothing where there is nothing to spend money on', () => {
    expect(robustnessRequests({ ...cell, scenario: 'bare' }, place)).toEqual({});
    expect(robustnessChart(shown(place, cell, {}, voice))).toBeUndefined();
    expect(robustnessTables(shown(place, cell, {}, voice))).toEqual([]);
  });

  it('says under what the order turns, what is worst, and which plan one would regret least', () => {
    expect(robustnessSentence(result, voice)).toBe(
      '“最优分配”在 4 种看法里有 3 种最好或分不出高低。换成“园区晚一年”，“均分”更好，多 1.2 村（误差 ±0.4）；走到这种看法的 40% 时翻转（31% 到 53% 之间）。' +
        '最坏的是“只靠历史趋势”：预计 62.0 村达标（误差 ±0.4）。最大遗憾最小的是“最优分配”：无论哪种看法成真，至多比当时最好的分法少 1.2 村（误差 ±0.4）。',
    );
    const holding = { ...result, views: result.views.slice(0, 2) };
    expect(robustnessSentence(holding, voice)).toMatch(/^“最优分配”在 2 种看法下都是最好的。最坏的是/);
    const best = { ...result.plans[1]!, greatestRegret: estimate(0, 0) };
    expect(robustnessSentence({ ...result, plans: [result.plans[0]!, best] }, voice)).toContain(
      '无论哪种看法成真，“最优分配”都是这几种分法里最好的。',
    );
    expect(fundedSentence(result, voice)).toBe(
      '按每种看法各重排一次“最优分配”：1 个村每次都拨到，1 个村看法不同结果不同，128 个村一次也没有。',
    );
  });

  it('draws the views that tell something, the own one first and marked', () => {
    const chart = robustnessChart(shownResult)!;
    expect(chart.rows.settings).toEqual(['按本方案的假设', '只靠历史趋势', '园区晚一年']);
    expect(chart.columns.settings).toEqual(['均分', '最优分配']);
    expect(chart.values).toEqual([
      [70, 75],
      [60, 62],
      [66.2, 65],
    ]);
    expect(chart).toMatchObject({ middle: 75, current: { row: 0, column: 1 } });
  });

  it('puts the plan that is good under all views beside the others', () => {
    const outcomes = [74.5, 61.8, 65.9, 74.5].map((mean, v) => {
      const best = Math.max(...result.views[v]!.outcomes.map(({ expectedReaching }) => expectedReaching.mean));
      return { expectedReaching: estimate(mean), regret: estimate(best - mean) };
    });
    const extremes = { worstView: 'TREND', worst: estimate(61.8), mostRegrettedView: 'AS_ASSUMED', greatestRegret: estimate(0.5, 0.1) };
    const more: Robustness = { ...result, balanced: { cost: 9_900_000, ...extremes, outcomes } };
    expect(robustnessSentence(more, voice)).toContain('无论哪种看法成真，至多比当时最好的分法少 0.5 村（误差 ±0.2）。');
    const leading = { ...more.balanced!, greatestRegret: estimate(-0.5, 0.1) };
    expect(robustnessSentence({ ...more, balanced: leading }, voice)).toContain('哪种看法成真，它都不比上面任何一种分法差。');
    const chart = robustnessChart(shown(place, cell, { robustness: { robustness: more } }, voice))!;
    expect(chart.columns.settings.at(-1)).toBe('兼顾各种看法');
    expect(chart.values.map((row) => row.at(-1))).toEqual([74.5, 61.8, 65.9]);
    expect(planLines(more, voice).at(-1)).toMatchObject({
      kind: 'BALANCED',
      label: '兼顾各种看法',
      cost: '990',
      worst: '61.8',
      regret: '0.5',
    });
  });

  it('writes lines view by view and plan by plan', () => {
    expect(viewLines(result, voice).map(({ label, best, lead, order, turns }) => [label, best, lead, order, turns])).toEqual([
      ['只靠历史趋势', '最优分配', '—', '不变', '—'],
      ['园区晚一年', '均分', '1.2', '翻转', '40% (31%–53%)'],
      ['年景更颠簸', '最优分配', '—', '对结果没有影响', '—'],
    ]);
    expect(planLines(result, voice)[0]).toMatchObject({
      label: '均分',
      cost: '1,000',
      worst: '60.0',
      worstError: '±0.4',
      regretView: '园区晚一年',
      regret: '5.0',
    });
  });

  it('has it all as tables with raw values', () => {
    const tables = robustnessTables(shownResult);
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['heat-table', 6],
      ['views', 4],
      ['plans', 2],
      ['funded', 2],
    ]);
    expect(tables[3]!.rows[1]).toEqual(['弄化村', '百都乡', 1, 0, 500_000, 0, 0]);
    expect(tables[1]!.rows[2]).toEqual(['园区晚一年', '园区晚一年的意思', '均分', 1.2, 1.96 * 0.2, '翻转', 0.4]);
  });
});
