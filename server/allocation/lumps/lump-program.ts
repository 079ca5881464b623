import type { BinaryProgram, BinaryRow } from '../../base/mixed-integer-solver.js';
import type { LumpPlan, LumpProblem } from './lump-problem.js';

/** A lump problem as a program over variables that are 0 or 1: whether a village gets so many lumps through an option. */
export interface LumpProgram {
  readonly program: BinaryProgram;
  /** What the villages are worth together where no variable is 1. */
  readonly constant: number;
  readonly planOf: (chosen: Uint8Array) => LumpPlan;
  /** How many lumps each variable stands for. */
  readonly lumps: Float64Array;
}

/** The rows are the budget, one choice a village, and the bounds of every group; the last two only where they bind. */
export function lumpProgram({ villages, options, levels, budget, worth, townships, groups }: LumpProblem): LumpProgram {
  const width = levels + 1;
  const cells: { readonly village: number; readonly option: number; readonly lumps: number; readonly gain: number }[] = [];
  const rows: BinaryRow[] = [];
  let constant = 0;
  for (let village = 0; village < villages; village++) {
    const without = worth[village * options * width]!;
    // Who must get something starts from nothing, so that every choice is a gain over it.
    const base = without === Number.NEGATIVE_INFINITY ? 0 : without;
    const first = cells.length;
    for (let option = 0; option < options; option++) {
      for (let lumps = 1; lumps <= Math.min(levels, budget); lumps++) {
        const own = worth[(village * options + option) * width + lumps]!;
        if (own > Number.NEGATIVE_INFINITY) cells.push({ village, option, lumps, gain: own - base });
      }
    }
    constant += base;
    const variables = Int32Array.from({ length: cells.length - first }, (_, index) => first + index);
    const mustHave = without === Number.NEGATIVE_INFINITY;
    if (mustHave || variables.length > 1) {
      rows.push({ variables, weights: new Float64Array(variables.length).fill(1), least: mustHave ? 1 : 0, most: 1 });
    }
  }
  const rowOver = (isIn: (cell: (typeof cells)[number]) => boolean, least: number, most: number): BinaryRow => {
    const variables = Int32Array.from([...cells.keys()].filter((index) => isIn(cells[index]!)));
    return { variables, weights: Float64Array.from(variables, (index) => cells[index]!.lumps), least, most };
  };
  rows.push(rowOver(() => true, 0, budget));
  for (const { township, option, floor, cap } of groups) {
    rows.push(
      rowOver(
        (cell) => (township === undefined || townships[cell.village] === township) && (option === undefined || cell.option === option),
        floor,
        cap,
      ),
    );
  }
  return {
    program: { worth: Float64Array.from(cells, ({ gain }) => gain), rows },
    constant,
    planOf(chosen) {
      const plan = { lumps: new Uint16Array(villages), options: new Uint16Array(villages) };
      cells.forEach(({ village, option, lumps }, index) => {
        if (!chosen[index]) return;
        plan.lumps[village] = lumps;
        plan.options[village] = option;
      });
      return plan;
    },
    lumps: Float64Array.from(cells, ({ lumps }) => lumps),
  };
}
