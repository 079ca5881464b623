import type { MoneyItems } from './money-items.js';
import { nothingAtMost, rowWithVillage } from './money-rows.js';

/** What all other items together would be worth less if an item were given so many lumps of a budget. */
export interface LossElsewhere {
  /** By item: at `lumps`, what the others lose; as many as the item may have, the budget at most. ∞ where they cannot do with less. */
  readonly of: readonly Float64Array[];
}

/** The most sums that leaving each item out in turn may take. */
const MOST_SUMS = 4e8;

/** Whether `lossElsewhere` is quick enough. */
export const canLeaveOut = ({ count, start }: MoneyItems, budget: number): boolean =>
  start[count]! * (budget + 1) * Math.ceil(Math.log2(count + 1)) <= MOST_SUMS;

/**
 * Leaves each item out in turn, exactly: halving, one half is added to the row while the other half's items are left out, so
 * that each item is added only as often as the number can be halved.
 */
export function lossElsewhere(items: MoneyItems, budget: number): LossElsewhere {
  const of: Float64Array[] = [];
  const rowOf = (item: number) => items.worth.subarray(items.start[item]!, items.start[item + 1]!);
  const add = (row: Float64Array, from: number, until: number): Float64Array => {
    let next = row;
    for (let item = from; item < until; item++) next = rowWithVillage(rowOf(item), next);
    return next;
  };
  const halve = (row: Float64Array, from: number, until: number): void => {
    if (until - from === 0) return;
    if (until - from === 1) {
      const most = Math.min(rowOf(from).length - 1, budget);
      of[from] = Float64Array.from({ length: most + 1 }, (_, lumps) =>
        row[budget - lumps] === Number.NEGATIVE_INFINITY ? Infinity : row[budget]! - row[budget - lumps]!,
      );
      return;
    }
    const middle = (from + until) >>> 1;
    halve(add(row, middle, until), from, middle);
    halve(add(row, from, middle), middle, until);
  };
  halve(nothingAtMost(budget), 0, items.count);
  return { of };
}
