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

/** Who reaches in a stretch of trials, of all the villages compared or of some that stand next to each other. */
export interface StretchCounts {
  /** By scenario: how many of the villages reach, trial by trial. */
  readonly reaching: readonly Uint32Array[];
  /** By scenario and village: in how many trials it reaches, and in how many of them it does not under the baseline. */
  readonly hits: readonly Uint32Array[];
  readonly gained: readonly Uint32Array[];
}

/**
 * What a comparison adds up over its trials: numbers of villages, of trials, and their products. All are whole numbers, so
 * sums do not depend on how the trials or the villages were divided, and parts computed apart add up exactly (while
 * villages² × trials stays below 2⁵³).
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

  /** Adds a stretch of trials. @param parts that hold all villages together, in order */
  add(parts: readonly StretchCounts[]): void {
    let village = 0;
    for (const { hits, gained } of parts) {
      for (let scenario = 0; scenario < this.scenarios; scenario++) {
        add(this.#hits, hits[scenario]!, scenario * this.villages + village);
        add(this.#gained, gained[scenario]!, scenario * this.villages + village);
      }
      village += hits[0]!.length;
    }
    if (village !== this.villages) throw new RangeError(`${village} villages where ${this.villages} are compared`);
    this.#addTrials(Array.from({ length: this.scenarios }, (_, scenario) => sumOf(parts.map(({ reaching }) => reaching[scenario]!))));
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

  /** @param reaching by scenario: how many villages reach in each of the trials that are added */
  #addTrials(reaching: readonly Uint32Array[]): void {
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

  #product(scenario: number, other: number): number {
    return this.#products[scenario * this.scenarios + other]!;
  }
}

function sumOfProducts(left: Uint32Array, right: Uint32Array): number {
  let sum = 0;
  for (let trial = 0; trial < left.length; trial++) sum += left[trial]! * right[trial]!;
  return sum;
}

function add(to: Float64Array, from: Uint32Array, at: number): void {
  for (let index = 0; index < from.length; index++) to[at + index]! += from[index]!;
}

/** The sum of arrays of one length, number by number. */
function sumOf(arrays: readonly Uint32Array[]): Uint32Array {
  if (arrays.length === 1) return arrays[0]!;
  const sum = new Uint32Array(arrays[0]!.length);
  for (const array of arrays) for (let index = 0; index < sum.length; index++) sum[index]! += array[index]!;
  return sum;
}
