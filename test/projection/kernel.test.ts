import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioProjection } from '../../server/allocation/scenario-projection.js';
import { loadKernelModule } from '../../server/base/kernel-module.js';
import { DRAW, type DrawName } from '../../server/base/random.js';
import { fitCounty } from '../../server/model/fit.js';
import { Draws, roomForDraws } from '../../server/projection/draws.js';
import type { Arithmetic } from '../../server/projection/kernel/arithmetic.js';
import { PlainArithmetic } from '../../server/projection/kernel/plain-arithmetic.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { readCase } from '../reference/case-folder.js';
import { scenarioOf } from '../reference/comparison.js';

const kernel = loadKernelModule();
const wasm = (bytes = 2 ** 26) => new WasmArithmetic(kernel, bytes);
const plain = new PlainArithmetic();
const name: DrawName = { kind: DRAW.permanent, entity: '451026100201|INDUSTRY|||', year: 2 };

/** An array of an arithmetic with given contents. */
const floats = (arithmetic: Arithmetic, values: readonly number[]): Float32Array => {
  const array = arithmetic.floats(values.length);
  array.set(values);
  return array;
};
const doubles = (arithmetic: Arithmetic, values: readonly number[]): Float64Array => {
  const array = arithmetic.doubles(values.length);
  array.set(values);
  return array;
};

/** Lengths that do and do not fill the lanes. */
const LENGTHS = [1, 3, 4, 15, 16, 17, 1_000, 4_099];

/** Largest difference relative to 1 or to the size of the number. */
const apart = (left: ArrayLike<number>, right: ArrayLike<number>): number =>
  Array.from(left).reduce((worst, value, i) => Math.max(worst, Math.abs(value - right[i]!) / Math.max(1, Math.abs(right[i]!))), 0);

