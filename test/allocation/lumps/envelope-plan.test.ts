import fc from 'fast-check';
import { expect, test } from 'vitest';
import { envelopePlan } from '../../../server/allocation/lumps/envelope-plan.js';
import { isAllowed, worthOf } from '../../../server/allocation/lumps/lump-problem.js';
import { moneyItems } from '../../../server/allocation/lumps/money-items.js';
import { mostByTrying, smallProblems } from './small-problems.js';

test('its plan keeps to the rules, and no plan is worth more than its bound', () => {
  let [tried, exact] = [0, 0];
  fc.assert(
    fc.property(smallProblems({ whole: false }), (problem) => {
      const found = envelopePlan(moneyItems(problem), problem.budget);
      const most = mostByTrying(problem);
      expect(found === undefined).toBe(most === Number.NEGATIVE_INFINITY);
      if (!found) return;
      tried += 1;
      const worth = worthOf(problem, found.plan);
      if (worth === most) exact += 1;
      expect(isAllowed(problem, found.plan)).toBe(true);
      expect(most).toBeLessThanOrEqual(found.upperBound + 1e-9);
      expect(worth).toBeLessThanOrEqual(most + 1e-9);
    }),
    { numRuns: 400 },
  );
  expect(exact).toBeGreaterThan(tried / 2);
});

test('plan and bound differ by less than one step of one village', () => {
  fc.assert(
    fc.property(smallProblems({ groups: false }), (problem) => {
      const items = moneyItems(problem);
      const found = envelopePlan(items, problem.budget);
      fc.pre(found !== undefined);
      const steps = Array.from(items.worth).filter((worth) => worth > Number.NEGATIVE_INFINITY);
      const span = Math.max(...steps) - Math.min(...steps);
      expect(found!.upperBound - worthOf(problem, found!.plan)).toBeLessThanOrEqual(2 * span + 1e-9);
    }),
    { numRuns: 100 },
  );
});
