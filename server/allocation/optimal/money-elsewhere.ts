import { canLeaveOut, lossElsewhere } from '../lumps/loss-elsewhere.js';
import { moneyItems } from '../lumps/money-items.js';
import { villageRuns } from '../lumps/village-runs.js';
import type { SolvedAllocation } from './solve-allocation.js';

/**
 * What all others would lose, in worth, if a village were given so many lumps: exactly, from the dynamic program without the
 * village.
 * @returns by village; undefined where its money is bounded together with others', or the problem too large to leave each out
 */
export function moneyElsewhere({ problem, solver, budget, found }: SolvedAllocation): readonly (Float64Array | undefined)[] {
  const none = Array.from<undefined>({ length: problem.villages });
  if (!found || solver.by !== 'TABLE') return none;
  const items = moneyItems({ ...problem, budget });
  if (!canLeaveOut(items, budget)) return none;
  const { of } = lossElsewhere(items, budget);
  const losses: (Float64Array | undefined)[] = none;
  villageRuns(problem).forEach(({ from, bounds }, item) => {
    if (!bounds) losses[from] = of[item]!;
  });
  return losses;
}
