import { parseArgs } from 'node:util';
import { bestOptions } from '../../server/allocation/lumps/best-options.js';
import { lumpProgram } from '../../server/allocation/lumps/lump-program.js';
import { worthOf } from '../../server/allocation/lumps/lump-problem.js';
import { lumpSolver } from '../../server/allocation/lumps/lump-solver.js';
import { loadBinarySolver, solveBinary } from '../../server/base/mixed-integer-solver.js';
import { compiled, demonstration, fitted } from './demonstration.js';
import { allocate, manyVillages } from './lumps.js';

/**
 * Solves a problem of many villages as an integer program by HiGHS and prints what it took as JSON:
 * tsx test/bench/highs.ts --villages 1000 --gap 0.001
 * A program of its own, so that it can be ended, and its memory is nothing else's. It is given the better option of each
 * number of lumps only, a third of the variables: that takes nothing from the optimum.
 */
export interface HighsRun {
  /** Milliseconds in HiGHS itself. */
  readonly took: number;
  readonly worth: number;
  readonly upperBound: number;
}

const { values } = parseArgs({ options: { villages: { type: 'string', default: '130' }, gap: { type: 'string', default: '0' } } });
await loadBinarySolver();
const many = manyVillages(allocate(fitted(demonstration()), compiled(1357)).problem, Number(values.villages));
const problem = { ...many, options: 1, worth: bestOptions(many).worth };
const { program, constant, planOf } = lumpProgram(problem);
/** Only to say how near the best HiGHS may stop. */
const { upperBound } = lumpSolver(problem, { gap: 0.5, nodes: 1 }).at(problem.budget)!;
const start = performance.now();
const solution = solveBinary(program, { gap: Math.max(0.5, Number(values.gap) * upperBound), nodes: 1_000_000 })!;
const run: HighsRun = {
  took: performance.now() - start,
  worth: worthOf(problem, planOf(solution.chosen)),
  upperBound: constant + solution.upperBound,
};
console.log(JSON.stringify(run));
