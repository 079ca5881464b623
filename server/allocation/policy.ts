import { isEligible, type VillageRecord } from '../base/county.js';
import type { GrantPolicy, ListedGrant } from '../scenario/scenario.js';

/** A village's gap: its expected shortfall without grants in the asked year, yuan. */
export interface Gap {
  readonly village: string;
  readonly gap: number;
}

/**
 * Resolves a policy to the list of grants that is then projected (model, section 4, "Policies").
 * @param villages the villages in scope
 * @param gaps of those villages; asked for only where the policy looks at them
 */
export function resolvePolicy(
  policy: GrantPolicy | undefined,
  villages: readonly VillageRecord[],
  gaps: () => readonly Gap[],
): ListedGrant[] {
  if (!policy) return [];
  if (policy.kind === 'list') return [...policy.grants];
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
