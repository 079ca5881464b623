import type { LumpProblem } from './lump-problem.js';

/** Each village's best option at every number of lumps. */
export interface BestOptions {
  readonly villages: number;
  readonly levels: number;
  /** At village · (levels + 1) + lumps. */
  readonly worth: Float64Array;
  /** The option that is worth that; the first of equals. */
  readonly options: Uint16Array;
}

/** Where the money of an option is not bounded, only the best option at a number of lumps matters. */
export function bestOptions({ villages, options, levels, worth }: LumpProblem): BestOptions {
  const width = levels + 1;
  const best = new Float64Array(villages * width).fill(Number.NEGATIVE_INFINITY);
  const chosen = new Uint16Array(villages * width);
  for (let village = 0; village < villages; village++) {
    best[village * width] = worth[village * options * width]!;
    for (let option = 0; option < options; option++) {
      const from = (village * options + option) * width;
      for (let lumps = 1; lumps < width; lumps++) {
        const own = worth[from + lumps]!;
        const at = village * width + lumps;
        if (own > best[at]!) {
          best[at] = own;
          chosen[at] = option;
        }
      }
    }
  }
  return { villages, levels, worth: best, options: chosen };
}
