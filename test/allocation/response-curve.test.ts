import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ResponseCurve } from '../../server/allocation/response-curve.js';

/** A curve from its trials: what there is without the grant, and what a yuan brings. */
const curve = (trials: readonly (readonly [everythingElse: number, perYuan: number])[], threshold = 50_000) =>
  new ResponseCurve({
    everythingElse: Float64Array.from(trials, ([base]) => base),
    perYuan: Float64Array.from(trials, ([, gain]) => gain),
    threshold,
  });

/** The chance by its definition: the share of trials with A + G·B at least the threshold. */
const byDefinition = (trials: readonly (readonly [number, number])[], threshold: number, grant: number) =>
  trials.filter(([base, gain]) => base + grant * gain >= threshold).length / trials.length;

describe('closed forms', () => {
  // Reached already; needs 10,000 / 0.1; needs 20,000 / 0.05; no money arrives.
  const four = curve([
    [60_000, 0.1],
    [40_000, 0.1],
    [30_000, 0.05],
    [10_000, 0],
  ]);

  test('the chance steps up at the smallest sufficient grant of each trial', () => {
    expect([0, 99_999.99, 100_000, 399_999.99, 400_000, 1e9].map((grant) => four.chanceAt(grant))).toEqual([
      0.25, 0.25, 0.5, 0.5, 0.75, 0.75,
    ]);
    expect(four).toMatchObject({ trials: 4, bestChance: 0.75, withoutMoney: 0.25 });
  });

  test('the grant for a chance is the smallest that gives it', () => {
    expect([0, 0.25, 0.26, 0.5, 0.75].map((chance) => four.grantFor(chance))).toEqual([0, 0, 100_000, 100_000, 400_000]);
  });

  test('where none is enough, the reason tells how often no money arrives and what is reached at best', () => {
    expect([four.grantFor(0.76), four.grantFor(1)]).toEqual([undefined, undefined]);
    expect(four.unreachable(0.75)).toBeUndefined();
    expect(four.unreachable(0.8)!.text('en')).toBe(
      'no grant gives a chance of 80%: in 25% of the trials no money arrives in that year (delivered late, not paid, or paid the year after), and the chance is at most 75%',
    );
    expect(four.unreachable(0.8)!.text('zh')).toBe(
      '多少资金也达不到 80% 的把握：有 25% 的模拟中当年没有钱到账（交付推迟、未付或晚付），把握最高只到 75%',
    );
  });

  test('a grant is rounded up to a whole fen, never down', () => {
    expect(curve([[0, 0.03]], 1).grantFor(1)).toBe(33.34);
    expect(curve([[0, 0.03]], 1).chanceAt(33.33)).toBe(0);
  });

  test('less than a fen is no money', () => {
    const tiny = curve([[49_999.99, 1]]);
    expect([0.009, 0.01].map((grant) => tiny.chanceAt(grant))).toEqual([0, 1]);
  });

  test('money beyond anything that can be granted does not count as enough', () => {
    expect(curve([[0, 1e-9]]).bestChance).toBe(0);
    expect(curve([[0, Number.MIN_VALUE]]).grantFor(0.5)).toBeUndefined();
  });

  test('grants that take away: a trial that reaches without one ceases to, and one that does not never does', () => {
    const losing = curve([
      [60_000, -0.1],
      [40_000, 0.2],
      [40_000, -0.1],
    ]);
    expect([0, 50_000, 100_000, 100_000.01].map((grant) => losing.chanceAt(grant))).toEqual([1 / 3, 2 / 3, 2 / 3, 1 / 3]);
    expect(losing).toMatchObject({ bestChance: 2 / 3, withoutMoney: 0 });
    expect(losing.grantFor(2 / 3)).toBe(50_000);
    expect(losing.grantFor(1)).toBeUndefined();
  });
});

describe('for any trials', () => {
  const threshold = 50_000 - 0.005;
  const money = fc.integer({ min: 0, max: 8_000_000 }).map((fen) => fen / 100);
  const gains = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.3, noNaN: true }));
  const trials = fc.array(fc.tuple(money, gains), { minLength: 1, maxLength: 60 });
  const losing = fc.array(fc.tuple(money, fc.double({ min: -0.1, max: 0.2, noNaN: true })), { minLength: 1, maxLength: 40 });
  const grants = fc.integer({ min: 0, max: 200_000_000 }).map((fen) => fen / 100);

  test('the curve is what its definition says, at any grant, also where grants take away', () => {
    fc.assert(
      fc.property(fc.oneof(trials, losing), grants, (given, grant) => {
        expect(curve(given, threshold).chanceAt(grant)).toBe(byDefinition(given, threshold, grant));
      }),
    );
  });

  test('the grant for a chance gives at least that chance, a fen less does not', () => {
    fc.assert(
      fc.property(fc.oneof(trials, losing), fc.double({ min: 0, max: 1, noNaN: true }), (given, chance) => {
        const own = curve(given, threshold);
        const grant = own.grantFor(chance);
        expect(own.unreachable(chance) === undefined).toBe(own.bestChance >= chance);
        if (grant === undefined) return own.bestChance < chance;
        return own.chanceAt(grant) >= chance && (grant === 0 || own.chanceAt(grant - 0.01) < chance);
      }),
    );
  });

  test('where no grant takes anything away the chance never falls', () => {
    fc.assert(
      fc.property(trials, grants, grants, (given, less, more) => {
        expect(curve(given, threshold).chanceAt(less + more)).toBeGreaterThanOrEqual(curve(given, threshold).chanceAt(less));
      }),
    );
  });
});

describe('points to draw', () => {
  const spread = curve(Array.from({ length: 100 }, (_, trial) => [50_000 - 1_000 * trial, 0.1] as const));

  test('evenly spaced from 0, each chance exact, with its error', () => {
    const { grants, chances, standardErrors } = spread.points(5, 1_000_000);
    expect(grants).toEqual([0, 250_000, 500_000, 750_000, 1_000_000]);
    expect(chances).toEqual([0.01, 0.26, 0.51, 0.76, 1]);
    expect(standardErrors).toEqual(grants.map((grant) => spread.standardErrorAt(grant)));
    expect(spread.standardErrorAt(500_000)).toBeCloseTo(Math.sqrt(0.25 / 100), 3);
  });

  test('they reach to a round grant that brings 95% of what grants can, one million at least', () => {
    expect(spread.span).toBe(1_000_000);
    expect(curve(Array.from({ length: 100 }, (_, trial) => [50_000 - 1_000 * trial, 0.03] as const)).span).toBe(5_000_000);
    expect(curve([[0, 0]]).span).toBe(1_000_000);
  });

  test('thirds of a million are whole fen', () => {
    expect(spread.points(4, 1_000_000).grants).toEqual([0, 333_333.33, 666_666.67, 1_000_000]);
  });
});
