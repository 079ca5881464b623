import type { TargetRecord } from '../base/county.js';
import type { TargetRule } from '../scenario/scenario.js';

/**
 * The target of each village in each year, yuan: the scenario's override (for the year, else for every year); else the
 * village's own target of that year or its latest earlier one; else the scenario's default.
 */
export function targetLookup(own: readonly TargetRecord[], rule: TargetRule): (village: string, year: number) => number {
  const byVillage = Map.groupBy(own, (target) => target.village);
  const overrides = Map.groupBy(rule.overrides, (override) => override.village);
  return (village, year) => {
    const overriding = overrides.get(village) ?? [];
    const override = overriding.find((entry) => entry.year === year) ?? overriding.find((entry) => entry.year === undefined);
    if (override) return override.amount;
    const earlier = (byVillage.get(village) ?? []).filter((target) => target.year <= year);
    return earlier.length ? earlier.reduce((latest, target) => (target.year > latest.year ? target : latest)).amount : rule.default;
  };
}

/** Money is counted in fen: sums of binary yuan that miss a target by less than half a fen have reached it. */
export const HALF_A_FEN = 0.005;
