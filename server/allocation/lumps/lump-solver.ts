import { solveBinary } from '../../base/mixed-integer-solver.js';
import { BudgetTable } from './budget-table.js';
import { envelopePlan } from './envelope-plan.js';
import { spentBy, worthOf, type LumpPlan, type LumpProblem } from './lump-problem.js';
import { lumpProgram } from './lump-program.js';
import { moneyItems, type MoneyItems } from './money-items.js';

/** A plan with what it is worth and what no plan can be worth more than. */
export interface SolvedLumps {
  readonly plan: LumpPlan;
  readonly worth: number;
  readonly upperBound: number;
}

/** Answers for any budget up to that of its problem. */
export interface LumpSolver {
  /** The best plan for a budget, or nearly the best with a proven bound; undefined where none keeps to the rules. */
  readonly at: (budget: number) => SolvedLumps | undefined;
  /** The fewest lumps that any plan takes; undefined where none keeps to the rules. */
  readonly leastLumps: () => number | undefined;
  /** How it was solved. A table has the answers for all budgets at once. */
  readonly by: 'TABLE' | 'ENVELOPE' | 'PROGRAM';
}

/** How near the best an integer program is solved, in worth, and after how many nodes its search ends. */
export interface ProgramLimits {
  readonly gap: number;
  readonly nodes: number;
}

/** Whether bounds on options make villages compete for more than money: then only an integer program is exact. */
export const needsProgram = ({ groups }: { readonly groups: readonly { readonly option: unknown }[] }): boolean =>
  groups.some(({ option }) => option !== undefined);

/** The most memory that the choices of a table may take, bytes, and the most sums that filling it may take. */
const MOST_TABLE_BYTES = 256 * 2 ** 20;
const MOST_TABLE_SUMS = 2e9;

/** Whether a table of all budgets up to one can be filled. */
export function fitsTable({ count, start }: Pick<MoneyItems, 'count' | 'start'>, most: number): boolean {
  return count * (most + 1) * Uint16Array.BYTES_PER_ELEMENT <= MOST_TABLE_BYTES && start[count]! * (most + 1) <= MOST_TABLE_SUMS;
}

/**
 * A table where it can be filled; else concave envelopes. Where the money of options is bounded, an integer program.
 */
export function lumpSolver(problem: LumpProblem, limits: ProgramLimits): LumpSolver {
  if (needsProgram(problem)) return programSolver(problem, limits);
  const items = moneyItems(problem);
  const leastLumps = (): number | undefined => {
    const least = leastOf(items);
    return least !== undefined && least <= problem.budget ? least : undefined;
  };
  if (fitsTable(items, problem.budget)) {
    // Whoever asks only for the fewest lumps needs no table.
    let table: BudgetTable | undefined;
    return { by: 'TABLE', leastLumps, at: (budget) => solvedByTable((table ??= new BudgetTable(items, problem.budget)), budget) };
  }
  return {
    by: 'ENVELOPE',
    leastLumps,
    at(budget) {
      const found = envelopePlan(items, budget);
      return found && { plan: found.plan, worth: worthOf(problem, found.plan), upperBound: found.upperBound };
    },
  };
}

/** What a table says of a budget. */
export function solvedByTable(table: BudgetTable, budget: number): SolvedLumps | undefined {
  const worth = table.worth[budget]!;
  return worth === Number.NEGATIVE_INFINITY ? undefined : { plan: table.plan(budget), worth, upperBound: worth };
}

/** The fewest lumps that all items together may have. */
function leastOf({ count, start, worth }: MoneyItems): number | undefined {
  let sum = 0;
  for (let item = 0; item < count; item++) {
    let at = start[item]!;
    while (at < start[item + 1]! && worth[at] === Number.NEGATIVE_INFINITY) at += 1;
    if (at === start[item + 1]) return undefined;
    sum += at - start[item]!;
  }
  return sum;
}

function programSolver(problem: LumpProblem, limits: ProgramLimits): LumpSolver {
  const kept = new Map<number, SolvedLumps | undefined>();
  const solve = (budget: number): SolvedLumps | undefined => {
    const { program, constant, planOf } = lumpProgram({ ...problem, budget });
    const solution = solveBinary(program, limits);
    if (!solution) return undefined;
    const plan = planOf(solution.chosen);
    const worth = worthOf(problem, plan);
    const bound = constant + solution.upperBound;
    // Nothing lies between a plan and a bound that is nearer than what was asked for.
    return { plan, worth, upperBound: bound - worth <= limits.gap ? worth : bound };
  };
  return {
    by: 'PROGRAM',
    at(budget) {
      if (!kept.has(budget)) kept.set(budget, solve(budget));
      return kept.get(budget);
    },
    leastLumps() {
      const { program, lumps, planOf } = lumpProgram(problem);
      // Lumps are whole, so half a lump tells the fewest from one more.
      const solution = solveBinary({ ...program, worth: lumps.map((own) => -own) }, { ...limits, gap: 0.5 });
      return solution && spentBy(planOf(solution.chosen));
    },
  };
}
