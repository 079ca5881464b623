import { MODES } from '../base/vocabulary.js';
import { chanceEstimate, chanceStandardError, estimate, meanEstimate, type Estimate } from '../statistics/estimate.js';
import type { Arithmetic } from './kernel/arithmetic.js';
import type { Draws } from './draws.js';
import { ParkIncome, type ParkDependence } from './park-income.js';
import type { VillageIncome } from './village-income.js';

/** The percentiles that bands are drawn at. */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;

export interface PercentileBand {
  readonly percentile: number;
  readonly value: number;
}

export interface Distribution {
  readonly mean: number;
  readonly bands: readonly PercentileBand[];
}

/** One village in one projected year. Money in yuan. */
export interface VillageOutcome {
  readonly village: string;
  readonly target: number;
  readonly grant: number;
  /** P(income ≥ target). */
  readonly chance: number;
  readonly standardError: number;
  /** P(income ≥ target in every projected year). */
  readonly chanceEveryYear: number;
  /** E[(target − income)⁺]. */
  readonly shortfall: number;
  /** Share of mean income that comes from granted projects. */
  readonly grantDependence: number;
  /** How much of mean income hangs on parks. */
  readonly parkDependence: ParkDependence;
  readonly income: Distribution;
  /** Mean income in the order of MODES. */
  readonly byMode: readonly number[];
}

/** All villages of the scope together in one projected year. Money in yuan. */
export interface ScopeOutcome {
  readonly villageCount: number;
  readonly expectedReaching: Estimate;
  readonly reaching: readonly PercentileBand[];
  /** P(exactly so many villages reach), where it occurred, ascending. */
  readonly reachingDistribution: readonly { readonly villages: number; readonly probability: number }[];
  readonly chanceAll: Estimate;
  readonly income: Distribution;
  /** Share of mean income that comes from granted projects. */
  readonly grantDependence: number;
  /** How much of mean income hangs on parks. */
  readonly parkDependence: ParkDependence;
  /** P(the industry mode brings at least half of the income). */
  readonly industryShareChance: Estimate;
  /** P(the five key industries bring at least half of the income). */
  readonly keyIndustryShareChance: Estimate;
  /** P(every related village gets at least 5,000 from key industries). */
  readonly keyIndustryFloorChance: Estimate;
  /** How many villages are related to a key industry. */
  readonly relatedVillages: number;
}

/** 相关村集体均创收0.5万元以上, yuan (I2). */
export const KEY_INDUSTRY_FLOOR = 5_000;

/** 产业经济收入占全年收入50%以上 (I3). */
const SHARE_WANTED = 0.5;

function bandsOf(sample: Float64Array, arithmetic: Arithmetic): PercentileBand[] {
  const values = arithmetic.quantiles(
    sample,
    PERCENTILES.map((percentile) => percentile / 100),
  );
  return PERCENTILES.map((percentile, i) => ({ percentile, value: values[i]! }));
}

/** Plain loops: a callback for each trial would cost more than everything else here. */
function meanOf(sample: Float64Array): number {
  let sum = 0;
  for (let trial = 0; trial < sample.length; trial++) sum += sample[trial]!;
  return sum / sample.length;
}

function addUp(to: Float64Array, from: Float64Array): void {
  for (let trial = 0; trial < to.length; trial++) to[trial]! += from[trial]!;
}

/** In how many trials a part brings the wanted share of a whole; of nothing there is no share. */
function shareHits(part: Float64Array, whole: Float64Array): number {
  let hits = 0;
  for (let trial = 0; trial < part.length; trial++) if (whole[trial]! > 0 && part[trial]! >= SHARE_WANTED * whole[trial]!) hits += 1;
  return hits;
}

/** Money is counted in fen: sums of binary yuan that miss a target by less than half a fen have reached it. */
export const HALF_A_FEN = 0.005;

/** What is summed up of a projected village. */
export interface SummedVillage {
  readonly village: string;
  readonly income: VillageIncome;
  /** By projected year. */
  readonly targets: readonly number[];
  readonly grant: number;
  /** Whether it has anything to do with a key industry. */
  readonly related: boolean;
}

/** Sums up one village in one projected year (index 0 is year 1) and adds it to the sums of the scope. */
export function summariseVillage(
  { village, income, targets, grant, related }: SummedVillage,
  year: number,
  scope: ScopeYear,
): VillageOutcome {
  const { draws } = income;
  const { trials, arithmetic } = draws;
  const everyYear = draws.doubles().fill(1);
  const ignored = draws.doubles();
  const reached = income.total.map((total, h) => {
    const reaching = h === year ? scope.reaching : ignored;
    return arithmetic.reach(total, everyYear, reaching, targets[h]! - HALF_A_FEN, targets[h]!);
  });
  const chanceEveryYear = meanOf(everyYear);
  draws.giveBack(everyYear, ignored);
  scope.add(income, year, related);

  const { hits, shortfall } = reached[year]!;
  const byMode = MODES.map((_, mode) => income.byMode[year]![mode]! / trials);
  const mean = byMode.reduce((sum, ofMode) => sum + ofMode, 0);
  return {
    village,
    target: targets[year]!,
    grant,
    chance: hits / trials,
    standardError: chanceStandardError(hits, trials),
    chanceEveryYear,
    shortfall: shortfall / trials,
    grantDependence: mean > 0 ? income.granted[year]! / trials / mean : 0,
    parkDependence: income.parks.dependence(year, mean * trials),
    income: { mean, bands: bandsOf(income.total[year]!, arithmetic) },
    byMode,
  };
}

