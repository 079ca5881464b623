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
const INCOME_STEP = 1_000;
const MOST_INCOME_STEPS = 200;
/** Rates are looked at in steps of a tenth of a point, up to twenty points more. */
const RATE_STEPS_PER_ONE = 1_000;
const MOST_RATE_STEPS = 200;

/** An option that would have to yield more. */
export interface BetterOption {
  readonly option: string;
  /** A year, per yuan granted. */
  readonly rate: number;
}

/** What would get a village funded, each by itself; undefined: nothing of the kind would. */
export interface Flip {
  /** Yuan more in the year from elsewhere, in every trial; whole thousands. */
  readonly income: number | undefined;
  /** The option that lacks the fewest points, at the rate that it would take for this village while all others keep theirs. */
  readonly option: BetterOption | undefined;
}

/** Whether a village would be funded if it reached in so many trials, by lumps of a grant. */
type Condition = (hitsAt: (lumps: number) => number) => boolean;

/**
 * What would get villages funded that get nothing. Those far from their target are too dear, and become cheap enough as they
 * come nearer, or as the money does more. Missing is every village where that is not known: SHORTFALL, for which a richer
 * village only needs less; MAXIMIN; villages whose money is bounded together with others'.
 * @param losses see `moneyElsewhere`
 */
export function* findingFlips(
  solved: SolvedAllocation,
  { counties, scenario, grants, rule, year }: AllocationRequest,
  losses: readonly (Float64Array | undefined)[],
  draws: Draws,
): Generator<void, ReadonlyMap<string, Flip>> {
  const conditions = new Map<string, Condition>();
  solved.tables.villages.forEach((code, v) => {
    if (solved.found!.plan.lumps[v] || !mayBeFunded(solved.standings[v]!)) return;
    const condition = conditionOf(solved, v, losses[v]);
    if (condition) conditions.set(code, condition);
  });
  const flips = new Map<string, Flip>();
  const options = rule.options.map((code) => scenario.options.find((option) => option.code === code)!);
  const scale = { lump: yuanOf(1, rule), levels: rule.most };
  for (const county of counties) {
    const position = projectedPosition(year, county, scenario);
    const request = { scenario: { ...scenario, horizon: position + 1 }, grants, inScope: (village: string) => conditions.has(village) };
    for (const projected of projectVillages(county, request, draws)) {
      const condition = conditions.get(projected.village)!;
      const target = projected.targets[position]!;
      const incomeSteps = Math.min(MOST_INCOME_STEPS, Math.ceil(target / INCOME_STEP));
      let income = Infinity;
      let better: (BetterOption & { readonly steps: number }) | undefined;
      for (const option of options) {
        const linear = {
          everythingElse: projected.income.total[position]!,
          perYuan: netReceiptsPerYuan(projected, option, scenario, position),
          threshold: target - HALF_A_FEN,
        };
        income = Math.min(income, fewestSteps(hitsByIncome(linear, { ...scale, steps: incomeSteps }), incomeSteps, condition));
        if (option.rate === 0) continue;
        const steps = fewestSteps(hitsByRate(linear, option.rate, { ...scale, steps: MOST_RATE_STEPS }), MOST_RATE_STEPS, condition);
        if (steps < (better?.steps ?? Infinity)) better = { option: option.code, rate: raised(option.rate, steps), steps };
      }
      flips.set(projected.village, {
        income: income < Infinity ? income * INCOME_STEP : undefined,
        option: better && { option: better.option, rate: better.rate },
      });
      yield;
    }
  }
  return flips;
}

/** Without the noise of adding tenths of a point in binary. */
const raised = (rate: number, steps: number): number => Number((rate + steps / RATE_STEPS_PER_ONE).toFixed(12));

function conditionOf(
  { tables, rule, worth, found }: SolvedAllocation,
  village: number,
  loss: Float64Array | undefined,
): Condition | undefined {
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

/** The scale of lumps and steps that hits are counted on. */
interface StepScale {
  /** Yuan. */
  readonly lump: number;
  readonly levels: number;
  readonly steps: number;
}

/** In how many trials a village reaches, by steps of income on top; see `hitsBySteps`. */
const hitsByIncome = ({ everythingElse, perYuan, threshold }: LinearIncome, scale: StepScale): Float64Array =>
  hitsBySteps(scale, everythingElse.length, (amount, trial) => {
    const missing = threshold - everythingElse[trial]! - amount * perYuan[trial]!;
    return missing <= 0 ? 0 : Math.ceil(missing / INCOME_STEP);
  });

/** The same by steps of an option's rate, which what a grant brings is proportional to. */
const hitsByRate = ({ everythingElse, perYuan, threshold }: LinearIncome, rate: number, scale: StepScale): Float64Array =>
  hitsBySteps(scale, everythingElse.length, (amount, trial) => {
    const missing = threshold - everythingElse[trial]!;
    if (missing <= 0) return 0;
    const times = missing / (amount * perYuan[trial]!);
    return times <= 1 ? 0 : Math.ceil((times - 1) * rate * RATE_STEPS_PER_ONE);
  });

/**
 * Counts trials by lumps and steps: at lumps · (steps + 1) + steps. Each trial is put where it begins to reach, and the
 * places are added up.
 * @param firstStep of an amount and a trial, counted from 0; more than there are, or infinite: none
 */
function hitsBySteps(
  { lump, levels, steps }: StepScale,
  trials: number,
  firstStep: (amount: number, trial: number) => number,
): Float64Array {
  const width = steps + 1;
  const hits = new Float64Array((levels + 1) * width);
  for (let lumps = 0; lumps <= levels; lumps++) {
    const row = hits.subarray(lumps * width, (lumps + 1) * width);
    for (let trial = 0; trial < trials; trial++) {
      const step = firstStep(lumps * lump, trial);
      if (step <= steps) row[step]! += 1;
    }
    for (let step = 1; step <= steps; step++) row[step]! += row[step - 1]!;
  }
  return hits;
}

function fewestSteps(hits: Float64Array, steps: number, condition: Condition): number {
  for (let step = 1; step <= steps; step++) if (condition((lumps) => hits[lumps * (steps + 1) + step]!)) return step;
  return Infinity;
}
