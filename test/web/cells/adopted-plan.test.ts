import { describe, expect, it } from 'vitest';
import {
  adoptedPlanRequests,
  firstShown,
  fundedSentence,
  inOrderOfConcern,
  planYearLines,
  proposalSentence,
  type AdoptedPlanCell,
} from '../../../web/cells/adopted-plan/adopted-plan.js';
import type { AdoptedPlan, GroupScore, PlanVillage, PlanYear, Proposal } from '../../../web/cells/adopted-plan/operations.js';
import { adoptedPlanWords } from '../../../web/cells/adopted-plan/words.js';
import { placeOf, voiceIn } from './sample-place.js';

const estimate = (mean: number, standardError = 0.1) => ({
  mean,
  standardError,
  low: mean - 1.96 * standardError,
  high: mean + 1.96 * standardError,
});
const group = (more: Partial<GroupScore> = {}): GroupScore => ({
  villages: 3,
  expected: 2.1,
  expectedOfKnown: 2.1,
  reached: 2,
  missed: 1,
  unknown: 0,
  ...more,
});
const yearOf = (year: number, closedMonths: number): PlanYear => ({
  year,
  expectedReaching: estimate(2.1),
  reaching: [5, 25, 50, 75, 95].map((percentile, index) => ({ percentile, value: index })),
  expectedIncome: 200_000,
  score: {
    closedMonths,
    complete: closedMonths === 12,
    all: group(),
    funded: group({ villages: 1, expected: 0.8, reached: 1, missed: 0 }),
    income: 180_000,
    brier: closedMonths === 12 ? 0.123 : null,
    brierClimatology: closedMonths === 12 ? 0.222 : null,
  },
  villages: { nodes: [] },
});
const plan = { years: [yearOf(2020, 12), yearOf(2021, 5), yearOf(2022, 0)] } as unknown as AdoptedPlan;
const voice = voiceIn('zh-CN', adoptedPlanWords);

describe('an adopted plan', () => {
  it('is proposed until one is chosen, and then only that one is asked for', () => {
    const place = placeOf({ id: 'a', kind: 'parameters', scenario: { horizon: 2 } });
    const cell: AdoptedPlanCell = { id: 'p', kind: 'adopted-plan', title: '', folded: false, scenario: 'a', year: null, plan: null };
    expect(adoptedPlanRequests(cell, place)['proposal']!.variables).toMatchObject({
      scenario: { scope: ['451026'], horizon: 2 },
      year: null,
    });
    expect(adoptedPlanRequests({ ...cell, plan: 'x' }, place)).toEqual({ plan: expect.objectContaining({ variables: { id: 'x' } }) });
  });

  it('says what would be adopted, or that there is nothing to adopt', () => {
    const proposal: Proposal = {
      dataVersion: 'v',
      trials: 1000,
      outcome: { expectedReaching: estimate(61.26) },
      grants: [{ amount: 500_000 }, { amount: 500_000 }],
    };
    expect(proposalSentence(proposal, voice)).toBe('给 2 个村共 100 万元，预计 61.3 村达标（误差 ±0.2）。');
    expect(proposalSentence({ ...proposal, grants: [] }, voice)).toBeUndefined();
  });

  it('shows of each year what was promised, and of what came only what is known', () => {
    const [closed, running, toCome] = planYearLines(plan, voice);
    expect(closed).toEqual({
      year: 2020,
      state: '全年已到账',
      promised: '2.1',
      error: '±0.2',
      range: '0–4',
      reached: '2',
      unknown: '0',
      brier: '0.123',
      climatology: '0.222',
      promisedIncome: '20',
      income: '18',
    });
    expect(running).toMatchObject({ state: '到账 5 个月', reached: '2', brier: '—', income: '18' });
    expect(toCome).toMatchObject({ state: '还没开始', promised: '2.1', reached: '—', unknown: '—', income: '—' });
  });

  it('opens at the last year that is over, else at one that is running, else at the first', () => {
    expect(firstShown(plan).year).toBe(2020);
    expect(firstShown({ years: plan.years.slice(1) }).year).toBe(2021);
    expect(firstShown({ years: plan.years.slice(2) }).year).toBe(2022);
  });

  it('lists first the villages whose money did not do it', () => {
    const village = (name: string, grant: number, result: PlanVillage['result'], chance: number) =>
      ({ name, grant, result, chance }) as PlanVillage;
    const villages = [
      village('无钱', 0, 'MISSED', 0.9),
      village('成', 1, 'REACHED', 0.9),
      village('未知', 1, 'UNKNOWN', 0.9),
      village('没成', 1, 'MISSED', 0.4),
      village('本该成', 1, 'MISSED', 0.8),
    ];
    expect(inOrderOfConcern(villages).map(({ name }) => name)).toEqual(['本该成', '没成', '未知', '成', '无钱']);
    expect(fundedSentence(plan.years[0]!, voice)).toBe('拿到钱的 1 个村：预计 0.8 村达标，已达标 1 村，未知 0 村。');
  });
});
