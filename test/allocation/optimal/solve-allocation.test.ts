import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChanceTables } from '../../../server/allocation/chance-tables.js';
import { cellOf } from '../../../server/allocation/chance-tables.js';
import { solveAllocation } from '../../../server/allocation/optimal/solve-allocation.js';
import type { AllocationRule } from '../../../server/scenario/allocation-rule.js';

const TRIALS = 100;
const LEVELS = 3;

const rule: AllocationRule = {
  objective: 'EXPECTED_REACHING',
  budget: 0,
  lump: 5_000_000,
  least: 1,
  most: LEVELS,
  options: ['A', 'B'],
  eligibleOnly: true,
  wanted: undefined,
  weights: [],
  groups: [],
  forcedIn: [],
  forcedOut: [],
};

/** Four villages, two options, up to three lumps: chances that never fall with money. */
const tables: fc.Arbitrary<ChanceTables> = fc.array(fc.nat({ max: 30 }), { minLength: 28, maxLength: 28 }).map((rises) => {
  const villages = ['451026100201', '451026100202', '451026101201', '451026101202'];
  const hits = new Float64Array(villages.length * 2 * (LEVELS + 1));
  const shortfall = new Float64Array(hits.length);
  villages.forEach((_, v) => {
    for (const option of [0, 1]) {
      let reached = rises[v]!;
      for (let lumps = 0; lumps <= LEVELS; lumps++) {
        const cell = cellOf({ options: 2, levels: LEVELS }, v, option, lumps);
        if (lumps > 0) reached += rises[4 + (v * 2 + option) * 3 + lumps - 1]!;
        hits[cell] = Math.min(TRIALS, reached);
        shortfall[cell] = 1_000 * (TRIALS - hits[cell]);
      }
    }
  });
  return { villages, targets: new Float64Array(villages.length).fill(50_000), options: 2, levels: LEVELS, trials: TRIALS, hits, shortfall };
});

/** Each village's lumps and option in every way that the budget allows, as cells of the tables. */
function* plans(table: ChanceTables, budget: number): Generator<{ readonly cells: readonly number[]; readonly spent: number }> {
  const ways = 1 + 2 * LEVELS;
  for (let number = 0; number < ways ** table.villages.length; number++) {
    let [rest, spent] = [number, 0];
    const cells = table.villages.map((_, v) => {
      const own = rest % ways;
      rest = Math.floor(rest / ways);
      const lumps = own === 0 ? 0 : 1 + ((own - 1) % LEVELS);
      spent += lumps;
      return cellOf(table, v, own > LEVELS ? 1 : 0, lumps);
    });
    if (spent <= budget) yield { cells, spent };
  }
}

const weights = [2, 1, 0.5, 3];

test('for every objective it finds what trying all plans finds, and more money is never worth less', () => {
  let [cases, worst] = [0, 0];
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 12 }), fc.constantFrom(0.3, 0.5), (table, budget, chance) => {
      const standings = table.villages.map(() => 'MAY' as const);
      const hits = (cells: readonly number[]) => cells.map((cell) => table.hits[cell]!);
      const sum = (values: readonly number[]) => values.reduce((all, own) => all + own, 0);
      const ofPlan: Record<Exclude<AllocationRule['objective'], 'LEAST_BUDGET'>, (cells: readonly number[]) => number> = {
        EXPECTED_REACHING: (cells) => sum(hits(cells)) / TRIALS,
        WEIGHTED: (cells) => sum(hits(cells).map((own, v) => own * weights[v]!)) / TRIALS,
        SHORTFALL: (cells) => sum(cells.map((cell, v) => table.shortfall[cellOf(table, v, 0, 0)]! - table.shortfall[cell]!)) / TRIALS,
        MAXIMIN: (cells) => Math.min(...hits(cells)) / TRIALS,
      };
      const most = { EXPECTED_REACHING: 0, WEIGHTED: 0, SHORTFALL: 0, MAXIMIN: 0 };
      let cheapest: number | undefined;
      for (const { cells, spent } of plans(table, budget)) {
        for (const objective of Object.keys(most) as (keyof typeof most)[])
          most[objective] = Math.max(most[objective], ofPlan[objective](cells));
        const having = hits(cells).filter((own) => own >= chance * TRIALS).length;
        if (having >= 2) cheapest = Math.min(cheapest ?? Infinity, spent);
      }
      const given = table.villages.map((village, v) => ({ village, weight: weights[v]! }));
      for (const objective of Object.keys(most) as (keyof typeof most)[]) {
        const asked = { ...rule, objective, weights: given, budget: budget * 50_000 };
        const solved = solveAllocation(table, asked, standings);
        const { value, upperBound } = solved.found!;
        cases += 1;
        worst = Math.max(worst, Math.abs(value - most[objective]));
        expect(value).toBeCloseTo(most[objective], 9);
        expect(upperBound).toBeCloseTo(value, 9);
        const values = Array.from({ length: budget + 1 }, (_, lumps) => solved.valueAt(lumps)!.value);
        expect(values).toEqual(values.toSorted((left, right) => left - right));
      }
      const asked = { ...rule, objective: 'LEAST_BUDGET' as const, wanted: { chance, villages: 2 }, budget: budget * 50_000 };
      const { found } = solveAllocation(table, asked, standings);
      cases += 1;
      expect(found?.value).toBe(cheapest === undefined ? undefined : cheapest * 50_000);
    }),
    { numRuns: 100 },
  );
  console.log(`brute force: ${cases} allocations, worst difference ${worst}`);
  expect(cases).toBe(500);
});
