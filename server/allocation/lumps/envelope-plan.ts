import { concaveEnvelope, type ConcaveEnvelope } from './concave-envelope.js';
import type { LumpPlan } from './lump-problem.js';
import type { MoneyItems } from './money-items.js';

/** A plan that is nearly the best there is, and what no plan can be worth more than. */
export interface EnvelopePlan {
  readonly plan: LumpPlan;
  readonly upperBound: number;
  /** What the last lump of the budget brings: the price of money. */
  readonly price: number;
}

/**
 * A plan along the concave envelopes: everybody gets the lumps that bring more than a price, the price being where the budget
 * is used up; what is left over goes where it still helps. The bound is the Lagrangian dual at that price, which is the linear
 * relaxation of the multiple-choice knapsack (Sinha and Zoltners 1979): plan and bound differ by less than what one step of
 * one item brings.
 * @returns undefined where no plan keeps to the rules
 */
export function envelopePlan(items: MoneyItems, budget: number): EnvelopePlan | undefined {
  const envelope = concaveEnvelope(items);
  const corners = new Int32Array(items.count);
  let least = 0;
  for (let item = 0; item < items.count; item++) {
    corners[item] = envelope.start[item]!;
    if (corners[item] === envelope.start[item + 1]) return undefined;
    least += envelope.lumps[corners[item]!]!;
  }
  if (least > budget) return undefined;

  const price = priceOf(envelope, least, budget);
  let left = budget - least;
  let upperBound = price * budget;
  const lumps = new Uint32Array(items.count);
  for (let item = 0; item < items.count; item++) {
    const first = corners[item]!;
    const last = envelope.start[item + 1]! - 1;
    let corner = first;
    while (corner < last && envelope.slope[corner + 1]! > price) corner += 1;
    corners[item] = corner;
    lumps[item] = envelope.lumps[corner]!;
    left -= lumps[item]! - envelope.lumps[first]!;
    upperBound += items.worth[items.start[item]! + lumps[item]!]! - price * lumps[item]!;
  }
  left = climb(envelope, corners, lumps, { price, left });
  fill(items, lumps, left);
  return { plan: items.planOf(lumps), upperBound, price };
}

/**
 * The lowest price, not below 0, at which the steps that bring more than it fit into the budget: found by halving, and at
 * last, among the slopes that are left between the two ends, by looking.
 */
function priceOf({ slope, lumps, start }: ConcaveEnvelope, least: number, budget: number): number {
  const items = start.length - 1;
  const spentAbove = (price: number): number => {
    let spent = least;
    for (let item = 0; item < items; item++) {
      const first = start[item]!;
      let corner = first;
      while (corner + 1 < start[item + 1]! && slope[corner + 1]! > price) corner += 1;
      spent += lumps[corner]! - lumps[first]!;
    }
    return spent;
  };
  if (spentAbove(0) <= budget) return 0;
  let [low, high] = [0, 0];
  for (const steep of slope) if (steep < Infinity && steep > high) high = steep;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (spentAbove(middle) <= budget) high = middle;
    else low = middle;
  }
  return high;
}

/** Takes the steps that bring exactly the price, in ascending order of items, as far as they fit. Returns what is left over. */
function climb(
  { start, lumps: at, slope }: ConcaveEnvelope,
  corners: Int32Array,
  lumps: Uint32Array,
  { price, left }: { readonly price: number; readonly left: number },
): number {
  if (price === 0) return left;
  let rest = left;
  for (let item = 0; rest > 0 && item < lumps.length; item++) {
    const next = corners[item]! + 1;
    if (next === start[item + 1] || slope[next] !== price) continue;
    const step = at[next]! - lumps[item]!;
    if (step > rest) continue;
    lumps[item] = at[next]!;
    rest -= step;
  }
  return rest;
}

/** Improvements that are looked for with what is left over; each is looked for among all items. */
const MOST_FILLS = 32;

/** Gives what is left over, again and again, to the item that it makes worth most, be it off its envelope. */
function fill({ start, worth }: MoneyItems, lumps: Uint32Array, left: number): void {
  let rest = left;
  for (let round = 0; round < MOST_FILLS && rest > 0; round++) {
    let [chosen, step, most] = [-1, 0, 0];
    for (let item = 0; item < lumps.length; item++) {
      const here = start[item]! + lumps[item]!;
      const last = Math.min(here + rest, start[item + 1]! - 1);
      for (let at = here + 1; at <= last; at++) {
        const gain = worth[at]! - worth[here]!;
        if (gain > most) [chosen, step, most] = [item, at - here, gain];
      }
    }
    if (chosen < 0) return;
    lumps[chosen]! += step;
    rest -= step;
  }
}
