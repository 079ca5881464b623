import { HALF_A_FEN } from '../../projection/target.js';
import { brierOfClimatology, brierScore, brierSums } from '../../statistics/brier.js';
import type { PromisedVillage, PromisedYear } from './frozen-plan.js';

export const PLAN_RESULTS = ['REACHED', 'MISSED', 'UNKNOWN'] as const;
/** What became of a village's target; unknown where its year is not closed yet, or nothing at all was booked of what was expected. */
export type PlanResult = (typeof PLAN_RESULTS)[number];

/** What a village's books say of a year. */
export interface VillageBooks {
  /** Closed months of the year in its county, 0 to 12. */
  readonly closedMonths: number;
  /** Months in which anything was booked. */
  readonly bookedMonths: number;
  /** What came, net, yuan. */
  readonly income: number;
}

export interface VillageScore extends VillageBooks {
  readonly result: PlanResult;
}

/** Promised against came, over some of the villages. */
export interface GroupScore {
  readonly villages: number;
  /** Sum of the chances that were given: how many were expected to reach. */
  readonly expected: number;
  /** The same over villages whose result is known, to be held against `reached`. */
  readonly expectedOfKnown: number;
  readonly reached: number;
  readonly missed: number;
  readonly unknown: number;
}

/** A plan's year held against the books. Money in yuan. */
export interface YearScore {
  /** Closed months in the county that is furthest behind. */
  readonly closedMonths: number;
  /** Every month is closed everywhere; only then the chances are scored, since early on only those that reached are known. */
  readonly complete: boolean;
  readonly all: GroupScore;
  readonly funded: GroupScore;
  readonly unfunded: GroupScore;
  /** What came in so far. */
  readonly income: number;
  /** Brier score over the villages whose result is known; null before the year is complete. */
  readonly brier: number | null;
  /** What always saying the share that reached would have scored. */
  readonly brierClimatology: number | null;
  /** In the order of the plan's villages. */
  readonly villages: readonly VillageScore[];
}

/**
 * Holds what was promised against what came. A village that income was expected of, and of which nothing was booked all year, is
 * not taken for one that earned nothing: it is unknown, and the truth lies between `reached` and `reached + unknown`.
 * @param funded whether each village got a grant
 * @param books of each village; both in the order of the promised villages
 */
export function scoreYear(promised: PromisedYear, funded: readonly boolean[], books: readonly VillageBooks[]): YearScore {
  const villages = promised.villages.map((village, index): VillageScore => ({
    ...books[index]!,
    result: resultOf(village, books[index]!),
  }));
  const group = (belongs: (index: number) => boolean): GroupScore => {
    const own = promised.villages.flatMap(({ chance }, index) => (belongs(index) ? [{ chance, result: villages[index]!.result }] : []));
    const count = (result: PlanResult) => own.filter((village) => village.result === result).length;
    const chances = (of: typeof own) => of.reduce((sum, { chance }) => sum + chance, 0);
    return {
      villages: own.length,
      expected: chances(own),
      expectedOfKnown: chances(own.filter(({ result }) => result !== 'UNKNOWN')),
      reached: count('REACHED'),
      missed: count('MISSED'),
      unknown: count('UNKNOWN'),
    };
  };
  const closedMonths = villages.reduce((least, village) => Math.min(least, village.closedMonths), MONTHS);
  const complete = closedMonths === MONTHS;
  const forecasts = promised.villages.flatMap(({ chance }, index) => {
    const { result } = villages[index]!;
    return result === 'UNKNOWN' ? [] : [{ chance, happened: result === 'REACHED' }];
  });
  const sums = complete && forecasts.length ? brierSums(forecasts) : undefined;
  return {
    closedMonths,
    complete,
    all: group(() => true),
    funded: group((index) => funded[index]!),
    unfunded: group((index) => !funded[index]!),
    income: villages.reduce((sum, { income }) => sum + income, 0),
    brier: sums ? brierScore(sums) : null,
    brierClimatology: sums ? brierOfClimatology(sums) : null,
    villages,
  };
}

const MONTHS = 12;

function resultOf({ target, income: expected }: PromisedVillage, { closedMonths, bookedMonths, income }: VillageBooks): PlanResult {
  if (bookedMonths === 0 && expected > 0) return 'UNKNOWN';
  if (income >= target - HALF_A_FEN) return 'REACHED';
  return closedMonths === MONTHS ? 'MISSED' : 'UNKNOWN';
}
