import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountyRecord } from '../../server/base/county.js';
import { monthOf } from '../../server/base/month.js';
import { MODES } from '../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { county, village, yearly } from '../model/county.js';
import { projectSpec } from './project.js';

const TRIALS = 4_000;

/** Six villages over four complete years and five closed months, with a park and a committed project. */
function sample(closed = true): CountyRecord {
  const villages = [1, 2, 3, 4, 5, 6].map((number) => village(number));
  const grown = (start: number, growth: number, wobble: number) =>
    [0, 1, 2, 3].map((year) => start * growth ** year * (1 + wobble * (year % 2 ? 1 : -1)));
  const receipts = villages
    .slice(0, 5)
    .flatMap((own, v) => [
      ...yearly(own, 'INDUSTRY', 2016, grown(20_000 + 7_000 * v, 1.15, 0.05 * v), { industry: 'SERICULTURE', park: v % 2 ? 'P1' : null }),
      ...yearly(own, 'PROPERTY', 2016, grown(8_000, 1.04, 0.02 * v)),
      ...(closed
        ? []
        : yearly(own, 'INDUSTRY', 2020, [6_000 + 900 * v], { industry: 'SERICULTURE', park: v % 2 ? 'P1' : null, inMonth: 4 })),
    ]);
  const project = {
    code: 'J1',
    village: villages[2]!.code,
    name: '猪场',
    mode: 'INDUSTRY' as const,
    industry: null,
    park: 'P1',
    funder: null,
    capital: 500_000,
    start: monthOf(2019, 11),
    terms: {},
    stage: 'COMMITTED' as const,
  };
  const parks = [{ code: 'P1', name: '园', kind: null, payer: null }];
  return county({ villages, receipts, parks, projects: [project] }, closed ? monthOf(2019, 12) : monthOf(2020, 5));
}

const OPTION = { code: 'SHED', mode: 'PROPERTY' as const, rate: 0.08 };
const grantsOf = (amount: number): ScenarioSpec => ({ trials: TRIALS, options: [OPTION], policy: { flat: { amount, option: 'SHED' } } });

