import { solveAllocation, type SolvedAllocation } from '../../server/allocation/optimal/solve-allocation.js';
import { solvingAllocation } from '../../server/allocation/optimal/solving-allocation.js';
import type { LumpProblem } from '../../server/allocation/lumps/lump-problem.js';
import type { Draws } from '../../server/projection/draws.js';
import type { FittedCounty } from '../../server/projection/project-county.js';
import type { AllocationRule } from '../../server/scenario/allocation-rule.js';
import { scenarioOf } from '../reference/comparison.js';
import { TRIALS } from './demonstration.js';

/** Ten million yuan in lumps of 50,000, at most twenty for a village, through one of three options. */
const RULE: AllocationRule = {
  objective: 'EXPECTED_REACHING',
  budget: 10_000_000,
  lump: 5_000_000,
  least: 1,
  most: 20,
  options: ['steady', 'plain', 'bold'],
  eligibleOnly: false,
  wanted: undefined,
  weights: [],
  groups: [],
  forcedIn: [],
  forcedOut: [],
};

const OPTIONS = [
  { code: 'steady', mode: 'PROPERTY', rate: 0.05, sd: 0.1, failure: 0.01 },
  { code: 'plain', mode: 'INDUSTRY', rate: 0.06 },
  { code: 'bold', mode: 'INDUSTRY', rate: 0.08, sd: 0.5, failure: 0.1 },
] as const;

/** The whole way from a fitted county to a plan: chance tables on the draws, then the solver. */
export function allocate(county: FittedCounty, draws: Draws): SolvedAllocation {
  const scenario = scenarioOf({ county: county.record, scenarios: [] }, { trials: TRIALS, seed: draws.seed, options: OPTIONS });
  const solving = solvingAllocation({ counties: [county], scenario, grants: [], rule: RULE, year: 2021, place: [] }, draws);
  for (;;) {
    const step = solving.next();
    if (step.done) return step.value;
  }
}

/** The solver alone. */
export const solveAgain = ({ tables, standings }: SolvedAllocation): SolvedAllocation => solveAllocation(tables, RULE, standings);

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * A problem of many villages: those of a county over and over, each worth between half and one and a half times as much, so
 * that no two are alike; two lumps for each on average, and no bounds.
 */
export function manyVillages({ villages: own, options, levels, worth }: LumpProblem, villages: number): LumpProblem {
  const cells = options * (levels + 1);
  const all = new Float64Array(villages * cells);
  for (let village = 0; village < villages; village++) {
    const from = (village % own) * cells;
    const scale = 0.5 + ((village * GOLDEN) % 1);
    for (let cell = 0; cell < cells; cell++) all[village * cells + cell] = Math.round(scale * worth[from + cell]!);
  }
  const townships = Int32Array.from({ length: villages }, (_, village) => Math.floor(village / 13));
  return { villages, options, levels, budget: 2 * villages, worth: all, townships, groups: [] };
}
