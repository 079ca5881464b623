import { Problem } from '../../base/errors/problem.js';
import { percent } from '../../base/percent.js';
import { yuanOf } from '../../scenario/allocation-rule.js';
import { cellOf } from '../chance-tables.js';
import { hitsFor } from './objective-worth.js';
import type { SolvedAllocation } from './solve-allocation.js';
import { mayBeFunded } from './standing.js';

type Asked = Pick<SolvedAllocation, 'tables' | 'rule' | 'standings' | 'budget'>;

/** Why no plan keeps to what is asked, in the order in which it would have to be mended; never empty. */
export function impossibleBecause(asked: Asked & Pick<SolvedAllocation, 'solver'>): Problem[] {
  const reasons = [...forcedInTooDear(asked), ...floorsOutOfReach(asked), ...capsBelowForced(asked)];
  if (reasons.length) return reasons;
  const { rule, solver, budget } = asked;
  const least = solver.leastLumps();
  if (least !== undefined && least > budget) {
    return [new Problem('BOUNDS_NEED_MORE', { needed: yuanOf(least, rule), budget: yuanOf(budget, rule) })];
  }
  if (rule.wanted && least !== undefined) return [tooFewReach(asked)];
  return [new Problem('BOUNDS_CONTRADICT')];
}

function forcedInTooDear({ rule, standings, budget }: Asked): Problem[] {
  const forced = standings.filter((standing) => standing === 'MUST').length;
  if (forced * rule.least <= budget) return [];
  const details = { villages: forced, needed: yuanOf(forced * rule.least, rule), budget: yuanOf(budget, rule) };
  return [new Problem('FORCED_IN_TOO_DEAR', details)];
}

const fundableIn = ({ tables, standings }: Asked, township: string | undefined): number =>
  tables.villages.filter((code, v) => mayBeFunded(standings[v]!) && (township === undefined || code.startsWith(township))).length;

function floorsOutOfReach(asked: Asked): Problem[] {
  const { rule } = asked;
  return rule.groups.flatMap(({ township, option, floor }) => {
    const villages = fundableIn(asked, township);
    if (floor <= villages * rule.most) return [];
    const details = { township, option, floor: yuanOf(floor, rule), villages, most: yuanOf(villages * rule.most, rule) };
    return [new Problem('FLOOR_OUT_OF_REACH', details)];
  });
}

function capsBelowForced({ tables, rule, standings }: Asked): Problem[] {
  return rule.groups.flatMap(({ township, option, cap }) => {
    if (township === undefined || option !== undefined || cap === undefined) return [];
    const forced = tables.villages.filter((code, v) => standings[v] === 'MUST' && code.startsWith(township)).length;
    if (forced * rule.least <= cap) return [];
    const details = { township, cap: yuanOf(cap, rule), villages: forced, needed: yuanOf(forced * rule.least, rule) };
    return [new Problem('CAP_BELOW_FORCED_IN', details)];
  });
}

/** How many villages can have the chance at all, each alone with the most that it may get, and how many with the budget. */
function tooFewReach({ tables, rule, standings, budget, solver }: Asked & Pick<SolvedAllocation, 'solver'>): Problem {
  const enough = hitsFor(rule.wanted!.chance, tables.trials);
  const reaches = (village: number): boolean => {
    const last = mayBeFunded(standings[village]!) ? tables.levels : 0;
    for (let option = 0; option < tables.options; option++) {
      for (let lumps = 0; lumps <= last; lumps++) {
        if ((lumps === 0 || lumps >= rule.least) && tables.hits[cellOf(tables, village, option, lumps)]! >= enough) return true;
      }
    }
    return false;
  };
  const each = tables.villages.filter((_, village) => reaches(village)).length;
  const together = Math.floor(solver.at(budget)?.worth ?? 0);
  const { villages, chance } = rule.wanted!;
  const details = { wanted: villages, chance: percent(chance), each, together, most: yuanOf(rule.most, rule) };
  return new Problem(rule.budget === undefined || each < villages ? 'TOO_FEW_CAN_REACH' : 'BUDGET_REACHES_TOO_FEW', {
    ...details,
    budget: yuanOf(budget, rule),
  });
}
