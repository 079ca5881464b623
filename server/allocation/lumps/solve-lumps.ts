import type { BinarySolver } from '../../base/mixed-integer-solver.js';
import { BudgetTable } from './budget-table.js';
import { envelopePlan } from './envelope-plan.js';
import { worthOf, type LumpPlan, type LumpProblem } from './lump-problem.js';
import { lumpProgram } from './lump-program.js';
import { moneyItems, type MoneyItems } from './money-items.js';

/** A plan with what it is worth and what no plan can be worth more than. */
export interface SolvedLumps {
  readonly plan: LumpPlan;
  readonly worth: number;
  readonly upperBound: number;
}

/** The most memory that the choices of a table may take, bytes, and the most sums that filling it may take. */
const MOST_TABLE_BYTES = 256 * 2 ** 20;
const MOST_TABLE_SUMS = 2e9;

/** How near the best an integer program is solved, in worth, and after how many nodes its search ends. */
export interface ProgramLimits {
  readonly gap: number;
  readonly nodes: number;
}

/** Whether bounds on options make villages compete for more than money: then only an integer program is exact. */
export const needsProgram = ({ groups }: Pick<LumpProblem, 'groups'>): boolean => groups.some(({ option }) => option !== undefined);

/** Whether a table of all budgets up to one can be filled. */
export function fitsTable({ count, start }: Pick<MoneyItems, 'count' | 'start'>, most: number): boolean {
  return count * (most + 1) * Uint16Array.BYTES_PER_ELEMENT <= MOST_TABLE_BYTES && start[count]! * (most + 1) <= MOST_TABLE_SUMS;
}

/**
 * The best plan there is, or, where neither a table nor a program is exact, one that is nearly so, with a proven bound.
 * @returns undefined where no plan keeps to the rules
 */
export function solveLumps(problem: LumpProblem, solver: BinarySolver, limits: ProgramLimits): SolvedLumps | undefined {
  if (needsProgram(problem)) return solveProgram(problem, solver, limits);
  const items = moneyItems(problem);
  if (fitsTable(items, problem.budget)) return solvedByTable(new BudgetTable(items, problem.budget), problem.budget);
  const found = envelopePlan(items, problem.budget);
  return found && { plan: found.plan, worth: worthOf(problem, found.plan), upperBound: found.upperBound };
}

/** What a table says of a budget. */
export function solvedByTable(table: BudgetTable, budget: number): SolvedLumps | undefined {
  const worth = table.worth[budget]!;
  return worth === Number.NEGATIVE_INFINITY ? undefined : { plan: table.plan(budget), worth, upperBound: worth };
}

function solveProgram(problem: LumpProblem, solver: BinarySolver, limits: ProgramLimits): SolvedLumps | undefined {
  const { program, constant, planOf } = lumpProgram(problem);
  const solution = solver(program, limits);
  if (!solution) return undefined;
  const plan = planOf(solution.chosen);
  const worth = worthOf(problem, plan);
  const bound = constant + solution.upperBound;
  // Nothing lies between a plan and a bound that is nearer than what was asked for.
  return { plan, worth, upperBound: bound - worth <= limits.gap ? worth : bound };
}
