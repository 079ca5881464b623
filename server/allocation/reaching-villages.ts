import type { Draws } from '../projection/draws.js';
import type { ListedGrant } from '../scenario/scenario.js';
import type { Comparable } from './comparison-checks.js';
import { countingReaching, type Reaching } from './reaching.js';

/** Who reaches in which trial under some grants. */
export interface ReachingVillages {
  readonly reaching: Reaching;
  /** Codes, ascending. */
  readonly villages: readonly string[];
  /** By village and trial: 1 where it reaches. */
  readonly reaches: readonly Uint8Array[];
}

/** Counts as `countingReaching` does and keeps every village's trials: a byte each. */
export function* keepingReaching(
  comparable: Comparable,
  plan: { readonly grants: readonly ListedGrant[]; readonly year: number },
  draws: Draws,
): Generator<void, ReachingVillages> {
  const villages: string[] = [];
  const reaches: Uint8Array[] = [];
  const reaching = yield* countingReaching(comparable, plan, draws, (village, own) => {
    villages.push(village);
    reaches.push(new Uint8Array(own));
  });
  return { reaching, villages, reaches };
}
