import { describe, expect, test } from 'vitest';
import { countingReaching, expectedReaching } from '../../../server/allocation/reaching.js';
import { variedAssumptions } from '../../../server/allocation/sensitivity/varied-assumptions.js';
import { ASSUMPTION_GROUPS } from '../../../server/allocation/sensitivity/varied-assumption.js';
import { shownValue } from '../../../server/allocation/sensitivity/shown-value.js';
import { ScenarioProjection } from '../../../server/allocation/scenario-projection.js';
import { monthOf } from '../../../server/base/month.js';
import { Problem } from '../../../server/base/errors/problem.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import { comparable, sampleCounty } from '../compare.js';
import { base, drawsFor, finished, measure, TRIALS, WRITTEN } from './measure.js';

const assumed = base();
const whole = measure({ base: assumed });
const barOf = (name: string) => whole.bars.find(({ assumption }) => assumption.name === name)!;

describe('every assumption', () => {
  const all = variedAssumptions(base({ ...WRITTEN, reinvest: { share: 0.1, return: 0.03 } }));

  test('of every kind, each under one name with words in both languages', () => {
    expect(new Set(all.map(({ group }) => group))).toEqual(new Set(ASSUMPTION_GROUPS));
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { label, basis } of all) {
      for (const words of [label, basis]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
    }
    expect(all.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'growth.INDUSTRY.rate',
        'growth.TOURISM.weight',
        'drift.SERVICE',
        'countySd',
        'parkSd',
        'shareSd',
        'cessation.RESOURCE',
        'target',
        'netRatio.PROPERTY',
        'reinvest.return',
        'option.SHED.rate',
        'option.STY.start',
        'projects.returns',
        'park.P1.later',
        'park.P1.late',
        'priorWeight',
      ]),
    );
  });

  test('has a low and a high about the value, within what it may be', () => {
    for (const { name, least, low, value, high, most } of all) {
      expect([name, least <= low, low <= value, value <= high, high <= most]).toEqual([name, true, true, true, true]);
    }
  });

  test('put back to what it was it changes nothing, bit for bit', () => {
    const ranges = variedAssumptions(assumed).map((assumption) => {
      const shown = shownValue(assumption, assumption.value);
      return { assumption: assumption.name, low: shown, high: shown };
    });
    const { bars } = measure({ base: assumed, ranges });
    expect(bars).toHaveLength(ranges.length);
    for (const { low, high, lowDifference, highDifference, swing, matters } of bars) {
      expect([low, high]).toEqual([whole.base, whole.base]);
      expect([lowDifference, highDifference, swing].every(({ mean, standardError }) => mean === 0 && standardError === 0)).toBe(true);
      expect(matters).toBe(false);
    }
  });

  test('moved away and back again it is what it was, to rounding', () => {
    for (const assumption of all.filter(({ low, high }) => low < high)) {
      const from = base({ ...WRITTEN, reinvest: { share: 0.1, return: 0.03 } });
      const end = assumption.value === assumption.low ? assumption.high : assumption.low;
      const moved = variedAssumptions(assumption.at(end, from)).find(({ name }) => name === assumption.name);
      // What is told relative to what is assumed begins anew at every place; a weight of nothing has no rate.
      if (!moved || ['target', 'projects.returns'].includes(assumption.name) || assumption.name.endsWith('.later')) continue;
      expect(moved.value, assumption.name).toBeCloseTo(end, 9);
    }
  });
});

describe('the base', () => {
  test("is the scenario's own projection, and the policy's grants stay", () => {
    const projection = new ScenarioProjection(assumed.counties, assumed.scenario, drawsFor(assumed));
    const { mean, standardError } = projection.outcome().expectedReaching;
    expect(whole.base.mean).toBeCloseTo(mean, 12);
    expect(whole.base.standardError).toBeCloseTo(standardError, 12);
    expect(whole).toMatchObject({ year: 2021, trials: TRIALS, grants: projection.grants() });
  });

  test('a plan that looks at needs is not made anew under other assumptions', () => {
    const neediest: ScenarioSpec = {
      ...WRITTEN,
      policy: { neediest: { budget: 600_000, amount: 300_000, option: 'SHED', eligibleOnly: false } },
    };
    const own = base(neediest);
    const [bar] = measure({ base: own, only: ['drift.INDUSTRY'] }).bars;
    const { grants } = measure({ base: own, only: ['target'] });
    expect(grants).toHaveLength(2);
    const listed = base({ ...neediest, policy: { list: grants.map((grant) => ({ ...grant })) } });
    expect(measure({ base: listed, only: ['drift.INDUSTRY'] }).bars[0]).toMatchObject({ low: bar!.low, high: bar!.high });
  });
});

