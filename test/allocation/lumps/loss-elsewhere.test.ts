import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BudgetTable } from '../../../server/allocation/lumps/budget-table.js';
import { lossElsewhere } from '../../../server/allocation/lumps/loss-elsewhere.js';
import { moneyItems } from '../../../server/allocation/lumps/money-items.js';
import { smallProblems } from './small-problems.js';

test('what the others lose is the difference of their tables without the village', () => {
  fc.assert(
    fc.property(smallProblems({ groups: false }), (problem) => {
      const { villages, options, levels, budget, worth } = problem;
      const { of } = lossElsewhere(moneyItems(problem), budget);
      expect(of).toHaveLength(villages);
      const size = options * (levels + 1);
      for (let village = 0; village < villages; village++) {
        const others = Float64Array.from([...worth.subarray(0, village * size), ...worth.subarray((village + 1) * size)]);
        const table = new BudgetTable(moneyItems({ ...problem, villages: villages - 1, worth: others }), budget);
        const wanted = Array.from({ length: Math.min(levels, budget) + 1 }, (_, lumps) => {
          const rest = table.worth[budget - lumps]!;
          return rest === Number.NEGATIVE_INFINITY ? Infinity : table.worth[budget]! - rest;
        });
        expect([...of[village]!]).toEqual(wanted);
      }
    }),
    { numRuns: 200 },
  );
});
