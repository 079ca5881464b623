import type { VillageRecord } from '../../base/county.js';
import { Problem, type ProblemDetails } from '../../base/errors/problem.js';
import { percent } from '../../base/percent.js';
import { CRITERIA, CRITERION_WORDS } from '../../base/vocabulary.js';
import { yuanOf } from '../../scenario/allocation-rule.js';
import { cellOf } from '../chance-tables.js';
import { spentInGroup } from '../lumps/lump-problem.js';
import { hitsFor } from './objective-worth.js';
import type { SolvedAllocation } from './solve-allocation.js';

/** A village that gets nothing, and why. */
export interface NotFunded {
  readonly village: string;
  readonly reason: Problem;
  /** Yuan: if so much or less did for it what its best grant does, it would be funded; undefined: not at any price, or not known. */
  readonly flipGrant: number | undefined;
}

/** The village's best grant that is on offer. */
interface Offer {
  readonly option: number;
  readonly lumps: number;
  readonly gain: number;
}

/**
 * Why each village that gets nothing gets nothing, in their order.
 * @param losses see `moneyElsewhere`
 */
export function notFunded(
  solved: SolvedAllocation,
  villages: readonly VillageRecord[],
  losses: readonly (Float64Array | undefined)[],
): NotFunded[] {
  const { tables, standings, found } = solved;
  if (!found) return [];
  return villages.flatMap((record, village) => {
    if (found.plan.lumps[village]) return [];
    const own = { village: tables.villages[village]!, flipGrant: undefined };
    const standing = standings[village]!;
    if (standing === 'FORCED_OUT') return [{ ...own, reason: new Problem('FORCED_OUT') }];
    if (standing === 'NOT_ELIGIBLE') return [{ ...own, reason: new Problem('NOT_ELIGIBLE', unmet(record)) }];
    return [solved.rule.wanted ? withoutChance(solved, village) : outbid(solved, village, losses[village])];
  });
}

function unmet({ criteria }: VillageRecord): ProblemDetails {
  const open = CRITERIA.filter((criterion) => criteria[criterion] !== true).map((criterion) => CRITERION_WORDS[criterion]);
  return { zh: open.map(({ zh }) => zh).join('、'), en: open.map(({ en }) => en).join(', ') };
}

/** The smallest of the grants that bring most. */
function bestOffer({ tables, rule, problem, worth }: SolvedAllocation, village: number): Offer | undefined {
  let best: Offer | undefined;
  const without = problem.worth[cellOf(tables, village, 0, 0)]!;
  for (let lumps = rule.least; lumps <= tables.levels; lumps++) {
    for (let option = 0; option < tables.options; option++) {
      const gain = problem.worth[cellOf(tables, village, option, lumps)]! - without;
      if (gain > worth.grain / 2 && gain > (best?.gain ?? 0)) best = { option, lumps, gain };
    }
  }
  return best;
}

const chanceAt = ({ tables }: SolvedAllocation, village: number, option: number, lumps: number): number =>
  tables.hits[cellOf(tables, village, option, lumps)]! / tables.trials;

/** A chance from which on nothing is to be gained. */
const SURE = 0.995;

function outbid(solved: SolvedAllocation, village: number, loss: Float64Array | undefined): NotFunded {
  const { tables, rule, worth } = solved;
  const code = tables.villages[village]!;
  const before = chanceAt(solved, village, 0, 0);
  const offer = bestOffer(solved, village);
  if (!offer) {
    const reason = new Problem(before >= SURE ? 'SURE_ALREADY' : 'NO_OPTION_HELPS', {
      chance: percent(before),
      most: yuanOf(rule.most, rule),
    });
    return { village: code, reason, flipGrant: undefined };
  }
  const full = fullGroup(solved, village);
  if (full) return { village: code, reason: full, flipGrant: undefined };
  const details = {
    objective: rule.objective,
    amount: yuanOf(offer.lumps, rule),
    before: percent(before),
    after: percent(chanceAt(solved, village, offer.option, offer.lumps)),
  };
  const elsewhere = loss?.[offer.lumps];
  if (!loss || elsewhere === undefined || elsewhere === Infinity) {
    return { village: code, reason: new Problem('MONEY_NEEDED_ELSEWHERE', details), flipGrant: undefined };
  }
  let flip = 0;
  for (let lumps = 1; lumps < loss.length; lumps++) if (offer.gain > loss[lumps]! + worth.grain / 2) flip = lumps;
  return {
    village: code,
    reason: new Problem('MONEY_DOES_MORE_ELSEWHERE', {
      ...details,
      gain: offer.gain * worth.perWorth,
      elsewhere: elsewhere * worth.perWorth,
    }),
    flipGrant: flip > 0 ? yuanOf(flip, rule) : undefined,
  };
}

/** A cap that leaves no room for the smallest grant, whatever option it takes. */
function fullGroup({ tables, rule, problem, found }: SolvedAllocation, village: number): Problem | undefined {
  const isFull = (group: (typeof problem.groups)[number]) => group.cap - spentInGroup(problem, found!.plan, group) < rule.least;
  const of = problem.groups.map((group, index) => ({ group, written: rule.groups[index]! }));
  const ofTownship = of.find(({ group }) => group.township === problem.townships[village] && group.option === undefined && isFull(group));
  if (ofTownship) return new Problem('TOWNSHIP_CAP_REACHED', { cap: yuanOf(ofTownship.group.cap, rule) });
  const closed = Array.from({ length: tables.options }, (_, option) =>
    of.find(
      ({ group }) =>
        group.option === option && (group.township === undefined || group.township === problem.townships[village]) && isFull(group),
    ),
  );
  if (!closed.every((group) => group !== undefined)) return undefined;
  return new Problem('OPTION_CAPS_REACHED', { options: [...new Set(closed.map(({ written }) => written.option!))].join(', ') });
}

/** LEAST_BUDGET: it has the chance already, cannot have it, or others have it for less. */
function withoutChance(solved: SolvedAllocation, village: number): NotFunded {
  const { tables, rule, found } = solved;
  const { chance, villages } = rule.wanted!;
  const enough = hitsFor(chance, tables.trials);
  const code = tables.villages[village]!;
  const before = chanceAt(solved, village, 0, 0);
  const wanted = percent(chance);
  if (before * tables.trials >= enough - 0.5) {
    return { village: code, reason: new Problem('HAS_THE_CHANCE', { chance: percent(before), wanted }), flipGrant: undefined };
  }
  const needed = fewestLumps(tables.levels, rule.least, (lumps) =>
    Array.from({ length: tables.options }, (_, option) => option).some(
      (option) => tables.hits[cellOf(tables, village, option, lumps)]! >= enough,
    ),
  );
  if (needed === undefined) {
    return { village: code, reason: new Problem('CHANCE_OUT_OF_REACH', { wanted, most: yuanOf(rule.most, rule) }), flipGrant: undefined };
  }
  const dearest = Math.max(...found!.plan.lumps);
  return {
    village: code,
    reason: new Problem('OTHERS_NEED_LESS', { needed: yuanOf(needed, rule), dearest: yuanOf(dearest, rule), villages }),
    flipGrant: dearest > 1 ? yuanOf(dearest - 1, rule) : undefined,
  };
}

function fewestLumps(levels: number, least: number, holds: (lumps: number) => boolean): number | undefined {
  for (let lumps = least; lumps <= levels; lumps++) if (holds(lumps)) return lumps;
  return undefined;
}
