import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStretch, type Stretch } from '../../server/allocation/comparison-run.js';
import { ComparisonSums } from '../../server/allocation/comparison-sums.js';
import { Draws } from '../../server/projection/draws.js';
import { projectVillages } from '../../server/projection/project-county.js';
import { HALF_A_FEN } from '../../server/projection/target.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { village } from '../model/county.js';
import { projectSpec } from '../projection/project.js';
import { comparable, compareSpecs, sampleCounty, SHED } from './compare.js';

const TRIALS = 600;
const baseline: ScenarioSpec = { name: '现状', trials: TRIALS };
const flat = (amount: number): ScenarioSpec => ({
  name: `每村 ${amount}`,
  trials: TRIALS,
  options: [SHED],
  policy: { flat: { amount, option: 'SHED' } },
});
const slump: ScenarioSpec = { name: '下滑', trials: TRIALS, growth: [{ mode: 'INDUSTRY', rate: -0.3 }] };
const record = sampleCounty(false);

/** Who reaches in each trial under a scenario, by [village][trial], straight from the projection. */
function reachedBy(spec: ScenarioSpec, trials: number, year: number): boolean[][] {
  const { scenario, counties } = comparable(record, { ...spec, trials });
  const grants = projectSpec(record, spec).grants(scenario.horizon - 1 === year ? undefined : 2020 + year);
  const request = { scenario, grants, inScope: () => true };
  return Array.from(projectVillages(counties[0]!, request, new Draws(scenario.seed, trials)), ({ income, targets }) =>
    Array.from(income.total[year]!, (total) => total >= targets[year]! - HALF_A_FEN),
  );
}

describe('against brute force, trial by trial', () => {
  const specs = [baseline, flat(500_000), slump];
  const compared = compareSpecs(record, specs);
  const year = 2;
  const reached = specs.map((spec) => reachedBy(spec, compared.trials, year));
  const counts = reached.map((villages) =>
    Array.from({ length: compared.trials }, (_, trial) => villages.filter((ofVillage) => ofVillage[trial]).length),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const standardError = (values: readonly number[]) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length);
  const share = (villages: readonly boolean[]) => villages.filter(Boolean).length / villages.length;

  test('expected numbers and differences with their standard errors', () => {
    compared.scenarios.forEach(({ expectedReaching, name }, s) => {
      expect(name).toBe(specs[s]!.name);
      expect(expectedReaching.mean).toBeCloseTo(mean(counts[s]!), 10);
      expect(expectedReaching.standardError).toBeCloseTo(standardError(counts[s]!), 10);
    });
    expect(compared.differences.map(({ scenario }) => scenario)).toEqual([1, 2]);
    compared.differences.forEach(({ scenario, expectedReaching, chanceBetter, chanceEqual, chanceWorse }) => {
      const differences = counts[scenario]!.map((count, trial) => count - counts[0]![trial]!);
      expect(expectedReaching.mean).toBeCloseTo(mean(differences), 10);
      expect(expectedReaching.standardError).toBeCloseTo(standardError(differences), 10);
      expect(expectedReaching.high - expectedReaching.mean).toBeCloseTo(1.959963984540054 * standardError(differences), 10);
      expect(chanceBetter).toBe(share(differences.map((difference) => difference > 0)));
      expect(chanceEqual).toBe(share(differences.map((difference) => difference === 0)));
      expect(chanceWorse).toBe(share(differences.map((difference) => difference < 0)));
    });
  });

  test('movers: every village whose chance changes, largest change first, ties by code, with the error of the change', () => {
    compared.differences.forEach(({ scenario, movers }) => {
      const hits = (villages: readonly boolean[]) => villages.filter(Boolean).length;
      const expected = record.villages
        .map(({ code }, v) => ({ code, before: reached[0]![v]!, after: reached[scenario]![v]! }))
        .map((own) => ({ ...own, change: Math.abs(hits(own.after) - hits(own.before)) }))
        .filter(({ change }) => change > 0)
        .sort((left, right) => right.change - left.change || left.code.localeCompare(right.code))
        .map(({ code, before, after }) => ({
          village: code,
          before: share(before),
          after: share(after),
          standardError: expect.closeTo(standardError(after.map((now, trial) => Number(now) - Number(before[trial]))), 10),
        }));
      expect(movers).toEqual(expected);
    });
    expect(compared.differences[0]!.movers.every(({ before, after }) => after > before)).toBe(true);
    expect(compared.differences[1]!.movers.every(({ before, after }) => after < before)).toBe(true);
  });

  test('cost, and cost for each extra village: money spent beyond the baseline over villages gained', () => {
    expect(compared.scenarios.map(({ cost }) => cost)).toEqual([0, 8 * 500_000, 0]);
    const [granted, slumped] = compared.differences;
    const gained = mean(counts[1]!) - mean(counts[0]!);
    expect(granted!.costPerExtraVillage.value! * gained).toBeCloseTo(4_000_000, 3);
    expect(granted!.costPerExtraVillage.low! * granted!.expectedReaching.high).toBeCloseTo(4_000_000, 3);
    expect(granted!.costPerExtraVillage.high! * granted!.expectedReaching.low).toBeCloseTo(4_000_000, 3);
    expect(slumped!.costPerExtraVillage).toEqual({ value: null, low: null, high: null });
  });

  test('a year can be asked for; its numbers are those of the projection with as many trials', () => {
    const early = compareSpecs(record, [baseline, flat(500_000)], { year: 2020, mostTrials: TRIALS });
    expect(early.year).toBe(2020);
    [baseline, flat(500_000)].forEach((spec, s) => {
      const { expectedReaching } = projectSpec(record, spec).outcome(2020);
      expect(early.scenarios[s]!.expectedReaching.mean).toBeCloseTo(expectedReaching.mean, 12);
      expect(early.scenarios[s]!.expectedReaching.standardError).toBeCloseTo(expectedReaching.standardError, 12);
    });
  });
});

