/**
 * Money in lumps for villages, as bare numbers: each village gets a whole number of lumps through one of the options, all
 * together no more than the budget, and what that is worth is added up. More worth is better.
 */
export interface LumpProblem {
  readonly villages: number;
  readonly options: number;
  /** The most lumps that a village may get. */
  readonly levels: number;
  /** Lumps that may be spent in all. */
  readonly budget: number;
  /**
   * What a village with so many lumps through an option is worth, at (village · options + option) · (levels + 1) + lumps;
   * −∞ where it may not have exactly those. With 0 lumps there is no option: the first option's cell counts.
   */
  readonly worth: Float64Array;
  /** Township of each village, never falling: villages of one township stand together. */
  readonly townships: Int32Array;
  readonly groups: readonly LumpGroup[];
}

/** Bounds on the lumps of a township, of an option, or of a township through an option. */
export interface LumpGroup {
  readonly township: number | undefined;
  readonly option: number | undefined;
  readonly floor: number;
  readonly cap: number;
}

/** What each village gets. */
export interface LumpPlan {
  /** Lumps by village. */
  readonly lumps: Uint16Array;
  /** Option by village; of no meaning where it gets nothing. */
  readonly options: Uint16Array;
}

/** Lumps of a plan, all together. */
export const spentBy = ({ lumps }: LumpPlan): number => lumps.reduce((sum, own) => sum + own, 0);

/** What a plan is worth; −∞ where it gives a village what it may not have. */
export function worthOf({ options, levels, worth }: LumpProblem, plan: LumpPlan): number {
  let sum = 0;
  for (let village = 0; village < plan.lumps.length; village++) {
    const own = plan.lumps[village]!;
    sum += worth[(village * options + (own ? plan.options[village]! : 0)) * (levels + 1) + own]!;
  }
  return sum;
}

/** Lumps that a plan spends within a group. */
export function spentInGroup({ townships }: LumpProblem, plan: LumpPlan, { township, option }: LumpGroup): number {
  let sum = 0;
  for (let village = 0; village < plan.lumps.length; village++) {
    if (township !== undefined && townships[village] !== township) continue;
    if (option !== undefined && plan.options[village] !== option) continue;
    sum += plan.lumps[village]!;
  }
  return sum;
}

/** Whether a plan keeps to everything that the problem asks. */
export const isAllowed = (problem: LumpProblem, plan: LumpPlan): boolean =>
  spentBy(plan) <= problem.budget &&
  worthOf(problem, plan) > Number.NEGATIVE_INFINITY &&
  problem.groups.every((group) => {
    const spent = spentInGroup(problem, plan, group);
    return spent >= group.floor && spent <= group.cap;
  });