describe.each(LENGTHS)('the compiled kernel and the plain program agree on %i trials', (length) => {
  const both = [wasm(), plain] as const;
  const drawn = (kind: DrawName['kind'], law: 'fillNormal' | 'fillUniform' = 'fillNormal') =>
    both.map((arithmetic) => {
      const out = arithmetic.floats(length);
      arithmetic[law](20200612, { ...name, kind }, out, 64);
      return out;
    });

  test('normals and uniforms', () => {
    const [ours, theirs] = drawn(DRAW.permanent);
    expect(apart(ours!, theirs!)).toBeLessThan(3e-6);
    const [left, right] = drawn(DRAW.delay, 'fillUniform');
    expect(apart(left!, right!)).toBeLessThan(1e-7);
  });

  test('paths and factors of a stream, observed and not, ended ones included', () => {
    const [common, share, permanent, transitory] = [DRAW.county, DRAW.mode, DRAW.permanent, DRAW.transitory].map((kind) => drawn(kind));
    const fate = drawn(DRAW.cessation, 'fillUniform');
    const years = both.map((arithmetic, i) => {
      const to = { path: arithmetic.floats(length), factor: arithmetic.floats(length) };
      const from = { common: common![i]!, permanent: permanent![i]!, transitory: transitory![i]!, fate: fate[i]! };
      arithmetic.observedYear(
        to,
        { ...from, share: share![i]! },
        { weight: 0.4, ownSd: 0.2, permanentShare: 0.7, splitSd: 0.1, endedBy: 0.3 },
      );
      const first = [Array.from(to.path), Array.from(to.factor)];
      arithmetic.projectedYear(to, from, { continues: true, permanentSd: 0.15, transitorySd: 0.2, endedBy: 0.5 });
      const second = [Array.from(to.path), Array.from(to.factor)];
      arithmetic.projectedYear(to, from, { continues: false, permanentSd: 0.15, transitorySd: 0.2, endedBy: 0 });
      return [...first, ...second, Array.from(to.path), Array.from(to.factor)];
    });
    years[0]!.forEach((values, i) => expect(apart(values, years[1]![i]!)).toBeLessThan(2e-5));
  });

  test('delays and what falls due', () => {
    const [common, dispersion] = [DRAW.county, DRAW.dispersion].map((kind) => drawn(kind));
    const [delayed, fails, isLate] = [DRAW.delay, DRAW.failure, DRAW.lateness].map((kind) => drawn(kind, 'fillUniform'));
    const dues = both.map((arithmetic, i) => {
      const delay = arithmetic.floats(length);
      arithmetic.delays(delayed![i]!, Math.log(3 / 4), delay);
      const due = arithmetic.floats(length);
      const from = { common: common![i]!, dispersion: dispersion![i]!, delay, fails: fails![i]!, isLate: isLate![i]! };
      arithmetic.dueYear(due, from, { monthsBefore: 7, sd: 0.3, failure: 0.2, insured: 0.5, late: 0.3 });
      return [delay, due];
    });
    dues[0]!.forEach((values, i) => expect(apart(values, dues[1]![i]!)).toBeLessThan(2e-5));
  });

  test.each([1, 3, 70, 150])('%i parts of an income, in one go and in two', (count) => {
    const results = both.map((arithmetic) => {
      const parts = Array.from({ length: count }, (_, part) => ({
        factor: floats(
          arithmetic,
          Array.from({ length }, (_, i) => ((i * 7_919 + part * 131) % 1_000) / 500),
        ),
        scale: 40_000 + 1_000 * part,
        floor: part % 3 === 0 ? 30_000 : 0,
        inIndustryMode: part % 2 === 1,
        inKeyIndustry: part % 4 > 1,
      }));
      // What was there before belongs to another village.
      const [total, industryMode, keyIndustry] = [1, 2, 3].map((left) => arithmetic.doubles(length).fill(left));
      const to = { total: total!, industryMode, keyIndustry };
      const alone = arithmetic.doubles(length).fill(4);
      const sums = arithmetic.addParts(to, parts, false);
      arithmetic.addTotals(alone, parts, false);
      expect(alone).toEqual(total);
      const once = [total, industryMode, keyIndustry].map((array) => Array.from(array!));
      const more = arithmetic.addParts(to, parts.slice(0, 2), true);
      arithmetic.addTotals(alone, parts.slice(0, 2), true);
      expect(alone).toEqual(total);
      return { sums, more, once, twice: [total, industryMode, keyIndustry].map((array) => Array.from(array!)) };
    });
    const [ours, theirs] = results;
    expect([ours!.once, ours!.twice]).toEqual([theirs!.once, theirs!.twice]);
    [...ours!.sums, ...ours!.more].forEach((sum, i) => expect(sum / [...theirs!.sums, ...theirs!.more][i]!).toBeCloseTo(1, 12));
  });

  test('a year without any part brings nothing', () => {
    for (const arithmetic of both) {
      const total = arithmetic.doubles(length).fill(5);
      expect(arithmetic.addParts({ total, industryMode: undefined, keyIndustry: undefined }, [], false)).toEqual([]);
      expect(Array.from(total)).toEqual(Array.from({ length }, () => 0));
      arithmetic.addTotals(total.fill(5), [], false);
      expect(Array.from(total)).toEqual(Array.from({ length }, () => 0));
    }
  });

  test('how many trials reach in one year, and in all', () => {
    const results = both.map((arithmetic) => {
      const years = [97, 89, 83].map((modulus) => ({
        total: doubles(
          arithmetic,
          Array.from({ length }, (_, i) => (i * 31) % modulus),
        ),
        threshold: 40,
      }));
      const reaching = arithmetic.doubles(length).fill(2);
      const reached = arithmetic.reachYears(years, 1, reaching, 41);
      const all = Array.from({ length }, (_, i) => years.every(({ total }) => total[i]! >= 40)).filter(Boolean).length;
      expect(reached.everyYear).toBe(all);
      return { ...reached, reaching: Array.from(reaching) };
    });
    expect(results[0]).toEqual(results[1]);
  });

  test('hits, marks and shortfalls: exactly what they add up, whatever lies behind the last trial', () => {
    const results = both.map((arithmetic) => {
      const total = doubles(
        arithmetic,
        Array.from({ length }, (_, i) => i % 97),
      );
      const everyYear = arithmetic.doubles(length).fill(1);
      const reaching = arithmetic.doubles(length);
      const marks = arithmetic.doubles(length);
      const reach = arithmetic.reach(total, everyYear, reaching, 50_000, 50_000);
      arithmetic.markBelow(total, marks, 45_000);
      arithmetic.addTo(total, reaching, 0.25);
      const fen = arithmetic.doubles(length).fill(7);
      arithmetic.addFen(fen, total);
      return { reach, arrays: [total, everyYear, reaching, marks, fen].map((array) => Array.from(array)) };
    });
    const [ours, theirs] = results;
    expect(ours!.arrays[4]).toEqual(ours!.arrays[0]!.map((yuan) => 7 + Math.round(yuan * 100)));
    expect(ours!.arrays).toEqual(theirs!.arrays);
    expect(ours!.reach.hits).toBe(theirs!.reach.hits);
    expect(ours!.reach.shortfall).toBeCloseTo(theirs!.reach.shortfall, 4);
  });
});

