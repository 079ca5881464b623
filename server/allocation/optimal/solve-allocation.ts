import { lumpsWithin, type AllocationRule } from '../../scenario/allocation-rule.js';
import { cellOf, type ChanceTables } from '../chance-tables.js';
import { spentBy, type LumpPlan, type LumpProblem } from '../lumps/lump-problem.js';
import { lumpSolver, type LumpSolver } from '../lumps/lump-solver.js';
import { lumpProblemOf, objectiveWorth, type ObjectiveWorth } from './objective-worth.js';
import { mayBeFunded, type Standing } from './standing.js';

/** The best plan that was found, with its proof. Values are in the objective's unit. */
export interface Plan {
  readonly plan: LumpPlan;
  readonly value: number;
  /** No plan is better than this; of LEAST_BUDGET, which seeks the least, none is cheaper. */
  readonly upperBound: number;
}

/** An allocation as it was solved, for what is to be told of it. */
export interface SolvedAllocation {
  readonly tables: ChanceTables;
  readonly rule: AllocationRule;
  readonly standings: readonly Standing[];
  readonly worth: ObjectiveWorth;
  /** What was solved; of MAXIMIN once the lowest chance is settled. Its budget is the most that was looked at. */
  readonly problem: LumpProblem;
  readonly solver: LumpSolver;
  /** Lumps that may be spent. */
  readonly budget: number;
  /** Undefined where no plan keeps to the rules. */
  readonly found: Plan | undefined;
  /** What a budget of so many lumps is worth; undefined where no plan keeps to the rules. Of MAXIMIN the plan is not looked for. */
  readonly valueAt: (budget: number) => { readonly value: number; readonly plan?: LumpPlan } | undefined;
}

/** Integer programs end after so many nodes of their search tree: a number, not a time, so that answers repeat. */
const MOST_NODES = 2_000;
/** Sums of a table that are cheap enough to look beyond the budget. */
const CHEAP_SUMS = 2e8;

/** `loadBinarySolver` comes first where the rule bounds the money of an option. */
export function solveAllocation(tables: ChanceTables, rule: AllocationRule, standings: readonly Standing[]): SolvedAllocation {
  const worth = objectiveWorth(tables, rule);
  const total = standings.filter(mayBeFunded).length * tables.levels;
  const budget = rule.budget === undefined ? total : Math.min(total, lumpsWithin(rule.budget, rule));
  const problem = lumpProblemOf(tables, rule, { standings, worth, budget: mostLookedAt(tables, budget, total) });
  const parts = { tables, rule, standings, worth, budget };
  const limits = { gap: worth.grain, nodes: MOST_NODES };
  const solverOf = (other: LumpProblem) => lumpSolver(other, limits);
  if (rule.objective === 'MAXIMIN') return solveMaximin(problem, parts, solverOf);

  const solver = solverOf(problem);
  const valueAt: SolvedAllocation['valueAt'] = (lumps) => {
    const solved = solver.at(lumps);
    return solved && { plan: solved.plan, value: solved.worth * worth.perWorth };
  };
  const found = rule.objective === 'LEAST_BUDGET' ? leastBudget(solver, parts) : best(solver, parts);
  return { ...parts, problem, solver, found, valueAt };
}

/** Twice the budget where that is cheap, so that one can see what more money would bring. */
function mostLookedAt({ villages, levels }: ChanceTables, budget: number, total: number): number {
  const beyond = Math.min(total, 2 * budget);
  return villages.length * (levels + 1) * (beyond + 1) <= CHEAP_SUMS ? beyond : budget;
}

type Parts = Pick<SolvedAllocation, 'tables' | 'rule' | 'standings' | 'worth' | 'budget'>;

function best(solver: LumpSolver, { worth: { perWorth }, budget }: Parts): Plan | undefined {
  const solved = solver.at(budget);
  return solved && { plan: solved.plan, value: solved.worth * perWorth, upperBound: solved.upperBound * perWorth };
}

/** The least budget by halving: what can be had never falls with money. */
function leastBudget(solver: LumpSolver, { rule, budget }: Parts): Plan | undefined {
  const { villages } = rule.wanted!;
  const solved = new Map<number, ReturnType<LumpSolver['at']>>();
  const at = (lumps: number) => {
    if (!solved.has(lumps)) solved.set(lumps, solver.at(lumps));
    return solved.get(lumps);
  };
  const bound = firstThat(budget, (lumps) => (at(lumps)?.upperBound ?? 0) >= villages);
  const enough = firstThat(budget, (lumps) => (at(lumps)?.worth ?? 0) >= villages);
  if (bound === undefined || enough === undefined) return undefined;
  const { plan } = at(enough)!;
  const perLump = rule.lump / 100;
  return { plan, value: spentBy(plan) * perLump, upperBound: Math.min(bound, spentBy(plan)) * perLump };
}

/** The smallest number up to a most that holds, where from some number on all do. */
function firstThat(most: number, holds: (value: number) => boolean): number | undefined {
  if (!holds(most)) return undefined;
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Raises the lowest chance among the villages that may be funded as far as the money goes: the greatest number of trials, by
 * halving, that all of them can have. What is left then goes where most villages are to be expected, nobody falling below.
 */
function solveMaximin(free: LumpProblem, parts: Parts, solverOf: (problem: LumpProblem) => LumpSolver): SolvedAllocation {
  const { tables, standings, worth, budget } = parts;
  const needed = new Map<number, number | undefined>();
  const neededFor = (hits: number): number | undefined => {
    if (!needed.has(hits)) needed.set(hits, leastLumpsFor(hits));
    return needed.get(hits);
  };
  const leastLumpsFor = (hits: number) => solverOf(atLeast(free, hits, tables, standings)).leastLumps();
  const mostHits = (lumps: number): number | undefined => {
    const affordable = (hits: number) => (neededFor(hits) ?? Infinity) <= lumps;
    if (!affordable(0)) return undefined;
    let [low, high] = [0, tables.trials];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (affordable(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const hits = mostHits(budget);
  const problem = hits === undefined ? free : atLeast(free, hits, tables, standings);
  const solver = solverOf(problem);
  const solved = hits === undefined ? undefined : solver.at(budget);
  const value = (hits ?? 0) * worth.perWorth;
  return {
    ...parts,
    problem,
    solver,
    found: solved && { plan: solved.plan, value, upperBound: value },
    valueAt(lumps) {
      const own = mostHits(lumps);
      return own === undefined ? undefined : { value: own * worth.perWorth };
    },
  };
}

/** The problem in which every village that may be funded reaches in at least so many trials. */
function atLeast(problem: LumpProblem, hits: number, tables: ChanceTables, standings: readonly Standing[]): LumpProblem {
  const worth = problem.worth.slice();
  const cells = tables.options * (tables.levels + 1);
  for (let village = 0; village < standings.length; village++) {
    if (!mayBeFunded(standings[village]!)) continue;
    const first = cellOf(tables, village, 0, 0);
    for (let cell = first; cell < first + cells; cell++) if (worth[cell]! < hits) worth[cell] = Number.NEGATIVE_INFINITY;
  }
  return { ...problem, worth };
}
