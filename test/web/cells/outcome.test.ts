import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../web/cells/outcome/operations.js';
import {
  baselineName,
  differenceSentence,
  errorOf,
  outcomeRequests,
  outcomeTables,
  seriesOf,
  type OutcomeCell,
} from '../../../web/cells/outcome/outcome.js';
import { outcomeWords } from '../../../web/cells/outcome/words.js';
import { placeOf, voiceIn } from './sample-place.js';

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
const place = placeOf(
  { id: 'trend', kind: 'parameters', title: 'Trend' },
  {
    id: 'grants',
    kind: 'parameters',
    scenario: { policy: { flat: { amount: 1, option: 'a' } }, options: [{ code: 'a', mode: 'SERVICE' }] },
  },
);
const { notebook } = place;
const cell = (scenario: string, baseline: string | null = null): OutcomeCell => ({
  id: 'o',
  kind: 'outcome',
  title: '',
  folded: false,
  year: 2020,
  scenario,
  baseline,
});
const voice = voiceIn('en', outcomeWords);

describe('the outcome', () => {
  it('is compared with the scenario named, else with the same without grants, else with nothing', () => {
    expect(baselineName(cell('grants', 'trend'), notebook, voice)).toBe('Trend');
    expect(baselineName(cell('grants'), notebook, voice)).toBe('No grants');
    expect(baselineName(cell('trend'), notebook, voice)).toBeUndefined();
    expect(Object.keys(outcomeRequests(cell('trend'), place))).toEqual(['scenario']);
    const { baseline } = outcomeRequests(cell('grants'), place);
    expect(baseline!.variables['scenario']).toMatchObject({ policy: undefined, options: [] });
  });

  it('is a curve over all counts with its 90% interval', () => {
    const series = seriesOf(outcome(1.7), 'x', 'accent');
    expect(series).toMatchObject({ mean: 1.7, low: 0, high: 4 });
    expect(series.points.map(({ probability }) => probability)).toEqual([0, 0, 1, 0]);
    expect(errorOf(outcome(1.7))).toBeCloseTo(0.098);
  });

  it('gives its tables with raw values', () => {
    const provenance = { seed: 1, trials: 10_000, engineVersion: '', dataVersion: '', asOf: '2020-05', years: [2020] };
    const answers = { scenario: { projection: { ...provenance, outcome: outcome(1.7) } } };
    const [chances, distribution] = outcomeTables({ ...place, ...voice, cell: cell('trend'), answers });
    expect(chances!.rows).toHaveLength(4);
    expect(distribution!.rows).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [2, 1, 1],
      [3, 0, 0],
    ]);
    expect(distribution!.columns.map(({ title }) => title)).toEqual([
      'Villages that reach',
      'Trend: exactly so many',
      'Trend: at least so many',
    ]);
  });

  it('says how much it differs', () => {
    expect(differenceSentence(outcome(5), outcome(2.66), 'Trend', voice)).toBe('Against "Trend": 2.3 more villages.');
    expect(differenceSentence(outcome(2), outcome(3), 'Trend', voice)).toBe('Against "Trend": 1.0 fewer villages.');
    expect(differenceSentence(outcome(2), outcome(2.01), 'Trend', voice)).toBe('As many as "Trend", within 0.1 villages.');
  });
});
