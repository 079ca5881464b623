import { Problem } from '../base/errors/problem.js';
import { percent } from '../base/percent.js';
import { AMOUNT } from '../scenario/ranges.js';
import { chanceStandardError } from '../statistics/estimate.js';

/** What decides, trial by trial, whether a village reaches: Y = everythingElse + grant · perYuan, at least `threshold`. Yuan. */
export interface LinearIncome {
  /** A: all income but that of the grant in question. */
  readonly everythingElse: Float64Array;
  /** B: receipts per yuan granted, net. */
  readonly perYuan: Float64Array;
  /** Income from which on the target counts as reached. */
  readonly threshold: number;
}

/** Some grants with the chance that each gives. */
export interface CurvePoints {
  /** Yuan, ascending. */
  readonly grants: readonly number[];
  readonly chances: readonly number[];
  /** Monte Carlo standard error of each chance. */
  readonly standardErrors: readonly number[];
}

const FEN_PER_YUAN = 100;
/** No grant is larger, fen. */
const MOST_FEN = Math.round(AMOUNT.most * FEN_PER_YUAN);

/** Points reach at least as far as this, yuan: twice what an eligible village usually gets. */
const LEAST_SPAN = 1_000_000;
/** Points reach as far as the grant that has brought this share of all that grants can add to the chance. */
const SHARE_SHOWN = 0.95;

/**
 * A village's chance as a function of a grant, exactly, for every grant at once (model, section 4). Of each trial it knows
 * the smallest grant that suffices: 0 where the target is reached without; (threshold − A)/B where money arrives, rounded up
 * to a whole fen; ∞ where none arrives. In the order of size these are the curve: chance(G) is the share of trials whose
 * smallest sufficient grant is at most G. It is the same estimator, on the same draws, as the chance of a projection.
 *
 * Where reinvestment loses money, a grant can take away from a year's income (B < 0); a trial that reaches without a grant
 * then ceases to at some grant. Those grants are kept apart, and subtracted.
 */
export class ResponseCurve {
  /** By trial in ascending order, fen: the smallest grant that suffices, ∞ where none does. */
  readonly #sufficient: Float64Array;
  /** Ascending, fen: the smallest grant that is too much, of the trials that have one. */
  readonly #excessive: Float64Array;

  /** Share of the trials in which not one fen of a grant arrives in the year. */
  readonly withoutMoney: number;

  constructor({ everythingElse, perYuan, threshold }: LinearIncome) {
    this.#sufficient = new Float64Array(everythingElse.length);
    const excessive: number[] = [];
    let without = 0;
    for (let trial = 0; trial < everythingElse.length; trial++) {
      const [base, gain] = [everythingElse[trial]!, perYuan[trial]!];
      if (gain === 0) without += 1;
      if (base >= threshold) {
        this.#sufficient[trial] = 0;
        if (gain < 0) excessive.push(leastFen((fen) => base + (fen / FEN_PER_YUAN) * gain < threshold, (threshold - base) / gain));
      } else {
        const sufficient =
          gain > 0 ? leastFen((fen) => base + (fen / FEN_PER_YUAN) * gain >= threshold, (threshold - base) / gain) : Infinity;
        this.#sufficient[trial] = sufficient;
      }
    }
    this.#sufficient.sort();
    this.#excessive = Float64Array.from(excessive).sort();
    this.withoutMoney = without / everythingElse.length;
  }

  get trials(): number {
    return this.#sufficient.length;
  }

  /** The chance with a grant on top, exact for any grant of at least 0 yuan; money smaller than a fen does not count. */
  chanceAt(grant: number): number {
    return this.#hitsAt(wholeFen(grant)) / this.trials;
  }

