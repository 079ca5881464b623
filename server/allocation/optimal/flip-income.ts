import type { Draws } from '../../projection/draws.js';
import { projectVillages } from '../../projection/project-county.js';
import { HALF_A_FEN } from '../../projection/target.js';
import { yuanOf } from '../../scenario/allocation-rule.js';
import { netReceiptsPerYuan } from '../net-receipts-per-yuan.js';
import { projectedPosition } from '../projected-position.js';
import type { LinearIncome } from '../response-curve.js';
import { hitsFor } from './objective-worth.js';
import type { SolvedAllocation } from './solve-allocation.js';
import type { AllocationRequest } from './solving-allocation.js';
import { mayBeFunded } from './standing.js';

/** Incomes are looked at in steps of so many yuan a year, up to so many steps or the target, whichever is less. */
const STEP = 1_000;
const MOST_STEPS = 200;

/** Whether a village would be funded if it reached in so many trials, by lumps of a grant. */
type Flips = (hitsAt: (lumps: number) => number) => boolean;

/**
 * By how much more a year villages without money would have to receive from elsewhere, in every trial, so that they were
 * funded: those far from their target are too dear, and become cheap enough as they come nearer. Yuan, in whole thousands; a
 * village that no such income would get funded is missing, and so is every one where that is not known (SHORTFALL, for which a
 * richer village only needs less; MAXIMIN; villages whose money is bounded together with others').
 * @param losses see `moneyElsewhere`
 */
export function* flippingIncomes(
  solved: SolvedAllocation,
  { counties, scenario, grants, rule, year }: AllocationRequest,
  losses: readonly (Float64Array | undefined)[],
  draws: Draws,
): Generator<void, ReadonlyMap<string, number>> {
  const conditions = new Map<string, Flips>();
  solved.tables.villages.forEach((code, v) => {
    if (solved.found!.plan.lumps[v] || !mayBeFunded(solved.standings[v]!)) return;
    const flips = flipsFor(solved, v, losses[v]);
    if (flips) conditions.set(code, flips);
  });
  const incomes = new Map<string, number>();
  const options = rule.options.map((code) => scenario.options.find((option) => option.code === code)!);
  for (const county of counties) {
    const position = projectedPosition(year, county, scenario);
    const request = { scenario: { ...scenario, horizon: position + 1 }, grants, inScope: (village: string) => conditions.has(village) };
    for (const projected of projectVillages(county, request, draws)) {
      const target = projected.targets[position]!;
      const steps = Math.min(MOST_STEPS, Math.ceil(target / STEP));
      let fewest = Infinity;
      for (const option of options) {
        const income = {
          everythingElse: projected.income.total[position]!,
          perYuan: netReceiptsPerYuan(projected, option, scenario, position),
          threshold: target - HALF_A_FEN,
        };
        const hits = hitsByIncome(income, { lump: yuanOf(1, rule), levels: rule.most, steps });
        fewest = Math.min(fewest, fewestSteps(hits, steps, conditions.get(projected.village)!));
      }
      if (fewest < Infinity) incomes.set(projected.village, fewest * STEP);
      yield;
    }
  }
  return incomes;
}

function flipsFor({ tables, rule, worth, found }: SolvedAllocation, village: number, loss: Float64Array | undefined): Flips | undefined {
  if (rule.wanted) {
    const enough = hitsFor(rule.wanted.chance, tables.trials);
    const dearest = Math.max(...found!.plan.lumps);
    return (hitsAt) => {
      if (hitsAt(0) >= enough) return false;
      for (let lumps = rule.least; lumps < dearest; lumps++) if (hitsAt(lumps) >= enough) return true;
      return false;
    };
  }
  const weight = weightOf(rule, tables.villages[village]!);
  if (weight === undefined || !loss) return undefined;
  return (hitsAt) => {
    for (let lumps = rule.least; lumps < loss.length; lumps++) {
      if (weight * (hitsAt(lumps) - hitsAt(0)) > loss[lumps]! + worth.grain / 2) return true;
    }
    return false;
  };
}

function weightOf({ objective, weights }: SolvedAllocation['rule'], village: string): number | undefined {
  if (objective === 'EXPECTED_REACHING') return 1;
  return objective === 'WEIGHTED' ? (weights.find((own) => own.village === village)?.weight ?? 1) : undefined;
}

/**
 * In how many trials a village reaches, by lumps and by steps of income on top: at lumps · (steps + 1) + steps. Each trial is
 * put where it begins to reach, and the places are added up.
 */
function hitsByIncome(
  { everythingElse, perYuan, threshold }: LinearIncome,
  { lump, levels, steps }: { readonly lump: number; readonly levels: number; readonly steps: number },
): Float64Array {
  const width = steps + 1;
  const hits = new Float64Array((levels + 1) * width);
  for (let lumps = 0; lumps <= levels; lumps++) {
    const row = hits.subarray(lumps * width, (lumps + 1) * width);
    for (let trial = 0; trial < everythingElse.length; trial++) {
      const missing = threshold - everythingElse[trial]! - lumps * lump * perYuan[trial]!;
      const step = missing <= 0 ? 0 : Math.ceil(missing / STEP);
      if (step <= steps) row[step]! += 1;
    }
    for (let step = 1; step <= steps; step++) row[step]! += row[step - 1]!;
  }
  return hits;
}

function fewestSteps(hits: Float64Array, steps: number, flips: Flips): number {
  for (let step = 1; step <= steps; step++) if (flips((lumps) => hits[lumps * (steps + 1) + step]!)) return step;
  return Infinity;
}
