import { chanceEstimate, estimate, meanEstimate, type Estimate } from '../statistics/estimate.js';
import { quantilesInPlace } from '../statistics/quantiles.js';
import { bandsOf, type Distribution, type PercentileBand } from './distribution.js';
import { ParkIncome, type ParkDependence } from './park-income.js';
import type { ScopeSums } from './scope-sums.js';

/** All villages of a scope together in one projected year. Money in yuan. */
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

/** 产业经济收入占全年收入50%以上 (I3). */
const SHARE_WANTED = 0.5;

const FEN_PER_YUAN = 100;

/** The parts of a scope added up: exact, so in any order. */
export class ScopeTotal {
  readonly #reaching: Float64Array;
  readonly #incomeFen: Float64Array;
  readonly #industryModeFen: Float64Array;
  readonly #keyIndustryFen: Float64Array;
  readonly #floorMissed: Float64Array;
  readonly #parks = new ParkIncome();
  #granted = 0;
  #villages = 0;
  #related = 0;

  constructor(readonly trials: number) {
    this.#reaching = new Float64Array(trials);
    this.#incomeFen = new Float64Array(trials);
    this.#industryModeFen = new Float64Array(trials);
    this.#keyIndustryFen = new Float64Array(trials);
    this.#floorMissed = new Float64Array(trials);
  }

  /** Adds the sums of villages that are not among these. */
  merge(sums: ScopeSums): void {
    addUp(this.#reaching, sums.reaching);
    addUp(this.#incomeFen, sums.incomeFen);
    addUp(this.#industryModeFen, sums.industryModeFen);
    addUp(this.#keyIndustryFen, sums.keyIndustryFen);
    for (let trial = 0; trial < this.trials; trial++) if (sums.floorMissed[trial] === 1) this.#floorMissed[trial] = 1;
    for (const [park, sum] of sums.parks) this.#parks.add(park, sum);
    this.#granted += sums.granted;
    this.#villages += sums.villages;
    this.#related += sums.related;
  }

  outcome(): ScopeOutcome {
    const { trials } = this;
    const counts = new Float64Array(this.#villages + 1);
    for (let trial = 0; trial < trials; trial++) counts[this.#reaching[trial]!]! += 1;
    const sum = sumOf(this.#incomeFen) / FEN_PER_YUAN;
    return {
      villageCount: this.#villages,
      expectedReaching: this.#villages ? meanEstimate(this.#reaching, 0, this.#villages) : estimate(0, 0),
      reaching: bandsOf((probabilities) => quantilesInPlace(this.#reaching.slice(), probabilities)),
      reachingDistribution: Array.from(counts, (hits, villages) => ({ villages, probability: hits / trials })).filter(
        ({ probability }) => probability > 0,
      ),
      chanceAll: chanceEstimate(counts[this.#villages]!, trials),
      income: {
        mean: sum / trials,
        bands: bandsOf((probabilities) => quantilesInPlace(this.#incomeFen.slice(), probabilities).map((fen) => fen / FEN_PER_YUAN)),
      },
      grantDependence: sum > 0 ? this.#granted / sum : 0,
      parkDependence: this.#parks.dependence(sum),
      industryShareChance: chanceEstimate(shareHits(this.#industryModeFen, this.#incomeFen), trials),
      keyIndustryShareChance: chanceEstimate(shareHits(this.#keyIndustryFen, this.#incomeFen), trials),
      keyIndustryFloorChance: chanceEstimate(trials - sumOf(this.#floorMissed), trials),
      relatedVillages: this.#related,
    };
  }
}

/** Plain loops: a callback for each trial would cost more than everything else here. */
function sumOf(sample: Float64Array): number {
  let sum = 0;
  for (let trial = 0; trial < sample.length; trial++) sum += sample[trial]!;
  return sum;
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
