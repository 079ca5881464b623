import { fillNormal, fillUniform, type DrawName } from '../../base/random.js';
import { quantilesInPlace } from '../../statistics/quantiles.js';
import type {
  Arithmetic,
  DueDraws,
  DueTerms,
  DueYear,
  ObservedDraws,
  ObservedTerms,
  Reach,
  StreamYear,
  YearDraws,
  YearTerms,
} from './arithmetic.js';

/** Added to a number, it leaves no room for fractions: they are rounded off, ties to the even neighbour. */
const WHOLE = 1.5 * 2 ** 52;

/** The arithmetic in plain TypeScript: what the compiled kernel must agree with. */
export class PlainArithmetic implements Arithmetic {
  readonly room = Number.POSITIVE_INFINITY;

  floats(length: number): Float32Array {
    return new Float32Array(length);
  }

  doubles(length: number): Float64Array {
    return new Float64Array(length);
  }

  fillNormal(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    fillNormal(seed, name, out, firstTrial);
  }

  fillUniform(seed: number, name: DrawName, out: Float32Array, firstTrial: number): void {
    fillUniform(seed, name, out, firstTrial);
  }

  observedYear({ path, factor }: StreamYear, { common, share, permanent, transitory, fate }: ObservedDraws, terms: ObservedTerms): void {
    for (let trial = 0; trial < path.length; trial++) {
      const own = terms.ownSd * permanent[trial]! - terms.weight * (common[trial]! + share[trial]!);
      path[trial] = common[trial]! + terms.permanentShare * own + terms.splitSd * transitory[trial]!;
      factor[trial] = fate[trial]! < terms.endedBy ? 0 : Math.exp(common[trial]! + own);
    }
  }

  projectedYear({ path, factor }: StreamYear, { common, permanent, transitory, fate }: YearDraws, terms: YearTerms): void {
    for (let trial = 0; trial < path.length; trial++) {
      const before = terms.continues ? path[trial]! : 0;
      const reached = before + common[trial]! + terms.permanentSd * permanent[trial]!;
      path[trial] = reached;
      factor[trial] = fate[trial]! < terms.endedBy ? 0 : Math.exp(reached + terms.transitorySd * transitory[trial]!);
    }
  }

  delays(uniform: Float32Array, logStay: number, out: Float32Array): void {
    for (let trial = 0; trial < out.length; trial++) out[trial] = Math.floor(Math.log(uniform[trial]!) / logStay);
  }

  dueYear({ onTime, late }: DueYear, { common, dispersion, delay, fails, isLate }: DueDraws, terms: DueTerms): void {
    for (let trial = 0; trial < onTime.length; trial++) {
      const months = Math.min(12, Math.max(0, terms.monthsBefore - delay[trial]!));
      const size = (months / 12) * Math.exp(terms.sd * dispersion[trial]! + common[trial]!);
      const due = fails[trial]! < terms.failure ? terms.insured * size : size;
      const delayed = isLate[trial]! < terms.late;
      onTime[trial] = delayed ? 0 : due;
      late[trial] = delayed ? due : 0;
    }
  }

  accumulate(total: Float64Array, factor: Float32Array, scale: number, floor: number): number {
    let sum = 0;
    for (let trial = 0; trial < total.length; trial++) {
      const added = Math.max(scale * factor[trial]!, floor);
      total[trial]! += added;
      sum += added;
    }
    return sum;
  }

  addTo(to: Float64Array, from: Float64Array, factor: number): void {
    for (let trial = 0; trial < to.length; trial++) to[trial]! += factor * from[trial]!;
  }

  addFen(to: Float64Array, from: Float64Array): void {
    for (let trial = 0; trial < to.length; trial++) to[trial]! += 100 * from[trial]! + WHOLE - WHOLE;
  }

  reach(total: Float64Array, everyYear: Float64Array, reaching: Float64Array, threshold: number, target: number): Reach {
    let hits = 0;
    let shortfall = 0;
    for (let trial = 0; trial < total.length; trial++) {
      if (total[trial]! >= threshold) {
        hits += 1;
        reaching[trial]! += 1;
      } else {
        everyYear[trial] = 0;
        shortfall += target - total[trial]!;
      }
    }
    return { hits, shortfall };
  }

  markBelow(values: Float64Array, marks: Float64Array, floor: number): void {
    for (let trial = 0; trial < values.length; trial++) if (values[trial]! < floor) marks[trial] = 1;
  }

  quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
    return quantilesInPlace(values.slice(), probabilities);
  }
}