test('quantiles are exact for any sample, ties and outliers included', () => {
  const probabilities = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(1e9)), {
        minLength: 1,
        maxLength: 400,
      }),
      (drawn) => {
        // Minus zero equals zero, so which of them has a rank is nobody's promise.
        const sample = drawn.map((value) => value + 0);
        const arithmetic = wasm(2 ** 20);
        const values = doubles(arithmetic, sample);
        expect(arithmetic.quantiles(values, probabilities)).toEqual(plain.quantiles(Float64Array.from(sample), probabilities));
        expect(Array.from(values)).toEqual(sample);
      },
    ),
  );
});

test('draws do not depend on where a batch of trials begins', () => {
  const arithmetic = wasm();
  const whole = arithmetic.floats(4_096);
  const part = arithmetic.floats(1_000);
  for (const law of ['fillNormal', 'fillUniform'] as const) {
    arithmetic[law](7, name, whole, 0);
    arithmetic[law](7, name, part, 2_000);
    expect(Array.from(part)).toEqual(Array.from(whole.subarray(2_000, 3_000)));
  }
});

describe('a whole projection', () => {
  const reference = readCase('test/fixtures/reference/cases/awkward');
  const { county } = reference;
  const projected = (spec: (typeof reference.scenarios)[number], draws: (trials: number) => Draws, trials = 4_001) => {
    const scenario = scenarioOf(reference, spec, { trials });
    const fit = fitCounty(county, { asOf: scenario.asOf ?? county.asOf!, defaults: scenario.defaults });
    return new ScenarioProjection([{ record: county, fit }], scenario, draws(trials));
  };
  const compiled = (trials: number) => new Draws(1357, trials, { arithmetic: wasm(roomForDraws(trials)) });

  test.each(reference.scenarios.map((spec) => [spec.name!, spec] as const))(
    '%s: the same to single precision, plain or compiled',
    (_, spec) => {
      const ours = projected(spec, compiled);
      const theirs = projected(spec, (trials) => new Draws(1357, trials));
      for (const year of ours.years) {
        ours.villages(year).forEach((village, v) => {
          const other = theirs.villages(year)[v]!;
          // A trial within rounding of the target may fall on either side.
          expect(Math.abs(village.chance - other.chance)).toBeLessThanOrEqual(2 / 4_001);
          expect(
            apart(
              [village.income.mean, ...village.income.bands.map(({ value }) => value)],
              [other.income.mean, ...other.income.bands.map(({ value }) => value)],
            ),
          ).toBeLessThan(1e-4);
        });
      }
    },
  );

  test('bit for bit the same with little memory, whose draws are not kept, and after other scenarios', () => {
    const [baseline, planned] = reference.scenarios;
    const fresh = projected(planned!, compiled).villages();
    const starved = projected(planned!, (trials) => new Draws(1357, trials, { arithmetic: wasm(2 ** 24) })).villages();
    expect(starved).toEqual(fresh);
    const shared = compiled(4_001);
    projected(baseline!, () => shared).villages();
    expect(projected(planned!, () => shared).villages()).toEqual(fresh);
  });
});
