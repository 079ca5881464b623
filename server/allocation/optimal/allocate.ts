import type { Problem } from '../../base/errors/problem.js';
import type { Draws } from '../../projection/draws.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { ListedGrant } from '../../scenario/scenario.js';
import { estimate, type Estimate } from '../../statistics/estimate.js';
import { cellOf } from '../chance-tables.js';
import { bindingConstraints, unspentBecause } from './binding.js';
import { findingFlips, type BetterOption } from './flips.js';
import { valuingOn } from './fresh-value.js';
import { frontierOf, type FrontierPoint } from './frontier.js';
import { impossibleBecause } from './impossible.js';
import { moneyElsewhere } from './money-elsewhere.js';
import { notFunded, type NotFunded } from './not-funded.js';
import { grantsOf, solvingAllocation, type AllocationRequest } from './solving-allocation.js';
import type { SolvedAllocation } from './solve-allocation.js';
import { mayBeFunded } from './standing.js';

export type AllocationStatus = 'OPTIMAL' | 'BOUNDED' | 'INFEASIBLE';

/** Money for a village, and what it does there. */
export interface AllocatedGrant extends ListedGrant {
  readonly chanceBefore: number;
  readonly chance: number;
  /** What the same money would bring elsewhere, in the objective's unit; undefined where that is not known. */
  readonly elsewhere: number | undefined;
}

/** A village that gets nothing, why, and what would change that. */
export interface RefusedVillage extends NotFunded {
  /** Yuan a year, see `Flip`; undefined: no income would, or not known. */
  readonly flipIncome: number | undefined;
  /** See `Flip`; undefined: no rate within reach would, or not known. */
  readonly flipOption: BetterOption | undefined;
}

/** How money is best shared out. Values are in the objective's unit: villages, a chance, or yuan. */
export interface Allocation {
  readonly status: AllocationStatus;
  readonly value: number;
  /** The value of giving nothing; undefined where it has none. */
  readonly baseline: number | undefined;
  readonly upperBound: number;
  /** How far the value may be from the best, as a share of the bound. */
  readonly gap: number;
  readonly freshValue: Estimate;
  /** Yuan. */
  readonly spent: number;
  readonly unspent: number;
  readonly unspentReason: Problem | undefined;
  readonly bindingConstraints: readonly Problem[];
  readonly grants: readonly AllocatedGrant[];
  readonly notFunded: readonly RefusedVillage[];
  readonly frontier: readonly FrontierPoint[];
}

/** What is needed beside the request. */
export interface AllocationMeans {
  readonly draws: Draws;
  /** Draws of `freshSeed`, on which the plan is valued. */
  readonly freshDraws: () => Draws;
}

/**
 * Shares money out as well as can be, and tells why so.
 * @returns yields between pieces of work, so that whoever runs it may see to something else
 * @throws Problem, Problems as `solvingAllocation` does
 */
export function* allocating(
  request: AllocationRequest,
  { draws, freshDraws }: AllocationMeans,
): Generator<void, { readonly allocation: Allocation; readonly solved: SolvedAllocation }> {
  const solved = yield* solvingAllocation(request, draws);
  const { rule, tables, found } = solved;
  const baseline = baselineOf(solved);
  if (!found) {
    const budget = rule.budget ?? 0;
    const value = baseline ?? 0;
    const allocation: Allocation = {
      status: 'INFEASIBLE',
      value,
      baseline,
      upperBound: value,
      gap: 0,
      freshValue: estimate(value, 0),
      spent: 0,
      unspent: budget,
      unspentReason: undefined,
      bindingConstraints: impossibleBecause(solved),
      grants: [],
      notFunded: [],
      frontier: yield* frontierOf(solved),
    };
    return { allocation, solved };
  }

  const grants = grantsOf(solved, found.plan);
  const counted = new Set(tables.villages.filter((_, v) => mayBeFunded(solved.standings[v]!)));
  const freshValue = yield* valuingOn(freshDraws(), request, grants, counted);
  const losses = moneyElsewhere(solved);
  yield;
  const flips = yield* findingFlips(solved, request, losses, draws);
  const spent = grants.reduce((sum, { amount }) => sum + amount, 0);
  const unspent = rule.budget === undefined ? 0 : Math.round((rule.budget - spent) * 100) / 100;
  const villages = request.counties.flatMap(({ record }) => record.villages.filter(({ code }) => isInScope(code, request.scenario.scope)));
  const gap = gapOf(found);
  const allocation: Allocation = {
    status: gap > 0 ? 'BOUNDED' : 'OPTIMAL',
    value: found.value,
    baseline,
    upperBound: found.upperBound,
    gap,
    freshValue,
    spent,
    unspent,
    unspentReason: unspentBecause(solved, unspent),
    bindingConstraints: bindingConstraints(solved),
    grants: allocatedGrants(solved, grants, losses),
    notFunded: notFunded(solved, villages, losses).map((own) => {
      const flip = flips.get(own.village);
      return { ...own, flipIncome: flip?.income, flipOption: flip?.option };
    }),
    frontier: yield* frontierOf(solved),
  };
  return { allocation, solved };
}

/** Between value and bound, whichever is the greater, as a share of the greater. */
function gapOf({ value, upperBound }: { readonly value: number; readonly upperBound: number }): number {
  const most = Math.max(Math.abs(value), Math.abs(upperBound));
  return most > 0 ? Math.abs(upperBound - value) / most : 0;
}

function baselineOf({ rule, tables, worth, standings }: SolvedAllocation): number | undefined {
  if (rule.wanted) return undefined;
  const without = tables.villages.map((_, v) => cellOf(tables, v, 0, 0));
  if (rule.objective === 'MAXIMIN') {
    return Math.min(...without.filter((_, v) => mayBeFunded(standings[v]!)).map((cell) => tables.hits[cell]!)) / tables.trials;
  }
  return without.reduce((sum, cell, v) => sum + worth.of(v, cell, cell), 0) * worth.perWorth;
}

function allocatedGrants(
  { tables, rule, worth, found }: SolvedAllocation,
  grants: readonly ListedGrant[],
  losses: readonly (Float64Array | undefined)[],
): AllocatedGrant[] {
  const { lumps, options } = found!.plan;
  const funded = [...tables.villages.keys()].filter((v) => lumps[v]! > 0);
  return grants.map((grant, index) => {
    const v = funded[index]!;
    const chanceOf = (cell: number) => tables.hits[cell]! / tables.trials;
    const loss = losses[v]?.[lumps[v]!];
    return {
      ...grant,
      chanceBefore: chanceOf(cellOf(tables, v, 0, 0)),
      chance: chanceOf(cellOf(tables, v, options[v]!, lumps[v]!)),
      elsewhere: loss === undefined || !Number.isFinite(loss) || rule.wanted ? undefined : loss * worth.perWorth,
    };
  });
}
