import { Problem } from '../../base/errors/problem.js';
import { yuanOf } from '../../scenario/allocation-rule.js';
import { spentBy, spentInGroup } from '../lumps/lump-problem.js';
import { solveAllocation, type SolvedAllocation } from './solve-allocation.js';

/** Bounds that are left out in turn, to see whether the plan would be better without. */
const MOST_LEFT_OUT = 12;

/** What keeps the plan from being better: each bound that holds it back, with what would be had without. */
export function bindingConstraints(solved: SolvedAllocation): Problem[] {
  if (!solved.found) return [];
  return [...budgetBinds(solved), ...groupsBind(solved), ...mostReached(solved)];
}

/** The next budget that is worth more. */
function budgetBinds({ rule, problem, budget, valueAt, worth, found }: SolvedAllocation): Problem[] {
  if (rule.wanted) return [];
  const here = found!.value;
  const better = (lumps: number) => (valueAt(lumps)?.value ?? here) > here + (worth.grain * worth.perWorth) / 2;
  // Mostly the next lump is worth more already, and where each budget is an integer program of its own, asking is dear.
  let [low, high] = [budget + 1, budget + 1];
  for (let step = 1; high <= problem.budget && !better(high); step *= 2) [low, high] = [high + 1, high + step];
  high = Math.min(high, problem.budget);
  if (low > high || !better(high)) return [];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (better(middle)) high = middle;
    else low = middle + 1;
  }
  const details = { more: yuanOf(low - budget, rule), gain: valueAt(low)!.value - here, objective: rule.objective };
  return [new Problem('BUDGET_BINDS', details)];
}

/** Whether a floor or cap binds is asked by solving once more without it. */
function groupsBind({ rule, tables, standings, problem, found }: SolvedAllocation): Problem[] {
  if (rule.groups.length > MOST_LEFT_OUT) return [];
  return rule.groups.flatMap((group, index) => {
    const reached = spentInGroup(problem, found!.plan, problem.groups[index]!);
    const at = reached === group.cap ? 'cap' : reached === group.floor && group.floor > 0 ? 'floor' : undefined;
    if (!at) return [];
    const groups = rule.groups.filter((other) => other !== group);
    const without = solveAllocation(tables, { ...rule, groups }, standings);
    const gain = Math.abs(without.found!.value - found!.value);
    if (gain <= (without.worth.grain * without.worth.perWorth) / 2) return [];
    const details = { township: group.township, option: group.option, amount: yuanOf(reached, rule), gain, objective: rule.objective };
    return [new Problem(at === 'cap' ? 'CAP_BINDS' : 'FLOOR_BINDS', details)];
  });
}

function mostReached({ rule, found }: SolvedAllocation): Problem[] {
  const villages = found!.plan.lumps.reduce((count, lumps) => count + (lumps === rule.most ? 1 : 0), 0);
  return villages > 0 ? [new Problem('MOST_REACHED', { villages, most: yuanOf(rule.most, rule) })] : [];
}

/** Why money is left over; undefined where none is. */
export function unspentBecause({ rule, budget, found }: SolvedAllocation, unspent: number): Problem | undefined {
  if (!found || rule.budget === undefined || !(unspent > 0)) return undefined;
  if (rule.wanted) return new Problem('ENOUGH_REACH', { unspent, villages: rule.wanted.villages });
  const left = budget - spentBy(found.plan);
  const isRest = left === 0 && unspent < yuanOf(1, rule);
  return isRest ? new Problem('REST_BELOW_LUMP', { unspent, lump: yuanOf(1, rule) }) : new Problem('NOTHING_LEFT_TO_GAIN', { unspent });
}