describe('identities', () => {
  test('a scenario against itself: 0 ± 0, equal in every trial, nothing moves, nothing to pay for', () => {
    const twice = compareSpecs(record, [flat(300_000), flat(300_000)]);
    expect(twice.differences).toEqual([
      {
        scenario: 1,
        expectedReaching: { mean: 0, standardError: 0, low: 0, high: 0 },
        chanceBetter: 0,
        chanceEqual: 1,
        chanceWorse: 0,
        costPerExtraVillage: { value: null, low: null, high: null },
        movers: [],
      },
    ]);
    expect(twice).toMatchObject({ trials: TRIALS, settled: true, stoppedBecause: 'RANKING_SETTLED' });
  });

  test('the other way round: differences change sign, better and worse change places, before and after too', () => {
    const specs = [baseline, flat(400_000)];
    const [there] = compareSpecs(record, specs).differences;
    const [back] = compareSpecs(record, specs, { baseline: 1 }).differences;
    expect(back).toMatchObject({
      scenario: 0,
      chanceBetter: there!.chanceWorse,
      chanceWorse: there!.chanceBetter,
      chanceEqual: there!.chanceEqual,
    });
    expect(back!.expectedReaching.mean).toBe(-there!.expectedReaching.mean);
    expect(back!.expectedReaching.standardError).toBe(there!.expectedReaching.standardError);
    expect(back!.movers.map(({ village: code, before, after }) => [code, after, before])).toEqual(
      there!.movers.map(({ village: code, before, after }) => [code, before, after]),
    );
  });

  test('better, equal and worse are all there is; more money is never worse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 600_000 }), (less, more) => {
        const [difference] = compareSpecs(
          record,
          [flat(less), flat(less + more)].map((spec) => ({ ...spec, trials: 200 })),
          { mostTrials: 200 },
        ).differences;
        expect(difference!.chanceBetter + difference!.chanceEqual + difference!.chanceWorse).toBeCloseTo(1, 12);
        expect(difference!.chanceWorse).toBe(0);
        expect(difference!.movers.every(({ before, after }) => after > before)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  test('the grants are those that the scenario alone gives, with its own number of trials', () => {
    const neediest: ScenarioSpec = { ...flat(0), policy: { neediest: { budget: 1_500_000, amount: 500_000, option: 'SHED' } } };
    const alone = projectSpec(record, neediest).grants();
    expect(alone).toHaveLength(3);
    expect(compareSpecs(record, [baseline, neediest]).scenarios[1]).toMatchObject({ cost: 1_500_000, grants: alone });
  });
});

describe('stretches of trials', () => {
  const compared = [baseline, flat(500_000), slump].map((spec) => comparable(record, spec));
  const granted = compared.map((one, s) => ({ ...one, grants: s === 1 ? projectSpec(record, flat(500_000)).grants() : [] }));
  const plan = { compared: granted, baseline: 0, year: 1, villages: record.villages.length };
  function sumsOf(...stretches: readonly Stretch[]): ComparisonSums {
    const merged = new ComparisonSums(3, record.villages.length, 0);
    for (const stretch of stretches) {
      const work = compareStretch(plan, stretch, (trials, firstTrial) => new Draws(1357, trials, { firstTrial }));
      let step = work.next();
      while (!step.done) step = work.next();
      merged.add([step.value]);
    }
    return merged;
  }
  const told = (sums: ComparisonSums) => ({
    trials: sums.trials,
    reaching: [0, 1, 2].map((scenario) => sums.reaching(scenario)),
    differences: [1, 2].map((scenario) => [sums.difference(scenario, 0), sums.difference(scenario, 1), sums.against(scenario)]),
    changes: [0, 1, 2].map((scenario) => record.villages.map((_, v) => sums.change(scenario, v))),
  });

  test('one of 2N is two of N, bit for bit', () => {
    expect(told(sumsOf({ from: 0, until: 1_000 }))).toEqual(told(sumsOf({ from: 0, until: 500 }, { from: 500, until: 1_000 })));
  });

  test('so is any other division, at odd places too, in any order', () => {
    const whole = told(sumsOf({ from: 0, until: 400 }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 399 }), { minLength: 1, maxLength: 4 }), (cuts) => {
        const ends = [0, ...cuts.toSorted((left, right) => left - right), 400];
        const parts = ends.slice(1).map((until, index) => ({ from: ends[index]!, until }));
        expect(told(sumsOf(...parts.reverse()))).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe('how long sampling goes on', () => {
  test('it stops where it began when the order is clear', () => {
    expect(compareSpecs(record, [baseline, flat(500_000)])).toMatchObject({
      trials: TRIALS,
      settled: true,
      stoppedBecause: 'RANKING_SETTLED',
    });
  });

  test('scenarios that hardly differ go on in doublings, to the limit at most, which is then said', () => {
    // The same money for one village or for the next: either may be the one that reaches.
    const granted = (v: number): ScenarioSpec => ({
      trials: 100,
      options: [SHED],
      policy: { list: [{ village: record.villages[v]!.code, amount: 100_000, option: 'SHED' }] },
    });
    const specs = [granted(0), granted(1)];
    for (const mostTrials of [100, 150, 400]) {
      expect(compareSpecs(record, specs, { mostTrials })).toMatchObject({
        trials: mostTrials,
        settled: false,
        stoppedBecause: 'TRIALS_LIMIT',
      });
    }
    const free = compareSpecs(record, specs);
    expect(free).toMatchObject({ settled: true, stoppedBecause: 'RANKING_SETTLED' });
    expect([800, 1_600]).toContain(free.trials);
  });

  test('a limit below the own number of trials does not cut it short', () => {
    expect(compareSpecs(record, [baseline, slump], { mostTrials: 10 }).trials).toBe(TRIALS);
  });

  test('three scenarios: the two that are near each other decide, whoever is the baseline', () => {
    const compared = compareSpecs(record, [baseline, flat(500_000), flat(500_001)]);
    expect(compared.settled).toBe(true);
    expect(compared.differences.map(({ expectedReaching }) => expectedReaching.mean > 0)).toEqual([true, true]);
  });
});

describe('what cannot be compared is refused', () => {
  const refusal = (specs: readonly ScenarioSpec[], more = {}) => {
    try {
      compareSpecs(record, specs, more);
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };

  test('one scenario, or more than twenty', () => {
    expect(refusal([baseline])).toBe('a comparison takes 2 to 20 scenarios, here: 1');
    expect(refusal(Array.from({ length: 21 }, () => baseline))).toBe('a comparison takes 2 to 20 scenarios, here: 21');
  });

  test('a baseline that is none of them, a year that is not projected', () => {
    expect(refusal([baseline, slump], { baseline: 2 })).toBe('baseline = 2 is out of range; it must be between 0 and 1');
    expect(refusal([baseline, slump], { year: 2031 })).toBe('the year 2031 is not projected; use one of 2020, 2021, 2022');
  });

  test('other draws, other villages, other years: all at once, each by position and name', () => {
    const other = { ...slump, seed: 7, trials: 700, scope: [village(1).code], horizon: 2 };
    expect(refusal([baseline, slump, other])).toBe(
      [
        "scenarios[2].seed = 7 differs from the baseline's 1357; a comparison uses the same draws: leave it out or make it equal",
        "scenarios[2].trials = 700 differs from the baseline's 600; a comparison uses the same draws: leave it out or make it equal",
        "the scope of scenario 2 (下滑) has 1 villages, which are not the same as the baseline's 8; give all scenarios one scope",
        'scenario 2 (下滑) projects 2020, 2021, the baseline 2020, 2021, 2022; give all scenarios the same asOf and horizon',
      ].join('\n'),
    );
  });

  test('as-of months may differ within a year, not across years', () => {
    expect(refusal([baseline, { ...baseline, asOf: '2020-03' }])).toBeUndefined();
    expect(refusal([baseline, { ...baseline, asOf: '2019-06' }])).toBe(
      'scenario 1 (现状) projects 2019, 2020, 2021, the baseline 2020, 2021, 2022; give all scenarios the same asOf and horizon',
    );
  });
});