  /** Monte Carlo standard error of `chanceAt`. */
  standardErrorAt(grant: number): number {
    return chanceStandardError(this.#hitsAt(wholeFen(grant)), this.trials);
  }

  /** The greatest chance that any grant gives. */
  get bestChance(): number {
    return this.#bestHits / this.trials;
  }

  /**
   * The smallest grant, yuan in whole fen, whose chance is at least the one wanted; undefined where no grant is enough.
   * @param chance between 0 and 1
   */
  grantFor(chance: number): number | undefined {
    if (this.chanceAt(0) >= chance) return 0;
    for (let index = Math.max(0, this.#hitsWanted(chance) - 1); index < this.trials; index++) {
      const fen = this.#sufficient[index]!;
      if (fen === Infinity) return undefined;
      if (this.#hitsAt(fen) / this.trials >= chance) return fen / FEN_PER_YUAN;
    }
    return undefined;
  }

  /** Why no grant is enough for a chance; undefined where one is. */
  unreachable(chance: number): Problem | undefined {
    if (this.grantFor(chance) !== undefined) return undefined;
    return new Problem('NO_GRANT_IS_ENOUGH', {
      wanted: percent(chance),
      without: percent(this.withoutMoney),
      best: percent(this.bestChance),
    });
  }

  /**
   * Evenly spaced grants from 0 with their chances, for drawing.
   * @param count at least 2
   * @param most the last grant, yuan; left out: as far as `span` says
   */
  points(count: number, most: number = this.span): CurvePoints {
    const grants = Array.from({ length: count }, (_, i) => Math.round((most * FEN_PER_YUAN * i) / (count - 1)) / FEN_PER_YUAN);
    return {
      grants,
      chances: grants.map((grant) => this.chanceAt(grant)),
      standardErrors: grants.map((grant) => this.standardErrorAt(grant)),
    };
  }

  /**
   * How far a drawing of the curve goes, yuan: to the grant that has brought 95% of all that grants can add to the chance,
   * rounded up to 1, 2 or 5 times a power of ten, and to 1,000,000 at least. The last few trials would need grants that
   * nobody gives, and would press the rest of the curve into a corner.
   */
  get span(): number {
    const without = this.#hitsAt(0);
    const hits = without + Math.ceil(SHARE_SHOWN * (this.#bestHits - without));
    const grant = this.grantFor(hits / this.trials) ?? 0;
    return Math.min(AMOUNT.most, Math.max(LEAST_SPAN, roundUp(grant)));
  }

  #hitsAt(fen: number): number {
    return countUpTo(this.#sufficient, fen) - countUpTo(this.#excessive, fen);
  }

  /** The smallest number of trials that is at least the share wanted of all. */
  #hitsWanted(chance: number): number {
    const hits = Math.round(chance * this.trials);
    return hits / this.trials >= chance ? hits : hits + 1;
  }

  get #bestHits(): number {
    const finite = countUpTo(this.#sufficient, MOST_FEN);
    if (this.#excessive.length === 0) return finite;
    let best = 0;
    for (let index = 0; index < finite; index++) best = Math.max(best, this.#hitsAt(this.#sufficient[index]!));
    return best;
  }
}

/** The smallest whole number of fen that holds, near a number of yuan at which it begins to; ∞ beyond what can be granted. */
function leastFen(holds: (fen: number) => boolean, yuan: number): number {
  const near = Math.ceil(yuan * FEN_PER_YUAN);
  if (!(near <= MOST_FEN)) return Infinity;
  // The quotient is rounded, and may be off by one fen either way.
  if (near > 0 && holds(near - 1)) return near - 1;
  return holds(near) ? near : near + 1;
}

/** A grant in fen, a fraction of one left off. */
function wholeFen(grant: number): number {
  const nearest = Math.round(grant * FEN_PER_YUAN);
  return nearest / FEN_PER_YUAN <= grant ? nearest : nearest - 1;
}

/** How many of some ascending values are at most `most`. */
function countUpTo(ascending: Float64Array, most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next of 1, 2, 5, 10, 20, 50, … that is not smaller. */
function roundUp(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power;
}
