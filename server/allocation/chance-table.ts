import type { LinearIncome } from './response-curve.js';

/** What a village's chance is looked up at: a grant of 0, 1, … `levels` lumps. */
export interface LumpScale {
  /** Fen. */
  readonly lump: number;
  /** The most lumps that a village may get. */
  readonly levels: number;
}

/** One village and option at every number of lumps from 0 to `levels`. */
export interface ChanceTable {
  /** In how many trials the target is reached. */
  readonly hits: Float64Array;
  /** Sum over the trials of what is missing to the target, yuan. */
  readonly shortfall: Float64Array;
}

const FEN_PER_YUAN = 100;

/**
 * Chance and shortfall at every number of lumps, without sorting: each trial is put into the bucket of the fewest lumps that
 * suffice for it, ⌈(threshold − A) / (B · lump)⌉, and the buckets are added up. The same estimator, on the same draws, as the
 * response curve and the projection. Where a grant takes away (B < 0), a trial that reaches without one ceases to from some
 * number of lumps on.
 * @param target what the shortfall is missing to, yuan; `threshold` lies half a fen below it
 */
export function chanceTable(
  { everythingElse, perYuan, threshold }: LinearIncome,
  target: number,
  { lump, levels }: LumpScale,
): ChanceTable {
  const never = levels + 1;
  /** Trials that reach from so many lumps on, less those that cease to. */
  const gained = new Float64Array(never + 1);
  /** By the same buckets, of the trials that cease to be short: how much was missing without a grant, and what a yuan brings. */
  const missing = new Float64Array(never + 1);
  const bringing = new Float64Array(never + 1);
  let [allMissing, allBringing] = [0, 0];
  const yuan = lump / FEN_PER_YUAN;

  for (let trial = 0; trial < everythingElse.length; trial++) {
    const base = everythingElse[trial]!;
    const gain = perYuan[trial]!;
    if (base >= threshold) {
      gained[0]! += 1;
      if (gain >= 0) continue;
      const ceases = firstLevel(threshold - base, gain * yuan, never, (level) => base + ((level * lump) / FEN_PER_YUAN) * gain < threshold);
      if (ceases === never) continue;
      gained[ceases]! -= 1;
      missing[ceases]! -= target - base;
      bringing[ceases]! -= gain;
      continue;
    }
    allMissing += target - base;
    allBringing += gain;
    if (gain <= 0) continue;
    const suffices = firstLevel(
      threshold - base,
      gain * yuan,
      never,
      (level) => base + ((level * lump) / FEN_PER_YUAN) * gain >= threshold,
    );
    gained[suffices]! += 1;
    missing[suffices]! += target - base;
    bringing[suffices]! += gain;
  }

  const hits = new Float64Array(never);
  const shortfall = new Float64Array(never);
  let reaching = 0;
  for (let level = 0; level < never; level++) {
    reaching += gained[level]!;
    allMissing -= missing[level]!;
    allBringing -= bringing[level]!;
    hits[level] = reaching;
    shortfall[level] = reaching === everythingElse.length ? 0 : Math.max(0, allMissing - level * yuan * allBringing);
  }
  return { hits, shortfall };
}

/** The first level from which on something holds, near the quotient where it begins to; `never` beyond the last level. */
function firstLevel(distance: number, perLevel: number, never: number, holds: (level: number) => boolean): number {
  const near = Math.ceil(distance / perLevel);
  if (!(near <= never)) return never;
  // The quotient is rounded, and may be off by one level either way.
  if (near > 1 && holds(near - 1)) return near - 1;
  if (holds(near)) return Math.min(near, never);
  return Math.min(near + 1, never);
}
