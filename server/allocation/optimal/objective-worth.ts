import type { AllocationRule } from '../../scenario/allocation-rule.js';
import { cellOf, type ChanceTables } from '../chance-tables.js';
import type { LumpProblem } from '../lumps/lump-problem.js';
import { mayBeFunded, type Standing } from './standing.js';

/** What an objective counts: more is better, and `perWorth` of it is one of the objective's own unit. */
export interface ObjectiveWorth {
  /** What a village is worth at a cell of the tables. */
  readonly of: (village: number, cell: number, without: number) => number;
  /** Value of one worth: of villages, of yuan. */
  readonly perWorth: number;
  /** Differences smaller than this are none. */
  readonly grain: number;
}

/**
 * Expected reaching counts trials in which the target is reached, weighted ones times the village's weight; shortfall what a
 * grant takes off it; least budget villages that have the wanted chance. Max-min raises the lowest chance first
 * (`solve-allocation.ts`) and then counts like expected reaching.
 */
export function objectiveWorth(
  { villages, hits, shortfall, trials }: Pick<ChanceTables, 'villages' | 'hits' | 'shortfall' | 'trials'>,
  { objective, weights, wanted }: Pick<AllocationRule, 'objective' | 'weights' | 'wanted'>,
): ObjectiveWorth {
  switch (objective) {
    case 'EXPECTED_REACHING':
    case 'MAXIMIN':
      return { of: (_, cell) => hits[cell]!, perWorth: 1 / trials, grain: 0.5 };
    case 'WEIGHTED': {
      const given = new Map(weights.map(({ village, weight }) => [village, weight]));
      const byVillage = Float64Array.from(villages, (code) => given.get(code) ?? 1);
      return { of: (village, cell) => byVillage[village]! * hits[cell]!, perWorth: 1 / trials, grain: 1e-6 * trials };
    }
    case 'SHORTFALL':
      return { of: (_, cell, without) => shortfall[without]! - shortfall[cell]!, perWorth: 1 / trials, grain: 0.01 * trials };
    case 'LEAST_BUDGET': {
      const enough = hitsFor(wanted!.chance, trials);
      return { of: (_, cell) => (hits[cell]! >= enough ? 1 : 0), perWorth: 1, grain: 0.5 };
    }
  }
}

/** The fewest trials that are at least a share of all. */
export function hitsFor(chance: number, trials: number): number {
  const hits = Math.round(chance * trials);
  return hits / trials >= chance ? hits : hits + 1;
}

/** The lumps and bounds of a rule as a problem of bare numbers. @param budget lumps */
export function lumpProblemOf(
  tables: ChanceTables,
  rule: AllocationRule,
  {
    standings,
    worth: { of },
    budget,
  }: { readonly standings: readonly Standing[]; readonly worth: ObjectiveWorth; readonly budget: number },
): LumpProblem {
  const { villages, options, levels } = tables;
  const worth = new Float64Array(villages.length * options * (levels + 1)).fill(Number.NEGATIVE_INFINITY);
  for (let village = 0; village < villages.length; village++) {
    const standing = standings[village]!;
    const without = cellOf(tables, village, 0, 0);
    if (standing !== 'MUST') worth[without] = of(village, without, without);
    if (!mayBeFunded(standing)) continue;
    for (let option = 0; option < options; option++) {
      const cell = cellOf(tables, village, option, 0);
      for (let lumps = rule.least; lumps <= levels; lumps++) worth[cell + lumps] = of(village, cell + lumps, without);
    }
  }
  const townships = townshipsOf(villages);
  return {
    villages: villages.length,
    options,
    levels,
    budget,
    worth,
    townships: townships.ofVillage,
    groups: rule.groups.map(({ township, option, floor, cap }) => ({
      township: township === undefined ? undefined : townships.position(township),
      option: option === undefined ? undefined : rule.options.indexOf(option),
      floor,
      cap: cap ?? budget,
    })),
  };
}

const TOWNSHIP_DIGITS = 9;

/** Townships by position, as the codes of ascending villages name them; one without any village has a position of its own. */
function townshipsOf(villages: readonly string[]) {
  const positions = new Map<string, number>();
  const position = (code: string): number => {
    const found = positions.get(code) ?? positions.size;
    positions.set(code, found);
    return found;
  };
  return { ofVillage: Int32Array.from(villages, (code) => position(code.slice(0, TOWNSHIP_DIGITS))), position };
}
