import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromisedYear } from '../../../server/allocation/plan/frozen-plan.js';
import { scoreYear, type VillageBooks } from '../../../server/allocation/plan/score-plan.js';
import { estimate } from '../../../server/statistics/estimate.js';

const promised = (chances: readonly number[], expected = 60_000): PromisedYear => ({
  year: 2020,
  expectedReaching: estimate(1, 0.1),
  reaching: [],
  chanceAll: estimate(0, 0.1),
  income: 0,
  villages: chances.map((chance) => ({ target: 50_000, chance, standardError: 0.01, income: expected })),
});
const books = (income: number, closedMonths = 12, bookedMonths = closedMonths): VillageBooks => ({ income, closedMonths, bookedMonths });

describe('a plan held against the books', () => {
  test('a closed year: who reached, who missed, and the Brier score by hand', () => {
    const score = scoreYear(promised([0.9, 0.2, 0.5]), [true, false, true], [books(50_000), books(49_999.5), books(20_000)]);
    expect(score.villages.map(({ result }) => result)).toEqual(['REACHED', 'MISSED', 'MISSED']);
    expect(score).toMatchObject({ closedMonths: 12, complete: true, income: 119_999.5 });
    expect(score.brier).toBeCloseTo((0.01 + 0.04 + 0.25) / 3, 12);
    expect(score.brierClimatology).toBeCloseTo((1 / 3) * (2 / 3), 12);
    expect(score.funded).toEqual({ villages: 2, expected: 1.4, expectedOfKnown: 1.4, reached: 1, missed: 1, unknown: 0 });
    expect(score.unfunded).toEqual({ villages: 1, expected: 0.2, expectedOfKnown: 0.2, reached: 0, missed: 1, unknown: 0 });
  });

  test('a sum of binary yuan that misses the target by less than half a fen has reached it', () => {
    expect(scoreYear(promised([0.5]), [true], [books(49_999.996)]).villages[0]!.result).toBe('REACHED');
  });

  test('a running year: those that have it already reached it, all others are open, and nothing is scored', () => {
    const score = scoreYear(promised([0.9, 0.2]), [true, false], [books(51_000, 5), books(1_000, 5)]);
    expect(score).toMatchObject({ closedMonths: 5, complete: false, brier: null, brierClimatology: null });
    expect(score.all).toEqual({ villages: 2, expected: 1.1, expectedOfKnown: 0.9, reached: 1, missed: 0, unknown: 1 });
  });

  test('a village of which nothing was booked all year is unknown, not poor', () => {
    const score = scoreYear(promised([0.9, 0.2]), [false, false], [books(0, 12, 0), books(1_000)]);
    expect(score.villages.map(({ result }) => result)).toEqual(['UNKNOWN', 'MISSED']);
    expect(score.brier).toBeCloseTo(0.04, 12);
  });

  test('a village that nothing was expected of, and of which nothing was booked, missed', () => {
    const score = scoreYear(promised([0], 0), [false], [books(0, 12, 0)]);
    expect(score.villages[0]!.result).toBe('MISSED');
    expect(score.brier).toBe(0);
  });

  test('where one county is behind, the year is not complete', () => {
    const score = scoreYear(promised([0.9, 0.2]), [false, false], [books(60_000), books(1_000, 11)]);
    expect(score).toMatchObject({ closedMonths: 11, complete: false, brier: null });
  });

  test('where nothing is known, nothing is scored', () => {
    expect(scoreYear(promised([0.9]), [true], [books(0, 12, 0)])).toMatchObject({ complete: true, brier: null, brierClimatology: null });
  });

  test('every village is counted once, funded and unfunded add up to all, and the score lies between 0 and 1', () => {
    const village = fc.record({
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      funded: fc.boolean(),
      income: fc.integer({ min: 0, max: 100_000 }),
      closedMonths: fc.constantFrom(12, 12, 12, 4),
      silent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(village, { minLength: 1, maxLength: 30 }), (villages) => {
        const score = scoreYear(
          promised(villages.map(({ chance }) => chance)),
          villages.map(({ funded }) => funded),
          villages.map(({ income, closedMonths, silent }) => books(silent ? 0 : income, closedMonths, silent ? 0 : closedMonths)),
        );
        const { all, funded, unfunded } = score;
        for (const group of [all, funded, unfunded]) expect(group.reached + group.missed + group.unknown).toBe(group.villages);
        expect(all.villages).toBe(villages.length);
        for (const field of ['villages', 'reached', 'missed', 'unknown'] as const) expect(funded[field] + unfunded[field]).toBe(all[field]);
        expect(funded.expected + unfunded.expected).toBeCloseTo(all.expected, 9);
        expect(score.brier === null || (score.brier >= 0 && score.brier <= 1)).toBe(true);
      }),
    );
  });
});
