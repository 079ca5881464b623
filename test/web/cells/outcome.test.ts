import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../web/api/operations.js';
import { baselineName, differenceSentence, errorOf, outcomeRequests, seriesOf } from '../../../web/cells/outcome/outcome.js';
import { createFormat } from '../../../web/i18n/format.js';
import { en } from '../../../web/i18n/en.js';
import type { OutcomeCell } from '../../../web/notebook/notebook.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const estimate = (mean: number) => ({ mean, standardError: 0.05, low: mean - 0.098, high: mean + 0.098 });
const outcome = (mean: number): Outcome => ({
  villageCount: 3,
  expectedReaching: estimate(mean),
  reaching: [5, 25, 50, 75, 95].map((percentile, index) => ({ percentile, value: index })),
  reachingDistribution: [{ villages: 2, probability: 1 }],
  chanceAll: estimate(0),
  income: { mean: 0, bands: [] },
  industryShareChance: estimate(0),
  keyIndustryShareChance: estimate(0),
  keyIndustryFloorChance: estimate(0),
});
const notebook = toNotebook({
  notebook: 1,
  title: '',
  cells: [
    { id: 'trend', kind: 'parameters', title: 'Trend' },
    {
      id: 'grants',
      kind: 'parameters',
      scenario: { policy: { flat: { amount: 1, option: 'a' } }, options: [{ code: 'a', mode: 'SERVICE' }] },
    },
  ],
});
const cell = (scenario: string, baseline: string | null = null): OutcomeCell => ({
  id: 'o',
  kind: 'outcome',
  title: '',
  folded: false,
  year: 2020,
  scenario,
  baseline,
});
const format = createFormat('en', 'wan');

describe('the outcome', () => {
  it('is compared with the scenario named, else with the same without grants, else with nothing', () => {
    expect(baselineName(cell('grants', 'trend'), notebook, en)).toBe('Trend');
    expect(baselineName(cell('grants'), notebook, en)).toBe('No grants');
    expect(baselineName(cell('trend'), notebook, en)).toBeUndefined();
    expect(Object.keys(outcomeRequests(cell('trend'), notebook, '451026'))).toEqual(['scenario']);
    const { baseline } = outcomeRequests(cell('grants'), notebook, '451026');
    expect(baseline!.variables['scenario']).toMatchObject({ policy: undefined, options: [] });
  });

  it('is a curve over all counts with its 90% interval', () => {
    const series = seriesOf(outcome(1.7), 'x', 'accent');
    expect(series).toMatchObject({ mean: 1.7, low: 0, high: 4 });
    expect(series.points.map(({ probability }) => probability)).toEqual([0, 0, 1, 0]);
    expect(errorOf(outcome(1.7))).toBeCloseTo(0.098);
  });

  it('says how much it differs', () => {
    expect(differenceSentence(outcome(5), outcome(2.66), 'Trend', en, format)).toBe('Against "Trend": 2.3 more villages.');
    expect(differenceSentence(outcome(2), outcome(3), 'Trend', en, format)).toBe('Against "Trend": 1.0 fewer villages.');
    expect(differenceSentence(outcome(2), outcome(2.01), 'Trend', en, format)).toBe('As many as "Trend", within 0.1 villages.');
  });
});
