import type { LumpPlan } from './lump-problem.js';
import type { MoneyItems } from './money-items.js';
import { nothingAtMost, rowWithVillage } from './money-rows.js';

/**
 * The most that can be had for every budget at once, exactly, by dynamic programming over what competes for it: a
 * multiple-choice knapsack (Kellerer, Pferschy and Pisinger 2004, ch. 11). Of plans that are worth the same it finds one that
 * spends least, and among those prefers villages of lower code.
 */
export class BudgetTable {
  /** The most that can be had by lumps that may be spent; never falls; −∞ where no plan keeps to the rules. */
  readonly worth: Float64Array;
  readonly #items: MoneyItems;
  /** By item, its own lumps by lumps in all. */
  readonly #choices: readonly (Uint16Array | Uint32Array)[];

  /** @param most budgets from 0 to this are solved, lumps */
  constructor(items: MoneyItems, most: number) {
    this.#items = items;
    const choices: (Uint16Array | Uint32Array)[] = [];
    let row = nothingAtMost(most);
    for (let item = 0; item < items.count; item++) {
      const own = items.worth.subarray(items.start[item], items.start[item + 1]);
      const choice = own.length <= 2 ** 16 ? new Uint16Array(most + 1) : new Uint32Array(most + 1);
      row = rowWithVillage(own, row, choice);
      choices.push(choice);
    }
    this.worth = row;
    this.#choices = choices;
  }

  /** The largest budget that is solved, lumps. */
  get most(): number {
    return this.worth.length - 1;
  }

  /** The fewest lumps that are worth as much as a budget can be; undefined where no plan keeps to the rules. */
  leastLumps(budget: number): number | undefined {
    const worth = this.worth[budget]!;
    return worth === Number.NEGATIVE_INFINITY ? undefined : this.leastLumpsFor(worth, budget);
  }

  /** The fewest lumps that are worth at least so much, where `budget` lumps are. */
  leastLumpsFor(worth: number, budget: number): number {
    let [low, high] = [0, budget];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.worth[middle]! >= worth) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The plan for a budget that can be kept to, lumps. */
  plan(budget: number): LumpPlan {
    const lumps = new Uint32Array(this.#items.count);
    let left = this.leastLumps(budget)!;
    for (let item = lumps.length - 1; item >= 0; item--) {
      lumps[item] = this.#choices[item]![left]!;
      left -= lumps[item]!;
    }
    return this.#items.planOf(lumps);
  }
}
