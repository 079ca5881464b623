import { describe, expect, test } from 'vitest';
import { rivalView } from '../../../server/allocation/decision/rival-view.js';
import { turningPoint } from '../../../server/allocation/decision/turning-point.js';
import { PlanCounts } from '../../../server/allocation/plan-counts.js';
import { differenceInReaching } from '../../../server/allocation/reaching.js';
import { base, drawsFor, finished, WRITTEN } from '../sensitivity/measure.js';

/** A park that returns more than the sheds, as long as it is not late. */
const assumed = base({
  ...WRITTEN,
  trials: 2_000,
  options: [
    { code: 'SHED', mode: 'PROPERTY', rate: 0.06, start: '2020-07', delay: 0 },
    { code: 'STY', mode: 'INDUSTRY', park: 'P1', rate: 0.1, start: '2020-07', delay: 0 },
  ],
});
const plan = (option: string) => ({
  year: 2021,
  position: 1,
  grants: [201, 202, 203, 204, 205].map((number) => ({ village: `451026100${number}`, amount: 200_000, option })),
});
const [holder, challenger] = [plan('STY'), plan('SHED')];
const counts = new PlanCounts(drawsFor(assumed), 100);
const view = rivalView('LATE_PARKS');
const leadAt = (share: number) => {
  const moved = view.at(share, assumed);
  return differenceInReaching(finished(counts.count(moved, challenger)), finished(counts.count(moved, holder)));
};

describe('where the order of two plans turns', () => {
  const { share, low, high } = finished(turningPoint({ base: assumed, view, holder, challenger }, counts));

  test('one leads before, the other after, and both surely at the ends of its interval', () => {
    expect(leadAt(0).high).toBeLessThan(0);
    expect(leadAt(1).low).toBeGreaterThan(0);
    expect(leadAt(low).high).toBeLessThan(0);
    expect(leadAt(high).low).toBeGreaterThan(0);
    expect(low).toBeLessThanOrEqual(share);
    expect(share).toBeLessThanOrEqual(high);
  });

  test('to within a thirty-second of the way', () => {
    expect(leadAt(share - 1 / 64).mean).toBeLessThanOrEqual(0);
    expect(leadAt(share + 1 / 64).mean).toBeGreaterThan(0);
  });
});
