import { isEligible, type VillageRecord } from '../base/county.js';
import type { VillageOutcome } from '../projection/summary.js';
import type { AllocationRule } from '../scenario/allocation-rule.js';
import type { GrantPolicy, ListedGrant } from '../scenario/scenario.js';

/** A village's gap: its expected shortfall without grants in the asked year, yuan. */
export interface Gap {
  readonly village: string;
  readonly gap: number;
}

/** What policies look at that follow from a projection without grants; each is asked for only by a policy that looks at it. */
export interface Needs {
  /** Of the villages in scope. */
  readonly gaps: () => readonly Gap[];
  /** The grants of the best allocation by a rule. */
  readonly optimal: (rule: AllocationRule) => readonly ListedGrant[];
}

/** Whether a policy looks at the gaps of villages. */
export const looksAtGaps = (policy: GrantPolicy | undefined): boolean => policy?.kind === 'neediest' || policy?.kind === 'proportional';

/** The gaps of projected villages, none of them granted anything. */
export const gapsOf = (villages: readonly VillageOutcome[]): Gap[] =>
  villages.map(({ village, shortfall }) => ({ village, gap: shortfall }));

/**
 * Resolves a policy to the list of grants that is then projected (model, section 4, "Policies").
 * @param villages the villages in scope
 */
export function resolvePolicy(
  policy: GrantPolicy | undefined,
  villages: readonly VillageRecord[],
  { gaps, optimal }: Needs,
): ListedGrant[] {
  if (!policy) return [];
  if (policy.kind === 'list') return [...policy.grants];
  if (policy.kind === 'optimal') return [...optimal(policy.rule)];
  const allowed = new Set(villages.filter((village) => !policy.eligibleOnly || isEligible(village)).map(({ code }) => code));
  if (policy.kind === 'flat') return [...allowed].map((village) => ({ village, amount: policy.amount, option: policy.option }));

  const wanting = gaps().filter(({ village }) => allowed.has(village));
  if (policy.kind === 'neediest') {
    const affordable = policy.amount > 0 ? Math.floor(inFen(policy.budget) / inFen(policy.amount)) : 0;
    return wanting
      .toSorted((left, right) => right.gap - left.gap || (left.village < right.village ? -1 : 1))
      .slice(0, affordable)
      .map(({ village }) => ({ village, amount: policy.amount, option: policy.option }));
  }
  const total = wanting.reduce((sum, { gap }) => sum + gap, 0);
  if (!(total > 0)) return [];
  return wanting
    .map(({ village, gap }) => ({ village, amount: Math.floor((inFen(policy.budget) * gap) / total) / 100, option: policy.option }))
    .filter(({ amount }) => amount > 0);
}

const inFen = (yuan: number): number => Math.round(yuan * 100);
