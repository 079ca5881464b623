import { describe, expect, test } from 'vitest';
import { RIVAL_VIEWS, RIVAL_VIEW_KINDS, rivalView } from '../../../server/allocation/decision/rival-view.js';
import { MODES } from '../../../server/base/vocabulary.js';
import { base, WRITTEN } from '../sensitivity/measure.js';

const assumed = base();
const weights = (view: 'TREND' | 'HALF_WAY' | 'PLAN', share = 1) =>
  rivalView(view)
    .at(share, assumed)
    .scenario.growth.map(({ weight }) => weight);

describe('rival views', () => {
  test('one of each kind, with words in both languages', () => {
    expect(RIVAL_VIEWS.map(({ kind }) => kind)).toEqual(RIVAL_VIEW_KINDS);
    for (const { label, basis } of RIVAL_VIEWS) {
      for (const words of [label, basis]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
    }
  });

  test("no way towards any of them is the scenario's own, untouched", () => {
    for (const view of RIVAL_VIEWS) expect(view.at(0, assumed)).toBe(assumed);
    expect(rivalView('AS_ASSUMED').at(1, assumed)).toBe(assumed);
  });

  test('every mode attains its plan not at all, by half, in full, or part of the way there', () => {
    expect(new Set(weights('TREND'))).toEqual(new Set([0]));
    expect(new Set(weights('HALF_WAY'))).toEqual(new Set([0.5]));
    expect(new Set(weights('PLAN'))).toEqual(new Set([1]));
    expect(weights('PLAN')).toHaveLength(MODES.length);
    // Half of the plan for industry is assumed, nothing for the others.
    expect(new Set(weights('PLAN', 0.5))).toEqual(new Set([0.75, 0.5]));
  });

  test('returns, failures and starts of options and of committed projects', () => {
    const [shed] = assumed.scenario.options;
    const low = rivalView('LOW_RETURNS').at(1, assumed).scenario;
    expect(low.options[0]!.rate).toBeCloseTo(0.6 * shed!.rate, 12);
    expect(low.projectTerms.rate).toBeCloseTo(0.6 * assumed.scenario.projectTerms.rate, 12);
    const failing = rivalView('MORE_FAILURES').at(0.5, assumed).scenario;
    expect(failing.options[0]!.failure).toBeCloseTo(shed!.failure + 0.05, 12);
    expect(failing.projectTerms.failure).toBeCloseTo(assumed.scenario.projectTerms.failure + 0.05, 12);
    const late = rivalView('LATE_PARKS').at(1, assumed);
    const next = assumed.counties[0]!.fit.panel.asOf + 1;
    expect(late.scenario.options.map(({ start }) => start)).toEqual([undefined, next + 12, undefined]);
    const starts = ({ counties }: typeof assumed) => counties[0]!.fit.panel.youngProjects.map(({ record }) => record.start);
    expect(starts(late)).toEqual(starts(assumed).map((start) => start + 12));
  });

  test('a park whose start the scenario sets starts a year after that', () => {
    const set = base({ ...WRITTEN, parks: [{ park: 'P1', start: '2021-01' }] });
    const late = rivalView('LATE_PARKS').at(1, set).scenario;
    expect(late.parks[0]!.start).toBe(set.scenario.parks[0]!.start! + 12);
    expect(late.options).toEqual(set.scenario.options);
  });

  test('volatilities half as large again, and a fit on the later half of the years', () => {
    const [fit, rough, short] = [assumed, rivalView('ROUGH_YEARS').at(1, assumed), rivalView('SHORT_HISTORY').at(1, assumed)].map(
      ({ counties }) => counties[0]!.fit,
    );
    expect(Math.sqrt(rough!.permanentVariance / fit!.permanentVariance)).toBeCloseTo(1.5, 12);
    expect([fit!.panel.years, short!.panel.years, short!.panel.lastYear]).toEqual([4, 2, fit!.panel.lastYear]);
  });
});
