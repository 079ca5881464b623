import { DRAW, type DrawKind } from '../base/random.js';
import { MODES } from '../base/vocabulary.js';
import type { CountyFit } from '../model/fit.js';
import type { ModePlan } from './drift.js';
import type { Derived, Draws } from './draws.js';
import { commonPositions, type CommonPosterior } from './posterior.js';

/**
 * What is expected of the shocks that streams share in projected year 1: zero, unless that year is running and its receipts
 * say otherwise. Log points; later years expect nothing.
 */
export interface CommonMeans {
  readonly county: number;
  readonly mode: readonly number[];
  readonly park: readonly number[];
  /** Of the error of each mode's drift, which stays for all years. */
  readonly driftError: readonly number[];
  /** Of the shock to the share that is in by month k. */
  readonly share: readonly number[];
}

/** The posterior means, the mode's split into (1−ω)Z and M by its two variances (model, section 3). */
export function commonMeans(
  fit: CountyFit,
  parkCount: number,
  plans: readonly ModePlan[],
  posterior: CommonPosterior | undefined,
): CommonMeans {
  const zeros = (length: number) => Array.from({ length }, () => 0);
  if (!posterior)
    return { county: 0, mode: zeros(MODES.length), park: zeros(parkCount), driftError: zeros(MODES.length), share: zeros(MODES.length) };
  const at = commonPositions(parkCount);
  const sums = MODES.map((_, m) => posterior.mean[at.firstMode + m]!);
  const mode = sums.map((sum, m) => modeSplit(fit, m, plans[m]!).shockShare * sum);
  return {
    county: posterior.mean[at.county]!,
    mode,
    park: zeros(parkCount).map((_, p) => posterior.mean[at.firstPark + p]!),
    driftError: sums.map((sum, m) => (modeSplit(fit, m, plans[m]!).driftShare === 0 ? 0 : (sum - mode[m]!) / (1 - plans[m]!.weight))),
    share: MODES.map((_, m) => posterior.mean[at.firstShare + m]!),
  };
}

/** How (1−ω)Z + M divides: by its two variances; with ω = 1 the sum is M alone and Z keeps its prior. */
function modeSplit(fit: CountyFit, mode: number, { weight }: ModePlan): { shockShare: number; driftShare: number; sd: number } {
  const drift = (1 - weight) ** 2 * fit.modes[mode]!.driftVariance;
  const total = drift + fit.modeVariance;
  if (drift === 0 || total === 0) return { shockShare: 1, driftShare: 0, sd: 0 };
  return { shockShare: fit.modeVariance / total, driftShare: drift / total, sd: Math.sqrt((drift * fit.modeVariance) / total) };
}

/**
 * The shocks that the streams of a county share, about their means: one array of log points for each year, mode and park
 * that is asked for. Year index 0 is projected year 1, park −1 is none.
 */
export class CommonShocks {
  readonly #plans: readonly (readonly ModePlan[])[];
  readonly #parks: readonly string[];

  /**
   * @param parks codes of the county's parks, ascending
   * @param plans [year][mode]
   * @param posterior of the running year; undefined: year 1 has not begun, or nothing of it is known
   * @param derived where arrays are kept; it must belong to this fit, these weights and this horizon
   */
  constructor(
    readonly fit: CountyFit,
    { parks, plans }: { parks: readonly string[]; plans: readonly (readonly ModePlan[])[] },
    readonly posterior: CommonPosterior | undefined,
    readonly draws: Draws,
    readonly derived: Derived,
  ) {
    this.#plans = plans;
    this.#parks = parks;
  }

