import type { Draws } from './draws.js';
import { ParkIncome } from './park-income.js';
import { HALF_A_FEN } from './target.js';
import type { VillageIncome } from './village-income.js';

/** 相关村集体均创收0.5万元以上, yuan (I2). */
export const KEY_INDUSTRY_FLOOR = 5_000;

/**
 * What every trial brings for some villages in one projected year. All are whole numbers (villages, fen, marks; yuan where
 * trials are summed up), so they add up exactly: the sum does not depend on how villages were divided or in which order the
 * parts are added. (While a trial's income stays below 9·10¹³ yuan, a hundred times that of all villages of the country.)
 */
export interface ScopeSums {
  /** How many villages reach, by trial. */
  readonly reaching: Float64Array;
  /** Each village's income in whole fen, by trial; of it the industry mode's and the five key industries'. */
  readonly incomeFen: Float64Array;
  readonly industryModeFen: Float64Array;
  readonly keyIndustryFen: Float64Array;
  /** 1 where a related village misses the floor. */
  readonly floorMissed: Float64Array;
  /** Summed over the trials, each village's in whole yuan. */
  readonly parks: readonly (readonly [park: string, sum: number])[];
  readonly granted: number;
  readonly villages: number;
  readonly related: number;
}

/** Adds up the villages of a scope, one after the other, in one projected year. */
export class ScopeYear {
  readonly #draws: Draws;
  readonly #reaching: Float64Array;
  readonly #income: Float64Array;
  readonly #industryMode: Float64Array;
  readonly #keyIndustry: Float64Array;
  readonly #floorMissed: Float64Array;
  readonly #parks = new ParkIncome();
  #granted = 0;
  #villages = 0;
  #related = 0;

  constructor(draws: Draws) {
    this.#draws = draws;
    this.#reaching = draws.doubles();
    this.#income = draws.doubles();
    this.#industryMode = draws.doubles();
    this.#keyIndustry = draws.doubles();
    this.#floorMissed = draws.doubles();
  }

  /** How many villages reach, by trial. */
  get reaching(): Float64Array {
    return this.#reaching;
  }

  /** Adds a village's income of the year; whether it reaches is added to `reaching` by who compares it with its target. */
  add(income: VillageIncome, year: number, related: boolean): void {
    const { arithmetic } = this.#draws;
    const { industryMode, keyIndustry, parks, granted } = income.breakdown(year);
    arithmetic.addFen(this.#income, income.total[year]!);
    if (industryMode) arithmetic.addFen(this.#industryMode, industryMode);
    if (keyIndustry) arithmetic.addFen(this.#keyIndustry, keyIndustry);
    if (related && keyIndustry) arithmetic.markBelow(keyIndustry, this.#floorMissed, KEY_INDUSTRY_FLOOR - HALF_A_FEN);
    else if (related) this.#floorMissed.fill(1);
    for (const [park, sum] of parks.entries()) this.#parks.add(park, Math.round(sum));
    this.#granted += Math.round(granted);
    this.#villages += 1;
    this.#related += related ? 1 : 0;
  }

  /** A copy of the sums so far. */
  sums(): ScopeSums {
    return {
      reaching: this.#reaching.slice(),
      incomeFen: this.#income.slice(),
      industryModeFen: this.#industryMode.slice(),
      keyIndustryFen: this.#keyIndustry.slice(),
      floorMissed: this.#floorMissed.slice(),
      parks: this.#parks.entries(),
      granted: this.#granted,
      villages: this.#villages,
      related: this.#related,
    };
  }

  /** Gives the sums back; nothing more can be added or asked for. */
  release(): void {
    this.#draws.giveBack(this.#reaching, this.#income, this.#industryMode, this.#keyIndustry, this.#floorMissed);
  }
}
