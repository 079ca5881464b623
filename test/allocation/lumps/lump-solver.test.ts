import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAllowed, type LumpProblem } from '../../../server/allocation/lumps/lump-problem.js';
import { lumpProgram } from '../../../server/allocation/lumps/lump-program.js';
import { lumpSolver } from '../../../server/allocation/lumps/lump-solver.js';
import { loadBinarySolver, solveBinary } from '../../../server/base/mixed-integer-solver.js';
import { mostByTrying, smallProblems } from './small-problems.js';

await loadBinarySolver();
const limits = { gap: 1e-6, nodes: 10_000 };

function confirm(problem: LumpProblem): 'impossible' | number {
  const most = mostByTrying(problem);
  const solved = lumpSolver(problem, limits).at(problem.budget);
  expect(solved === undefined).toBe(most === Number.NEGATIVE_INFINITY);
  if (!solved) return 'impossible';
  expect(isAllowed(problem, solved.plan)).toBe(true);
  expect(solved.worth).toBeCloseTo(most, 6);
  expect(solved.upperBound).toBeCloseTo(most, 6);
  return Math.abs(solved.worth - most);
}

test('with bounds on townships and options it finds what trying all plans finds', () => {
  const found: ('impossible' | number)[] = [];
  fc.assert(
    fc.property(smallProblems({ optionGroups: true }), (problem) => {
      found.push(confirm(problem));
    }),
    { numRuns: 300 },
  );
  const solved = found.filter((difference) => difference !== 'impossible');
  console.log(`brute force: ${found.length} problems, ${found.length - solved.length} impossible, worst difference ${Math.max(...solved)}`);
  expect(solved.length).toBeGreaterThan(100);
  expect(solved.length).toBeLessThan(found.length);
});

test('the integer program and the table agree where both are exact', () => {
  fc.assert(
    fc.property(smallProblems({ whole: false }), (problem) => {
      const { program, constant, planOf } = lumpProgram(problem);
      const solution = solveBinary(program, limits);
      const solved = lumpSolver(problem, limits).at(problem.budget);
      expect(solution === undefined).toBe(solved === undefined);
      if (!solution || !solved) return;
      expect(isAllowed(problem, planOf(solution.chosen))).toBe(true);
      expect(constant + solution.upperBound).toBeCloseTo(solved.worth, 4);
    }),
    { numRuns: 200 },
  );
});
