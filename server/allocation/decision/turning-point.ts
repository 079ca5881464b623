import type { Comparable } from '../comparison-checks.js';
import type { FixedPlan, PlanCounts } from '../plan-counts.js';
import { differenceInReaching } from '../reaching.js';
import type { RivalView } from './rival-view.js';

/** Where between two views the order of two plans turns, as a share of the way. */
export interface TurningPoint {
  readonly share: number;
  /** Up to here the first plan leads by more than 1.96 standard errors. */
  readonly low: number;
  /** From here on the other does. */
  readonly high: number;
}

/** The way is halved so often: to within a thirty-second of it. */
export const MOST_HALVINGS = 5;

/**
 * Looks by halving for the share of the way to a view at which another plan overtakes, on common draws. Where the lead goes to and
 * fro one of the turns is found.
 * @param turn the holder leads under the scenario's own view, the challenger under the rival one
 * @returns yields as the counts do
 */
export function* turningPoint(
  {
    base,
    view,
    holder,
    challenger,
  }: { readonly base: Comparable; readonly view: RivalView; readonly holder: FixedPlan; readonly challenger: FixedPlan },
  counts: PlanCounts,
): Generator<number, TurningPoint> {
  let [from, until] = [0, 1];
  let [low, high] = [0, 1];
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const share = (from + until) / 2;
    const moved = view.at(share, base);
    const lead = differenceInReaching(yield* counts.count(moved, challenger), yield* counts.count(moved, holder));
    if (lead.mean > 0) until = share;
    else from = share;
    if (lead.low > 0) high = Math.min(high, share);
    if (lead.high < 0) low = Math.max(low, share);
  }
  return { share: (from + until) / 2, low, high };
}