describe.each([
  ['at the end of a year', true],
  ['in a running year', false],
])('%s', (_, closed) => {
  const record = sample(closed);

  test('no grants, an empty list and grants of nothing are the baseline, bit for bit', () => {
    const baseline = projectSpec(record, { trials: TRIALS });
    for (const spec of [{ trials: TRIALS, options: [OPTION], policy: { list: [] } }, grantsOf(0)]) {
      const other = projectSpec(record, spec);
      expect(other.outcome()).toEqual(baseline.outcome());
      expect(other.villages()).toEqual(baseline.villages());
    }
  });

  test('neither other villages nor the scope change the numbers of a village', () => {
    const whole = projectSpec(record, { trials: TRIALS }).villages();
    for (const { code } of record.villages) {
      expect(projectSpec(record, { trials: TRIALS, scope: [code] }).villages()).toEqual(whole.filter(({ village: own }) => own === code));
    }
    const more = { ...record, villages: [...record.villages, village(7)] };
    expect(projectSpec(more, { trials: TRIALS }).villages().slice(0, 6)).toEqual(whole);
  });

  test('the chance never falls with the grant and never rises with the target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 1, max: 600_000 }),
        fc.integer({ min: 1_000, max: 150_000 }),
        (grant, more, target) => {
          const at = (amount: number, wanted: number) =>
            projectSpec(record, { ...grantsOf(amount), trials: 500, target: { default: wanted } }).villages();
          const [base, richer, harder] = [at(grant, target), at(grant + more, target), at(grant, target + more)];
          base.forEach(({ chance, shortfall }, v) => {
            expect(richer[v]!.chance).toBeGreaterThanOrEqual(chance);
            expect(richer[v]!.shortfall).toBeLessThanOrEqual(shortfall + 1e-6);
            expect(harder[v]!.chance).toBeLessThanOrEqual(chance);
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  test('parts sum up: modes to the mean, the distribution to one and to the expected number', () => {
    const projection = projectSpec(record, grantsOf(500_000));
    for (const year of projection.years) {
      const outcome = projection.outcome(year);
      const villages = projection.villages(year);
      for (const { income, byMode } of villages) expect(byMode.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(income.mean, 4);
      expect(outcome.reachingDistribution.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
      expect(outcome.reachingDistribution.reduce((sum, { villages: count, probability }) => sum + count * probability, 0)).toBeCloseTo(
        outcome.expectedReaching.mean,
        10,
      );
      expect(villages.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(outcome.expectedReaching.mean, 10);
      expect(villages.reduce((sum, { income }) => sum + income.mean, 0)).toBeCloseTo(outcome.income.mean, 3);
    }
  });

  test('two seeds agree within their errors', () => {
    const [left, right] = [11, 12].map((seed) => projectSpec(record, { trials: 20_000, seed }));
    left!.villages().forEach((own, v) => {
      const other = right!.villages()[v]!;
      expect(Math.abs(own.chance - other.chance)).toBeLessThan(5 * Math.hypot(own.standardError, other.standardError));
    });
  });

  test('a village without any receipts appears, with an income of nothing', () => {
    expect(projectSpec(record, { trials: TRIALS }).villages().at(-1)).toMatchObject({
      village: village(6).code,
      chance: 0,
      income: { mean: 0 },
      shortfall: 50_000,
    });
  });
});

test('standard errors are honest: over many pairs of seeds, differences in units of their error have variance 1', () => {
  const record = sample(false);
  const seeds = Array.from({ length: 120 }, (_, index) => projectSpec(record, { trials: 400, seed: 1_000 + index }).outcome());
  const squares = (of: (outcome: (typeof seeds)[number]) => { mean: number; standardError: number }) =>
    Array.from({ length: 60 }, (_, pair) => {
      const [left, right] = [of(seeds[2 * pair]!), of(seeds[2 * pair + 1]!)];
      return (left.mean - right.mean) ** 2 / (left.standardError ** 2 + right.standardError ** 2);
    }).reduce((sum, square) => sum + square, 0);
  // χ² with 60 degrees of freedom: all but one in 10,000 lie within.
  for (const sum of [squares(({ expectedReaching }) => expectedReaching), squares(({ industryShareChance }) => industryShareChance)]) {
    expect(sum).toBeGreaterThan(27);
    expect(sum).toBeLessThan(109);
  }
});

test('a village that is added, with receipts of its own, changes no other village’s draws', () => {
  // After one complete year every parameter is its prior, so that nothing but the draws could change.
  const villages = [1, 2, 3].map((number) => village(number));
  const receiptsOf = (own: readonly ReturnType<typeof village>[]) =>
    own.flatMap((one, v) => [
      ...yearly(one, 'INDUSTRY', 2019, [30_000 + 9_000 * v], { industry: 'SERICULTURE', park: 'P1' }),
      ...yearly(one, 'SERVICE', 2019, [21_000 - 4_000 * v]),
    ]);
  const parks = [{ code: 'P1', name: '园', kind: null, payer: null }];
  const of = (own: readonly ReturnType<typeof village>[]) =>
    projectSpec(county({ villages: own, receipts: receiptsOf(own), parks }), { ...grantsOf(300_000), seed: 5 });
  const [few, more] = [of(villages), of([...villages, village(4), village(5)])];
  for (const year of few.years) expect(more.villages(year).slice(0, 3)).toEqual(few.villages(year));
  expect(
    more
      .villages()
      .slice(3)
      .every(({ chance }) => chance > 0),
  ).toBe(true);
});

test('in the running year income is at least what was received', () => {
  const record = sample(false);
  const received = record.receipts.filter(({ month }) => month >= monthOf(2020, 1));
  projectSpec(record, { trials: TRIALS })
    .villages(2020)
    .slice(0, 5)
    .forEach((own, v) => expect(own.income.bands[0]!.value).toBeGreaterThanOrEqual(received[v]!.amount));
});

test.each([0.187, -0.08])('with ω = 1, no grants and k = 0, mean growth between projected years is the plan rate: %d', (rate) => {
  const record = { ...sample(), projects: [] };
  const growth = MODES.map((mode) => ({ mode, rate, weight: 1 }));
  const projection = projectSpec(record, { trials: 100_000, growth });
  const [first, second, third] = projection.years.map((year) => projection.outcome(year).income.mean);
  expect(second! / first! - 1).toBeCloseTo(rate, 2);
  expect(third! / second! - 1).toBeCloseTo(rate, 2);
});

test('a park delivered later lowers the chance of all its villages together', () => {
  const record = sample();
  const option = { ...OPTION, park: 'P1', start: '2020-01', delay: 0 };
  const spec: ScenarioSpec = { trials: TRIALS, options: [option], policy: { flat: { amount: 500_000, option: 'SHED' } } };
  const soon = projectSpec(record, spec);
  const late = projectSpec(record, { ...spec, parks: [{ park: 'P1', start: '2020-12' }] });
  soon.villages(2020).forEach((own, v) => expect(late.villages(2020)[v]!.income.mean).toBeLessThan(own.income.mean));
});

test('one payer, one fate: where a park decides, all of its villages reach together or none does; joint numbers follow its delivery', () => {
  const record = { ...sample(), projects: [] };
  const failure = 0.3;
  /** Pays twice the target in a year of full operation, if it pays: nothing else comes near the target. */
  const option = { ...OPTION, start: '2019-01', delay: 0, sd: 0.02, failure, insured: 0, late: 0 };
  const spec = (changes: object, more: ScenarioSpec = {}): ScenarioSpec => ({
    trials: 20_000,
    target: { default: 200_000 },
    options: [{ ...option, ...changes }],
    policy: { flat: { amount: 5_000_000, option: 'SHED' } },
    ...more,
  });
  const chanceAll = (written: ScenarioSpec) => projectSpec(record, written).outcome(2020).chanceAll.mean;
  const villages = record.villages.length;
  expect(chanceAll(spec({ park: 'P1' }))).toBeCloseTo(1 - failure, 1);
  expect(chanceAll(spec({}))).toBeCloseTo((1 - failure) ** villages, 1);

  const apart = projectSpec(record, spec({ park: 'P1' })).outcome(2020).reachingDistribution;
  const between = apart.filter(({ villages: count }) => count > 0 && count < villages);
  expect(between.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThan(0.02);

  const delivered = projectSpec(record, spec({ park: 'P1' }, { parks: [{ park: 'P1', start: '2020-11' }] })).outcome(2020);
  expect(delivered.chanceAll.mean).toBeLessThan(0.01);
  expect(delivered.expectedReaching.mean).toBeLessThan(0.5);
});

test('income is linear in the grant: twice the grant, twice the gain', () => {
  const record = sample(false);
  const [none, once, twice] = [0, 300_000, 600_000].map((amount) =>
    projectSpec(record, { ...grantsOf(amount), reinvest: { share: 0.3, return: 0.1 } }).villages(),
  );
  none!.forEach((own, v) => {
    const gain = once![v]!.income.mean - own.income.mean;
    expect(gain).toBeGreaterThan(0);
    expect(twice![v]!.income.mean - own.income.mean).toBeCloseTo(2 * gain, 4);
  });
});

test('expected return of a grant in a year of full operation is capital × rate × (1 − failure), closed form', () => {
  const record = { ...sample(), projects: [] };
  const terms = { ...OPTION, rate: 0.07, delay: 0, start: '2020-01', failure: 0.2, insured: 0.5, premium: 0.1, late: 0 };
  const at = (amount: number) =>
    projectSpec(record, { trials: 100_000, options: [terms], policy: { flat: { amount, option: 'SHED' } } }).villages(2021);
  const [none, some] = [at(0), at(400_000)];
  const expected = 400_000 * 0.9 * 0.07 * (0.8 + 0.2 * 0.5);
  some.forEach((own, v) => expect((own.income.mean - none[v]!.income.mean) / expected).toBeCloseTo(1, 2));
});

test('a scenario that names a year which is not projected is told which ones are', () => {
  expect(() => projectSpec(sample(), { trials: TRIALS }).outcome(2031)).toThrow(
    'the year 2031 is not projected; use one of 2020, 2021, 2022',
  );
});
