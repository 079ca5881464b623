import fc from 'fast-check';
import { expect, test } from 'vitest';

import { BudgetTable } from '../../../server/allocation/lumps/budget-table.js';
import { isAllowed, spentBy, worthOf, type LumpProblem } from '../../../server/allocation/lumps/lump-problem.js';
import { moneyItems } from '../../../server/allocation/lumps/money-items.js';
import { solvedByTable } from '../../../server/allocation/lumps/lump-solver.js';
import { allowedPlans, mostByTrying, smallProblems } from './small-problems.js';

const tableOf = (problem: LumpProblem) => new BudgetTable(moneyItems(problem), problem.budget);

test('at every budget it finds what trying all plans finds, and a plan that is worth it', () => {
  let [tried, worst, impossible] = [0, 0, 0];
  fc.assert(
    fc.property(smallProblems(), (problem) => {
      const table = tableOf(problem);
      for (let budget = 0; budget <= problem.budget; budget += 3) {
        const most = mostByTrying({ ...problem, budget });
        tried += 1;
        const solved = solvedByTable(table, budget);
        expect([table.worth[budget], solved === undefined]).toEqual([most, most === Number.NEGATIVE_INFINITY]);
        if (!solved) {
          impossible += 1;
          continue;
        }
        worst = Math.max(worst, Math.abs(solved.worth - most));
        const allowed = isAllowed({ ...problem, budget }, solved.plan);
        expect([allowed, worthOf(problem, solved.plan)]).toEqual([true, most]);
      }
    }),
    { numRuns: 300 },
  );
  console.log(`brute force: ${tried} problems, ${impossible} of them without any plan, worst difference ${worst}`);
  expect(tried).toBeGreaterThan(300);
});

test('of plans that are worth as much it spends least, and prefers lower codes', () => {
  fc.assert(
    fc.property(smallProblems({ groups: false }), (problem) => {
      const table = tableOf(problem);
      const most = table.worth[problem.budget]!;
      fc.pre(most > Number.NEGATIVE_INFINITY);
      const equals = [...allowedPlans(problem)].filter((plan) => worthOf(problem, plan) === most);
      const least = Math.min(...equals.map(spentBy));
      // From the last village on: whoever has the higher code gets as little as possible.
      const [first] = equals
        .filter((plan) => spentBy(plan) === least)
        .map(({ lumps }) => [...lumps].reverse())
        .sort(compare);
      expect([...table.plan(problem.budget).lumps].reverse()).toEqual(first);
    }),
    { numRuns: 150 },
  );
});

function compare(left: readonly number[], right: readonly number[]): number {
  const differs = left.findIndex((own, index) => own !== right[index]);
  return differs < 0 ? 0 : left[differs]! - right[differs]!;
}

test('more money is never worth less', () => {
  fc.assert(
    fc.property(smallProblems({ whole: false }), (problem) => {
      const { worth } = tableOf(problem);
      for (let budget = 1; budget < worth.length; budget++) expect(worth[budget]).toBeGreaterThanOrEqual(worth[budget - 1]!);
    }),
    { numRuns: 200 },
  );
});
