import type { LumpProblem } from './lump-problem.js';

/** Villages that stand together and whose money is bounded together, or one village whose money is not. */
export interface VillageRun {
  /** The first village, and the one after the last. */
  readonly from: number;
  readonly until: number;
  /** Lumps that all of them together get; undefined where nothing bounds them. */
  readonly bounds: { readonly floor: number; readonly cap: number } | undefined;
}

/**
 * Cuts the villages into runs: each township with a floor or a cap of its own (of all its options) is one, every other
 * village stands alone. Several bounds of a township hold together. A bounded township without villages is an empty run.
 */
export function villageRuns({ villages, townships, groups }: Pick<LumpProblem, 'villages' | 'townships' | 'groups'>): VillageRun[] {
  const bounds = new Map<number, { readonly floor: number; readonly cap: number }>();
  for (const { township, option, floor, cap } of groups) {
    if (township === undefined || option !== undefined) continue;
    const before = bounds.get(township);
    bounds.set(township, { floor: Math.max(floor, before?.floor ?? 0), cap: Math.min(cap, before?.cap ?? cap) });
  }
  const runs: VillageRun[] = [];
  for (let village = 0; village < villages;) {
    const own = bounds.get(townships[village]!);
    let until = village + 1;
    if (own) while (until < villages && townships[until] === townships[village]) until += 1;
    bounds.delete(townships[village]!);
    runs.push({ from: village, until, bounds: own });
    village = until;
  }
  for (const empty of bounds.values()) runs.push({ from: villages, until: villages, bounds: empty });
  return runs;
}