describe('an end of a bar is what the scenario comes to when that value is written', () => {
  const growth = (part: object) => ({ ...WRITTEN, growth: [{ ...WRITTEN.growth![0]!, ...part }] });
  const option = (code: string, part: object) => ({
    ...WRITTEN,
    options: WRITTEN.options!.map((own) => (own.code === code ? { ...own, ...part } : own)),
  });
  const cases: [string, (value: number) => ScenarioSpec][] = [
    ['growth.INDUSTRY.rate', (rate) => growth({ rate })],
    ['growth.INDUSTRY.weight', (weight) => growth({ weight })],
    ['netRatio.PROPERTY', (ratio) => ({ ...WRITTEN, netRatio: [{ mode: 'PROPERTY', ratio }] })],
    ['target', (factor) => ({ ...WRITTEN, target: { default: 50_000 * factor } })],
    ['option.SHED.rate', (rate) => option('SHED', { rate })],
    ['option.STY.failure', (failure) => option('STY', { failure })],
    ['option.SHED.start', (month) => option('SHED', { start: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` })],
    ['priorCountySd', (value) => ({ ...WRITTEN, assumptions: [{ name: 'priorCountySd', value }] })],
  ];

  test.each(cases)('%s', (name, written) => {
    const { assumption, low, high } = barOf(name);
    for (const [value, reaching] of [
      [assumption.low, low],
      [assumption.high, high],
    ] as const) {
      const other = base(written(value));
      const { grants } = whole;
      const counted = finished(countingReaching(other, { grants, year: 1 }, drawsFor(other)));
      expect(reaching.mean).toBeCloseTo(expectedReaching(counted).mean, 12);
    }
  });
});

describe('bars', () => {
  test('differences are the ends less the base, and the swing spans all three', () => {
    for (const { low, high, lowDifference, highDifference, swing } of whole.bars) {
      expect(lowDifference.mean).toBeCloseTo(low.mean - whole.base.mean, 10);
      expect(highDifference.mean).toBeCloseTo(high.mean - whole.base.mean, 10);
      const means = [low.mean, high.mean, whole.base.mean];
      expect(swing.mean).toBeCloseTo(Math.max(...means) - Math.min(...means), 10);
    }
  });

  test('the largest swing comes first', () => {
    const swings = whole.bars.map(({ swing }) => swing.mean);
    expect(swings).toEqual(swings.toSorted((left, right) => right - left));
    expect(swings[0]).toBeGreaterThan(0);
  });

  test('on common draws the error of a difference is below that of two separate numbers', () => {
    const { lowDifference, low } = barOf('drift.INDUSTRY');
    expect(lowDifference.standardError).toBeLessThan(Math.hypot(low.standardError, whole.base.standardError));
  });

  test('more growth and better returns help, higher targets and more cessation do not', () => {
    for (const name of ['growth.INDUSTRY.rate', 'drift.PROPERTY', 'option.SHED.rate', 'netRatio.INDUSTRY', 'projects.returns']) {
      expect(barOf(name).high.mean, name).toBeGreaterThanOrEqual(barOf(name).low.mean);
    }
    for (const name of ['target', 'cessation.INDUSTRY']) expect(barOf(name).high.mean, name).toBeLessThan(barOf(name).low.mean);
  });

  test('an option without a start begins the month after the last closed one', () => {
    expect(barOf('option.SHED.start').assumption).toMatchObject({
      value: monthOf(2020, 6),
      low: monthOf(2020, 3),
      high: monthOf(2020, 12),
    });
  });

  test('an option that no money goes to plays no part', () => {
    expect(barOf('option.UNUSED.rate')).toMatchObject({ low: whole.base, high: whole.base, matters: false });
    expect(barOf('option.SHED.rate').matters).toBe(true);
  });

  test('payment times are told only of a year that is running', () => {
    expect(whole.bars.map(({ assumption }) => assumption.name)).toContain('shareSd');
    expect(variedAssumptions(comparable(sampleCounty(), WRITTEN)).map(({ name }) => name)).not.toContain('shareSd');
  });
});

describe('what was asked', () => {
  test('some assumptions, other ranges', () => {
    const { bars } = measure({ base: assumed, only: ['target', 'countySd'], ranges: [{ assumption: 'target', low: 0.5, high: 2 }] });
    expect(bars.map(({ assumption }) => assumption.name).toSorted()).toEqual(['countySd', 'target']);
    const target = bars.find(({ assumption }) => assumption.name === 'target')!;
    expect(target.assumption).toMatchObject({ low: 0.5, high: 2, basis: { en: 'range as given' } });
    expect(target.low.mean).toBeGreaterThan(barOf('target').low.mean);
  });

  test('what is wrong with it is told at once', () => {
    const problems = () =>
      measure({
        base: assumed,
        ranges: [
          { assumption: 'drift.INDUSTRI', low: 0, high: 1 },
          { assumption: 'option.SHED.rate', low: -1, high: 2 },
          { assumption: 'option.SHED.start', low: 202_113, high: 202_201 },
          { assumption: 'target', low: 2, high: 1 },
        ],
      });
    expect(problems).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ code: 'UNKNOWN_ASSUMPTION', path: ['ranges', '0', 'assumption'] }),
          expect.objectContaining({ code: 'OUT_OF_RANGE', path: ['ranges', '1', 'low'] }),
          expect.objectContaining({ code: 'OUT_OF_RANGE', path: ['ranges', '2', 'low'] }),
          expect.objectContaining({ code: 'OUT_OF_RANGE', path: ['ranges', '3', 'high'] }),
        ],
      }),
    );
    expect(() => measure({ base: assumed, only: ['no such thing'] })).toThrow(Problem);
    expect(() => measure({ base: assumed, year: 2030 })).toThrow(/2030/);
  });
});