/** What every trial brings for a part of a scope in one projected year, on its own: to be kept, and added to other parts. */
export interface ScopeSums {
  readonly reaching: Float64Array;
  readonly income: Float64Array;
  readonly industryMode: Float64Array;
  readonly keyIndustry: Float64Array;
  /** 1 where a related village misses the floor. */
  readonly floorMissed: Float64Array;
  readonly parks: readonly (readonly [park: string, sum: number])[];
  readonly granted: number;
  readonly villages: number;
  readonly related: number;
}

/**
 * What every trial brings for a scope in one projected year. Sums of doubles depend on their order: a county's villages are
 * added up first, then the counties in ascending order of code, so that counties may be projected apart and still give the
 * same bits.
 */
export class ScopeYear {
  readonly #draws: Draws;
  readonly #reaching: Float64Array;
  readonly #income: Float64Array;
  readonly #industryMode: Float64Array;
  readonly #keyIndustry: Float64Array;
  readonly #floorMissed: Float64Array;
  readonly #parks = new ParkIncome(1);
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
    arithmetic.addTo(this.#income, income.total[year]!, 1);
    arithmetic.addTo(this.#industryMode, income.industryMode[year]!, 1);
    arithmetic.addTo(this.#keyIndustry, income.keyIndustry[year]!, 1);
    if (related) arithmetic.markBelow(income.keyIndustry[year]!, this.#floorMissed, KEY_INDUSTRY_FLOOR - HALF_A_FEN);
    this.#parks.merge(income.parks, year);
    this.#granted += income.granted[year]!;
    this.#villages += 1;
    this.#related += related ? 1 : 0;
  }

  /** A copy of the sums so far. */
  sums(): ScopeSums {
    return {
      reaching: this.#reaching.slice(),
      income: this.#income.slice(),
      industryMode: this.#industryMode.slice(),
      keyIndustry: this.#keyIndustry.slice(),
      floorMissed: this.#floorMissed.slice(),
      parks: this.#parks.entries(0),
      granted: this.#granted,
      villages: this.#villages,
      related: this.#related,
    };
  }

  /** Adds the sums of villages that are not among these. */
  merge(sums: ScopeSums): void {
    addUp(this.#reaching, sums.reaching);
    addUp(this.#income, sums.income);
    addUp(this.#industryMode, sums.industryMode);
    addUp(this.#keyIndustry, sums.keyIndustry);
    for (let trial = 0; trial < this.#floorMissed.length; trial++) if (sums.floorMissed[trial] === 1) this.#floorMissed[trial] = 1;
    for (const [park, sum] of sums.parks) this.#parks.add(0, park, sum);
    this.#granted += sums.granted;
    this.#villages += sums.villages;
    this.#related += sums.related;
  }

  /** Gives the sums back; nothing more can be added or asked for. */
  release(): void {
    this.#draws.giveBack(this.#reaching, this.#income, this.#industryMode, this.#keyIndustry, this.#floorMissed);
  }

  /** The outcome of all that was added; afterwards the sums are given back and nothing more can be added. */
  finish(): ScopeOutcome {
    const { trials, arithmetic } = this.#draws;
    const counts = new Float64Array(this.#villages + 1);
    for (let trial = 0; trial < trials; trial++) counts[this.#reaching[trial]!]! += 1;
    const mean = meanOf(this.#income);
    const outcome = {
      villageCount: this.#villages,
      expectedReaching: this.#villages ? meanEstimate(this.#reaching, 0, this.#villages) : estimate(0, 0),
      reaching: bandsOf(this.#reaching, arithmetic),
      reachingDistribution: Array.from(counts, (hits, villages) => ({ villages, probability: hits / trials })).filter(
        ({ probability }) => probability > 0,
      ),
      chanceAll: chanceEstimate(counts[this.#villages]!, trials),
      income: { mean, bands: bandsOf(this.#income, arithmetic) },
      grantDependence: mean > 0 ? this.#granted / trials / mean : 0,
      parkDependence: this.#parks.dependence(0, mean * trials),
      industryShareChance: chanceEstimate(shareHits(this.#industryMode, this.#income), trials),
      keyIndustryShareChance: chanceEstimate(shareHits(this.#keyIndustry, this.#income), trials),
      keyIndustryFloorChance: chanceEstimate(Math.round(trials * (1 - meanOf(this.#floorMissed))), trials),
      relatedVillages: this.#related,
    };
    this.release();
    return outcome;
  }
}
