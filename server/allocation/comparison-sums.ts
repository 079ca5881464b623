import type { Sums } from '../statistics/sums.js';

/** How a village's chance under a scenario stands to the one under the baseline, in numbers of trials. */
export interface VillageChange {
  /** Trials in which it reaches its target under the baseline. */
  readonly before: number;
  /** The same under the scenario. */
  readonly after: number;
  /** Trials in which it reaches under the scenario only; in `gained − (after − before)` it reaches under the baseline only. */
  readonly gained: number;
}

/**
 * What a comparison adds up over its trials: numbers of villages, of trials, and their products. All are whole numbers, so
 * sums do not depend on how the trials were divided, and parts computed apart merge exactly (while villages² × trials stays
 * below 2⁵³).
 */
export class ComparisonSums {
  #trials = 0;
  /** Σ of the number that reaches, by scenario. */
  readonly #reaching: Float64Array;
  /** Σ of the product of two scenarios' numbers, [scenario · scenarios + other]. */
  readonly #products: Float64Array;
  /** Trials in which more villages reach than under the baseline, and in which as many do, by scenario. */
  readonly #better: Float64Array;
  readonly #equal: Float64Array;
  /** Trials in which a village reaches, and in which it does but not under the baseline, [scenario · villages + village]. */
  readonly #hits: Float64Array;
  readonly #gained: Float64Array;

  constructor(
    readonly scenarios: number,
    readonly villages: number,
    readonly baseline: number,
  ) {
    this.#reaching = new Float64Array(scenarios);
    this.#products = new Float64Array(scenarios ** 2);
    this.#better = new Float64Array(scenarios);
    this.#equal = new Float64Array(scenarios);
    this.#hits = new Float64Array(scenarios * villages);
    this.#gained = new Float64Array(scenarios * villages);
  }

  get trials(): number {
    return this.#trials;
  }

  /** Adds the trials in which a village reaches, and those of them in which it does not under the baseline. */
  addReached(scenario: number, village: number, hits: number, gained: number): void {
    this.#hits[scenario * this.villages + village]! += hits;
    this.#gained[scenario * this.villages + village]! += gained;
  }

  /** @param reaching by scenario: how many villages reach in each of the trials that are added */
  addTrials(reaching: readonly Uint32Array[]): void {
    const base = reaching[this.baseline]!;
    this.#trials += base.length;
    reaching.forEach((own, scenario) => {
      for (let trial = 0; trial < own.length; trial++) {
        this.#reaching[scenario]! += own[trial]!;
        if (own[trial]! > base[trial]!) this.#better[scenario]! += 1;
        else if (own[trial] === base[trial]) this.#equal[scenario]! += 1;
      }
      for (let other = 0; other <= scenario; other++) {
        const product = sumOfProducts(own, reaching[other]!);
        this.#products[scenario * this.scenarios + other]! += product;
        if (other !== scenario) this.#products[other * this.scenarios + scenario]! += product;
      }
    });
  }

  /** Adds the sums of other trials of the same comparison. */
  merge(other: ComparisonSums): void {
    this.#trials += other.#trials;
    add(this.#reaching, other.#reaching);
    add(this.#products, other.#products);
    add(this.#better, other.#better);
    add(this.#equal, other.#equal);
    add(this.#hits, other.#hits);
    add(this.#gained, other.#gained);
  }

  /** Of the number of villages that reach under a scenario. */
  reaching(scenario: number): Sums {
    return { count: this.#trials, sum: this.#reaching[scenario]!, squares: this.#product(scenario, scenario) };
  }

  /** Of a scenario's number less another's, trial by trial. */
  difference(scenario: number, other: number): Sums {
    return {
      count: this.#trials,
      sum: this.#reaching[scenario]! - this.#reaching[other]!,
      squares: this.#product(scenario, scenario) + this.#product(other, other) - 2 * this.#product(scenario, other),
    };
  }

  /** In how many trials more villages reach than under the baseline, and in how many as many do. */
  against(scenario: number): { readonly better: number; readonly equal: number } {
    return { better: this.#better[scenario]!, equal: this.#equal[scenario]! };
  }

  change(scenario: number, village: number): VillageChange {
    return {
      before: this.#hits[this.baseline * this.villages + village]!,
      after: this.#hits[scenario * this.villages + village]!,
      gained: this.#gained[scenario * this.villages + village]!,
    };
  }

  #product(scenario: number, other: number): number {
    return this.#products[scenario * this.scenarios + other]!;
  }
}

function sumOfProducts(left: Uint32Array, right: Uint32Array): number {
  let sum = 0;
  for (let trial = 0; trial < left.length; trial++) sum += left[trial]! * right[trial]!;
  return sum;
}

function add(to: Float64Array, from: Float64Array): void {
  for (let index = 0; index < to.length; index++) to[index]! += from[index]!;
}
