import { MODES } from '../base/vocabulary.js';
import { chanceEstimate, chanceStandardError, estimate, meanEstimate, type Estimate } from '../statistics/estimate.js';
import { quantilesInPlace } from '../statistics/quantiles.js';
import { addTo, type VillageIncome } from './village-income.js';

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

function distribution(sample: Float64Array): Distribution {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  return { mean, bands: bandsOf(sample.slice()) };
}

function bandsOf(scratch: Float64Array): PercentileBand[] {
  const values = quantilesInPlace(
    scratch,
    PERCENTILES.map((percentile) => percentile / 100),
  );
  return PERCENTILES.map((percentile, i) => ({ percentile, value: values[i]! }));
}

/** Money is counted in fen: sums of binary yuan that miss a target by less than half a fen have reached it. */
export const HALF_A_FEN = 0.005;

/** Sums up one village: an outcome for each projected year. */
export function summariseVillage(village: string, income: VillageIncome, targets: readonly number[], grant: number): VillageOutcome[] {
  const { trials } = income;
  const everyYear = new Uint8Array(trials).fill(1);
  const years = income.total.map((total, year) => {
    const target = targets[year]!;
    let hits = 0;
    let shortfall = 0;
    for (let trial = 0; trial < trials; trial++) {
      if (total[trial]! >= target - HALF_A_FEN) hits += 1;
      else {
        shortfall += target - total[trial]!;
        everyYear[trial] = 0;
      }
    }
    return { target, hits, shortfall: shortfall / trials, income: distribution(total) };
  });
  const chanceEveryYear = everyYear.reduce((sum, reached) => sum + reached, 0) / trials;
  return years.map(({ target, hits, shortfall, income: distributed }, year) => ({
    village,
    target,
    grant,
    chance: hits / trials,
    standardError: chanceStandardError(hits, trials),
    chanceEveryYear,
    shortfall,
    grantDependence: distributed.mean > 0 ? income.granted[year]! / trials / distributed.mean : 0,
    income: distributed,
    byMode: MODES.map((_, mode) => income.byMode[year]![mode]! / trials),
  }));
}

/** What every trial brings for a scope in one projected year, added up village by village. */
export class ScopeYear {
  readonly #reaching: Float64Array;
  readonly #income: Float64Array;
  readonly #industryMode: Float64Array;
  readonly #keyIndustry: Float64Array;
  readonly #floorMissed: Uint8Array;
  #villages = 0;
  #related = 0;

  constructor(trials: number) {
    this.#reaching = new Float64Array(trials);
    this.#income = new Float64Array(trials);
    this.#industryMode = new Float64Array(trials);
    this.#keyIndustry = new Float64Array(trials);
    this.#floorMissed = new Uint8Array(trials);
  }

  /** @param related whether the village has anything to do with a key industry */
  add(income: VillageIncome, year: number, target: number, related: boolean): void {
    const total = income.total[year]!;
    const key = income.keyIndustry[year]!;
    for (let trial = 0; trial < total.length; trial++) if (total[trial]! >= target - HALF_A_FEN) this.#reaching[trial]! += 1;
    addTo(this.#income, total);
    addTo(this.#industryMode, income.industryMode[year]!);
    addTo(this.#keyIndustry, key);
    if (related) for (let trial = 0; trial < key.length; trial++) if (key[trial]! < KEY_INDUSTRY_FLOOR - HALF_A_FEN) this.#floorMissed[trial] = 1;
    this.#villages += 1;
    this.#related += related ? 1 : 0;
  }

  outcome(): ScopeOutcome {
    const trials = this.#reaching.length;
    const counts = new Map<number, number>();
    for (const reaching of this.#reaching) counts.set(reaching, (counts.get(reaching) ?? 0) + 1);
    const share = (part: Float64Array) =>
      part.reduce((hits, value, trial) => hits + (this.#income[trial]! > 0 && value >= SHARE_WANTED * this.#income[trial]! ? 1 : 0), 0);
    return {
      villageCount: this.#villages,
      expectedReaching: this.#villages ? meanEstimate(this.#reaching, 0, this.#villages) : estimate(0, 0),
      reaching: bandsOf(this.#reaching.slice()),
      reachingDistribution: [...counts].sort(([left], [right]) => left - right).map(([villages, hits]) => ({ villages, probability: hits / trials })),
      chanceAll: chanceEstimate(counts.get(this.#villages) ?? 0, trials),
      income: distribution(this.#income),
      industryShareChance: chanceEstimate(share(this.#industryMode), trials),
      keyIndustryShareChance: chanceEstimate(share(this.#keyIndustry), trials),
      keyIndustryFloorChance: chanceEstimate(trials - this.#floorMissed.reduce((sum, missed) => sum + missed, 0), trials),
      relatedVillages: this.#related,
    };
  }
}
