import { describe, expect, test } from 'vitest';
import { valuingInformation, type InformationRequest } from '../../../server/allocation/decision/value-of-information.js';
import { freshSeed } from '../../../server/allocation/optimal/fresh-value.js';
import { countingReaching, differenceInReaching, expectedReaching } from '../../../server/allocation/reaching.js';
import { variedAssumptions } from '../../../server/allocation/sensitivity/varied-assumptions.js';
import { Draws } from '../../../server/projection/draws.js';
import { base, drawsFor, finished, WRITTEN } from '../sensitivity/measure.js';

const TERMS = { budget: 1_000_000, amount: 300_000, lump: 50_000, max: 500_000, option: 'SHED', eligibleOnly: false };

/** Sheds are placed in a park whose months decide whether the money still helps in the asked year. */
const assumed = base({ ...WRITTEN, trials: 1_000 });
const fresh = () => new Draws(freshSeed(assumed.scenario.seed), assumed.scenario.trials);
const value = (more: Partial<InformationRequest> = {}) =>
  finished(valuingInformation({ base: assumed, asked: TERMS, most: 5, ...more }, { draws: drawsFor(assumed), freshDraws: fresh }));

describe('the value of information', () => {
  test('is exactly nothing where there is one plan to choose, whatever is known', () => {
    const { assumptions, best } = value({ asked: { ...TERMS, policies: ['EQUAL'] } });
    expect(best).toBe('EQUAL');
    expect(assumptions).toHaveLength(5);
    for (const { value: own, atLow, atHigh } of assumptions) {
      expect([own.mean, own.standardError]).toEqual([0, 0]);
      expect([atLow.gain.mean, atHigh.gain.mean]).toEqual([0, 0]);
    }
  });

  test('is exactly nothing where an assumption is sure, or plays no part', () => {
    const sure = { assumption: 'target', low: 1, high: 1 };
    const { assumptions } = value({ only: ['target', 'option.UNUSED.rate'], ranges: [sure] });
    expect(assumptions.map(({ value: own }) => [own.mean, own.standardError])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('adds up from what the fitting plans gain at either end, on draws that did not choose them', () => {
    const { assumptions } = value({ only: ['target'], ranges: [{ assumption: 'target', low: 0.7, high: 1.4 }] });
    const [{ value: own, atLow, asAssumed, atHigh }] = assumptions as [(typeof assumptions)[number]];
    expect([atLow, atHigh].some(({ gain }) => gain.mean !== 0)).toBe(true);
    expect(own.mean).toBeCloseTo(0.3 * atLow.gain.mean + 0.4 * asAssumed.gain.mean + 0.3 * atHigh.gain.mean, 9);
    expect(own.mean).toBeGreaterThan(-3 * own.standardError);
  });

  test('looks at the assumptions that move the best plan most', () => {
    const all = variedAssumptions(assumed);
    const { assumptions } = value({ most: 3, asked: { ...TERMS, policies: ['EQUAL'] } });
    const plan = {
      grants: assumed.counties[0]!.record.villages.map(({ code }) => ({ village: code, amount: 125_000, option: 'SHED' })),
      year: 1,
    };
    const swing = ({ low, high, at }: (typeof all)[number]) => {
      const [least, most] = [low, high].map((end) => finished(countingReaching(at(end, assumed), plan, drawsFor(assumed))));
      return Math.abs(expectedReaching(most!).mean - expectedReaching(least!).mean);
    };
    const largest = all
      .map(swing)
      .toSorted((left, right) => right - left)
      .slice(0, 3);
    const known = assumptions.map(({ assumption }) => all.find(({ name }) => name === assumption.name)!);
    expect(known.map(swing).toSorted((left, right) => right - left)).toEqual(largest);
  });

  test('has the price of a village from the best plan against nothing', () => {
    const { price } = value({ only: ['target'], asked: { ...TERMS, policies: ['EQUAL'] } });
    const grants = assumed.counties[0]!.record.villages.map(({ code }) => ({ village: code, amount: 125_000, option: 'SHED' }));
    const [reached, without] = [grants, []].map((own) => finished(countingReaching(assumed, { grants: own, year: 1 }, fresh())));
    expect(price.value).toBeCloseTo(1_000_000 / differenceInReaching(reached!, without!).mean, 6);
  });
});
