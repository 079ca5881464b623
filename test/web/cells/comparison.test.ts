import { describe, expect, it } from 'vitest';
import {
  changeText,
  comparedIds,
  comparisonBrief,
  comparisonLines,
  comparisonRequests,
  comparisonSentence,
  freshComparison,
  leading,
  withBaseline,
  withScenario,
  type ComparisonAnswers,
  type ComparisonCell,
} from '../../../web/cells/comparison/comparison.js';
import { comparisonWords } from '../../../web/cells/comparison/words.js';
import type { Outcome } from '../../../web/cells/outcome/operations.js';
import { placeOf, voiceIn } from './sample-place.js';

const place = placeOf(...['trend', 'plan', 'grants'].map((id) => ({ id, kind: 'parameters', title: id.toUpperCase() })));
const { notebook } = place;
const cell: ComparisonCell = { id: 'c', kind: 'comparison', title: '', folded: false, ...freshComparison(place) };
const estimate = (mean: number, half: number) => ({ mean, standardError: half / 1.96, low: mean - half, high: mean + half });
const difference = (mean: number, half: number, scenario = 1) => ({
  scenario,
  expectedReaching: estimate(mean, half),
  chanceBetter: 0.97,
  chanceEqual: 0.03,
  chanceWorse: 0,
  costPerExtraVillage: null,
  costPerExtraVillageLow: null,
  costPerExtraVillageHigh: null,
  movers: [],
});
const outcome = { expectedReaching: estimate(0, 0), reaching: [5, 95].map((percentile) => ({ percentile, value: percentile })) };
const answerOf = { projection: { outcome: outcome as unknown as Outcome } };
const voice = voiceIn('zh-CN', comparisonWords);
const { format } = voice;

describe('what is compared', () => {
  it('starts with the first scenario as the baseline of all others', () => {
    expect(cell).toMatchObject({ baseline: 'trend', scenarios: ['plan', 'grants'], year: null });
  });

  it('goes into a brief under the titles of the cells, the baseline first', () => {
    const { scenarios, ...rest } = comparisonBrief({ ...cell, title: '怎么分', year: 2021 }, place, voice);
    expect(rest).toEqual({ baseline: 0, year: 2021, title: '怎么分' });
    expect(scenarios.map(({ name, scope }) => [name, scope])).toEqual([
      ['TREND', ['451026']],
      ['PLAN', ['451026']],
      ['GRANTS', ['451026']],
    ]);
  });

  it('keeps the order of the notebook, each scenario once', () => {
    const one = withScenario(cell, notebook, 'plan', false);
    expect(one.scenarios).toEqual(['grants']);
    expect(withScenario(one, notebook, 'plan', true).scenarios).toEqual(['plan', 'grants']);
    expect(withBaseline(one, notebook, 'grants')).toMatchObject({ baseline: 'grants', scenarios: ['trend'] });
    expect(comparedIds({ ...cell, scenarios: ['plan', 'trend', 'plan'] })).toEqual(['trend', 'plan']);
  });

  it('lets a scenario that is gone be taken out', () => {
    const broken = { ...cell, scenarios: ['lost', 'plan'] };
    expect(withScenario(broken, notebook, 'grants', true).scenarios).toEqual(['plan', 'grants', 'lost']);
    expect(withScenario(broken, notebook, 'lost', false).scenarios).toEqual(['plan']);
  });

  it('is asked under its ids, with the spread of each, and only where there are two', () => {
    expect(comparisonRequests({ ...cell, scenarios: [] }, place)).toEqual({});
    const requests = comparisonRequests(cell, place);
    expect(Object.keys(requests)).toEqual(['comparison', 'outcome0', 'outcome1', 'outcome2']);
    expect(requests['comparison']!.variables['scenarios']).toMatchObject([{ name: 'trend' }, { name: 'plan' }, { name: 'grants' }]);
  });
});

describe('the table', () => {
  const answers: ComparisonAnswers = {
    comparison: {
      comparison: {
        year: 2021,
        trials: 20_000,
        settled: true,
        scenarios: [
          { name: 'trend', cost: 0, expectedReaching: estimate(66.95, 0.13) },
          { name: 'grants', cost: 46_000_000, expectedReaching: estimate(92.61, 0.02) },
        ],
        differences: [
          {
            ...difference(25.66, 0.17),
            costPerExtraVillage: 1_792_925,
            costPerExtraVillageLow: 1_781_116,
            costPerExtraVillageHigh: 1_804_891,
          },
        ],
      },
    },
    outcome0: answerOf,
    outcome1: answerOf,
  };

  it('has errors beside numbers, and says what does not apply to the baseline', () => {
    const [baseline, grants] = comparisonLines(answers, (id) => id, voice);
    expect(baseline).toMatchObject({ cost: '0', expected: '67.0', expectedError: '±0.1', interval: '5–95', best: false });
    expect([baseline!.difference, baseline!.better, baseline!.perVillage]).toEqual([undefined, undefined, undefined]);
    expect(grants).toMatchObject({ cost: '4,600', expectedError: '<0.1', difference: '+25.7', differenceError: '±0.2', best: true });
    expect(grants).toMatchObject({ better: '97%', perVillage: '179', perVillageRange: '178 至 180' });
  });

  it('shows no winner before the order is settled', () => {
    const unsettled = { ...answers, comparison: { comparison: { ...answers.comparison!.comparison, settled: false } } };
    expect(comparisonLines(unsettled, (id) => id, voice).some(({ best }) => best)).toBe(false);
  });
});

describe('the sentence', () => {
  const say = (mean: number, half: number) => comparisonSentence(difference(mean, half), '给钱', '趋势', voice);

  it('says more, fewer, or that no difference can be seen', () => {
    expect(say(25.66, 0.17)).toBe('“给钱”比“趋势”多 25.7 村(±0.2)，有 97% 的情景更好，3% 一样，<0.1% 更差。');
    expect(say(-3, 0.17)).toContain('少 3.0 村');
    expect(say(0.1, 0.2)).toContain('看不出差别');
    expect(say(0.02, 0.01)).toContain('看不出差别');
  });

  it('is about the scenario that most villages reach under', () => {
    expect(leading([difference(-1, 0.1, 1), difference(4, 0.1, 2)])?.scenario).toBe(2);
    expect(leading([])).toBeUndefined();
  });

  it('signs changes of a chance', () => {
    expect([changeText(0.66, format), changeText(-0.11, format)]).toEqual(['+66', '−11']);
  });
});
