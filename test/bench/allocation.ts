import { spawnSync } from 'node:child_process';
import { lumpProgram } from '../../server/allocation/lumps/lump-program.js';
import { worthOf, type LumpProblem } from '../../server/allocation/lumps/lump-problem.js';
import { lumpSolver } from '../../server/allocation/lumps/lump-solver.js';
import { loadBinarySolver, solveBinary } from '../../server/base/mixed-integer-solver.js';
import { compiled, demonstration, fitted } from './demonstration.js';
import type { HighsRun } from './highs.js';
import { allocate, manyVillages, solveAgain } from './lumps.js';
import { at, milliseconds, repeated } from './measure.js';
import { atMost, ms, seconds, times, type Row, type Section } from './table.js';

const COUNTRY = 620_573;
const SOME = 1_000;
/** How long the other solver is waited for. */
const PATIENCE = 60_000;
/** Of the objective, as in the contract for the country. */
const GAP = 0.001;
const LIMITS = { gap: 0.5, nodes: 2_000 };

const took = (value: number) => (value < 10_000 ? ms(value) : seconds(value));
const gapText = (value: number) => `${Number((100 * value).toPrecision(2))}%`;

/** What HiGHS answers; in words, why there is none: it was not waited for any longer, or it had no room in its 2 GB of memory. */
function highs(villages: number, gap: number): HighsRun | string {
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=12000', '--import', 'tsx', 'test/bench/highs.ts', '--villages', String(villages), '--gap', String(gap)],
    { encoding: 'utf8', timeout: PATIENCE },
  );
  if (status === 0) return JSON.parse(stdout) as HighsRun;
  if (error) return `no answer within ${seconds(PATIENCE)}`;
  if (/Aborted\(/.test(stderr)) return 'no answer: its 2 GB of memory are not enough';
  throw new Error(`HiGHS failed: ${stderr.slice(-1000)}`);
}

const besideText = (answer: HighsRun | string, own: { readonly time: number; readonly worth: number }): string =>
  typeof answer === 'string'
    ? answer
    : `${took(answer.took)}, ${times(answer.took / own.time)} as long; ${answer.worth === own.worth ? 'same value' : `worth ${answer.worth} to ${own.worth}`}`;

async function solveMany(problem: LumpProblem) {
  let solved: ReturnType<ReturnType<typeof lumpSolver>['at']>;
  const time = await milliseconds(() => (solved = lumpSolver(problem, LIMITS).at(problem.budget)));
  const { worth, upperBound, plan } = solved!;
  const funded = plan.lumps.reduce((sum, own) => sum + (own > 0 ? 1 : 0), 0);
  return { time, worth, gap: (upperBound - worth) / upperBound, funded };
}

/** The plan that shares money out best, and the same problems given to HiGHS, an integer programming solver. */
export const allocation: Section = {
  name: 'allocation',
  title: 'Allocation: lumps of 50,000 yuan, 0 to 20 for a village, one of three options',
  async measure(): Promise<Row[]> {
    const county = fitted(demonstration());
    const draws = compiled(1357);
    const solved = allocate(county, draws);
    const tables = at(await repeated(3, () => allocate(county, draws)), 0);
    const solver = at(await repeated(20, () => solveAgain(solved)), 0.5);

    await loadBinarySolver();
    const same = { ...solved.problem, budget: solved.budget };
    const { program, planOf } = lumpProgram(same);
    let worth = 0;
    const beside = await milliseconds(() => (worth = worthOf(same, planOf(solveBinary(program, LIMITS)!.chosen))));
    const own = worthOf(same, solved.found!.plan);
    const agreed = worth === own ? 'same value to the last trial' : `**differs: ${worth} and ${own}**`;

    const some = await solveMany(manyVillages(solved.problem, SOME));
    const country = await solveMany(manyVillages(solved.problem, COUNTRY));
    return [
      {
        what: '130 villages, ten million yuan: exact plan and the value of every budget up to twenty million, chances known',
        measured: ms(solver),
        beside: `HiGHS, one budget: ${ms(beside)}, ${times(beside / solver)} as long; ${agreed}`,
        wanted: atMost(50, solver, ms),
      },
      {
        what: 'the same with the chances of 130 villages × 3 options × 21 grants on 10,000 trials, draws kept',
        measured: ms(tables),
      },
      {
        what: `${SOME.toLocaleString('en')} villages, exact`,
        measured: took(some.time),
        beside: `HiGHS: ${besideText(highs(SOME, 0), some)}`,
      },
      {
        what: `${COUNTRY.toLocaleString('en')} villages of the country: plan with a proven bound`,
        measured: `${took(country.time)}, ${country.funded.toLocaleString('en')} villages funded`,
        beside: `HiGHS, gap ${gapText(GAP)}: ${besideText(highs(COUNTRY, GAP), country)}`,
        wanted: atMost(10_000, country.time, took),
      },
      { what: 'its gap to the bound', measured: gapText(country.gap), wanted: atMost(GAP, country.gap, gapText) },
    ];
  },
};
