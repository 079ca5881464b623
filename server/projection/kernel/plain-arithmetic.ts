import { fillNormal, fillUniform, type DrawName } from '../../base/random.js';
import { quantilesInPlace } from '../../statistics/quantiles.js';
import type {
  Arithmetic,
  DueDraws,
  DueTerms,
  IncomePart,
  IncomeYear,
  ObservedDraws,
  ObservedTerms,
  Reach,
  ReachableYear,
  StreamYear,
  YearDraws,
  YearsReached,
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

  dueYear(due: Float32Array, { common, dispersion, delay, fails, isLate }: DueDraws, terms: DueTerms): void {
    for (let trial = 0; trial < due.length; trial++) {
      const months = Math.min(12, Math.max(0, terms.monthsBefore - delay[trial]!));
      const size = (months / 12) * Math.exp(terms.sd * dispersion[trial]! + common[trial]!);
      const paid = fails[trial]! < terms.failure ? terms.insured * size : size;
      due[trial] = isLate[trial]! < terms.late ? -paid : paid;
    }
  }

  addTotals(total: Float64Array, parts: readonly IncomePart[], continues: boolean): void {
    if (!continues) total.fill(0);
    for (const { factor, scale, floor } of parts) {
      for (let trial = 0; trial < total.length; trial++) total[trial]! += Math.max(scale * factor[trial]!, floor);
    }
  }

  addParts({ total, industryMode, keyIndustry }: IncomeYear, parts: readonly IncomePart[], continues: boolean): number[] {
    if (!continues) for (const array of [total, industryMode, keyIndustry]) array?.fill(0);
    return parts.map(({ factor, scale, floor, inIndustryMode, inKeyIndustry }) => {
      let sum = 0;
      for (let trial = 0; trial < total.length; trial++) {
        const added = Math.max(scale * factor[trial]!, floor);
        total[trial]! += added;
        if (inIndustryMode) industryMode![trial]! += added;
        if (inKeyIndustry) keyIndustry![trial]! += added;
        sum += added;
      }
      return sum;
    });
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

  reachYears(years: readonly ReachableYear[], asked: number, reaching: Float64Array, target: number): YearsReached {
    const everyYear = new Float64Array(reaching.length).fill(1);
    const ignored = new Float64Array(reaching.length);
    const reached = years.map(({ total, threshold }, year) =>
      this.reach(total, everyYear, year === asked ? reaching : ignored, threshold, target),
    );
    return { ...reached[asked]!, everyYear: everyYear.reduce((sum, all) => sum + all, 0) };
  }

  markBelow(values: Float64Array, marks: Float64Array, floor: number): void {
    for (let trial = 0; trial < values.length; trial++) if (values[trial]! < floor) marks[trial] = 1;
  }

  quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
    return quantilesInPlace(values.slice(), probabilities);
  }
}
