import { yuanOf } from '../../scenario/allocation-rule.js';
import type { SolvedAllocation } from './solve-allocation.js';

/** What a budget brings. */
export interface FrontierPoint {
  /** Yuan. */
  readonly budget: number;
  /** In the objective's unit; of LEAST_BUDGET the villages that have the chance. */
  readonly value: number;
  /** How many villages get money; undefined where the plan is not looked for. */
  readonly funded: number | undefined;
  /** Villages that get money at the point before, but not at this one. */
  readonly droppedOut: readonly string[];
}

/** Points of a table, which cost next to nothing, and of what has to be solved for each. */
const MOST_POINTS = { TABLE: 201, ENVELOPE: 41, PROGRAM: 5 } as const;

/**
 * The value by budget, from nothing to twice what is asked where that is cheap, from what was solved already. The budget asked
 * for is always among the points; budgets that no plan keeps to are left out. Yields before each point.
 */
export function* frontierOf({ tables, rule, problem, solver, budget, valueAt }: SolvedAllocation): Generator<void, FrontierPoint[]> {
  const points: FrontierPoint[] = [];
  let before = new Set<string>();
  for (const lumps of budgets(problem.budget, budget, MOST_POINTS[solver.by])) {
    yield;
    const found = valueAt(lumps);
    if (!found) continue;
    const { plan, value } = found;
    const funded = new Set(plan ? tables.villages.filter((_, v) => plan.lumps[v]! > 0) : []);
    points.push({
      budget: yuanOf(lumps, rule),
      value,
      funded: plan ? funded.size : undefined,
      droppedOut: [...before].filter((village) => !funded.has(village)),
    });
    before = funded;
  }
  return points;
}

function budgets(most: number, asked: number, count: number): number[] {
  const steps = Math.min(most, count - 1);
  const even = Array.from({ length: steps + 1 }, (_, step) => (steps ? Math.round((most * step) / steps) : 0));
  return [...new Set([...even, asked])].sort((left, right) => left - right);
}