  /** (1−ω)Z + C + M (+ P): what a stream of the mode and park grows by in common. */
  forStream(year: number, mode: number, park: number): Float32Array {
    return this.draws.derive(this.derived, `stream|${year}|${mode}|${park}`, (out) => {
      const weight = 1 - this.#plans[year]![mode]!.weight;
      const parts = [this.#county(year), this.#mode(year, mode), ...(park < 0 ? [] : [this.#park(year, park)])];
      addUp(out, parts, this.#driftError(mode), weight);
    });
  }

  /** C + M (+ P): the year's own shocks, which the returns of grants see. */
  forGrant(year: number, mode: number, park: number): Float32Array {
    return this.draws.derive(this.derived, `grant|${year}|${mode}|${park}`, (out) =>
      addUp(out, [this.#county(year), this.#mode(year, mode), ...(park < 0 ? [] : [this.#park(year, park)])]),
    );
  }

  /** B[m]: the shock to the share of the running year that is in. */
  share(mode: number): Float32Array {
    return this.#posteriorPart(commonPositions(this.#parks.length).firstShare + mode);
  }

  #county(year: number): Float32Array {
    return year === 0 && this.posterior ? this.#posteriorPart(0) : this.#prior(DRAW.county, 'county', year + 1, this.fit.countyVariance);
  }

  #park(year: number, park: number): Float32Array {
    if (year === 0 && this.posterior) return this.#posteriorPart(commonPositions(this.#parks.length).firstPark + park);
    return this.#prior(DRAW.park, this.#parks[park]!, year + 1, this.fit.parkVariance);
  }

  #mode(year: number, mode: number): Float32Array {
    if (year > 0 || !this.posterior) return this.#prior(DRAW.mode, MODES[mode]!, year + 1, this.fit.modeVariance);
    const split = modeSplit(this.fit, mode, this.#plans[0]![mode]!);
    const sum = this.#posteriorPart(1 + mode);
    if (split.driftShare === 0) return sum;
    return this.draws.derive(this.derived, `mode|${mode}`, (out) => {
      const normal = this.draws.normal({ kind: DRAW.modeSplit, entity: this.#entity(MODES[mode]!), year: 1 });
      for (let trial = 0; trial < out.length; trial++) out[trial] = split.shockShare * sum[trial]! + split.sd * normal[trial]!;
    });
  }

  #driftError(mode: number): Float32Array {
    const { weight } = this.#plans[0]![mode]!;
    if (!this.posterior || modeSplit(this.fit, mode, this.#plans[0]![mode]!).driftShare === 0) {
      return this.#prior(DRAW.driftError, MODES[mode]!, 0, this.fit.modes[mode]!.driftVariance);
    }
    return this.draws.derive(this.derived, `drift error|${mode}`, (out) => {
      const sum = this.#posteriorPart(1 + mode);
      const shock = this.#mode(0, mode);
      for (let trial = 0; trial < out.length; trial++) out[trial] = (sum[trial]! - shock[trial]!) / (1 - weight);
    });
  }

  #prior(kind: DrawKind, part: string, year: number, variance: number): Float32Array {
    return this.draws.derive(this.derived, `prior|${kind}|${part}|${year}`, (out) => {
      const normal = this.draws.normal({ kind, entity: this.#entity(part), year });
      const sd = Math.sqrt(variance);
      for (let trial = 0; trial < out.length; trial++) out[trial] = sd * normal[trial]!;
    });
  }

  /** A component of the posterior: its row of the Cholesky factor times standard normals. */
  #posteriorPart(row: number): Float32Array {
    const { names, factor, mean } = this.posterior!;
    return this.draws.derive(this.derived, `posterior|${row}`, (out) => {
      out.fill(0);
      for (let column = 0; column <= row; column++) {
        const coefficient = factor[row * mean.length + column]!;
        if (coefficient === 0) continue;
        const normal = this.draws.normal({ kind: DRAW.commonPosterior, entity: this.#entity(names[column]!), year: 1 });
        for (let trial = 0; trial < out.length; trial++) out[trial]! += coefficient * normal[trial]!;
      }
    });
  }

  #entity(part: string): string {
    return `${this.fit.county}|${part}`;
  }
}

function addUp(out: Float32Array, parts: readonly Float32Array[], weighted?: Float32Array, weight = 0): void {
  const [first, second, third] = parts;
  for (let trial = 0; trial < out.length; trial++) {
    out[trial] =
      first![trial]! + second![trial]! + (third ? third[trial]! : 0) + (weighted && weight !== 0 ? weight * weighted[trial]! : 0);
  }
}
