import { bestOptions } from './best-options.js';
import type { LumpPlan, LumpProblem } from './lump-problem.js';
import { nothingExactly, rowWithVillage } from './money-rows.js';
import { villageRuns, type VillageRun } from './village-runs.js';

/**
 * What competes for the budget: villages, and in place of the villages of a township with a floor or a cap the township as a
 * whole, whose worth by lumps is found first. Item i is worth `worth[start[i] + lumps]` with so many lumps.
 */
export interface MoneyItems {
  readonly count: number;
  /** One longer than there are items. */
  readonly start: Int32Array;
  readonly worth: Float64Array;
  /** The plan that gives each item so many lumps. */
  planOf(lumps: ArrayLike<number>): LumpPlan;
}

/** The township's lumps shared out among its villages: by village its own lumps, by lumps of the township so far. */
type Shares = readonly Uint16Array[];

/** The items of a problem whose options' money is not bounded: bounds on options are left out of account. */
export function moneyItems(problem: LumpProblem): MoneyItems {
  const best = bestOptions(problem);
  const width = best.levels + 1;
  const rowOf = (village: number) => best.worth.subarray(village * width, (village + 1) * width);
  const runs = villageRuns(problem);
  const shares = new Map<number, Shares>();
  const isFree = runs.every(({ bounds }) => !bounds);
  const rows = isFree ? undefined : runs.map((run, item) => (run.bounds ? townshipRow(run, item) : rowOf(run.from)));

  function townshipRow({ from, until, bounds }: VillageRun, item: number): Float64Array {
    const most = Math.min(bounds!.cap, (until - from) * best.levels, problem.budget);
    let row = nothingExactly(most);
    const own: Uint16Array[] = [];
    for (let village = from; village < until; village++) {
      const choice = new Uint16Array(most + 1);
      row = rowWithVillage(rowOf(village), row, choice);
      own.push(choice);
    }
    shares.set(item, own);
    return row.fill(Number.NEGATIVE_INFINITY, 0, Math.min(bounds!.floor, row.length));
  }

  const start = new Int32Array(runs.length + 1);
  for (let item = 0; item < runs.length; item++) start[item + 1] = start[item]! + (rows ? rows[item]!.length : width);
  return {
    count: runs.length,
    start,
    worth: rows ? joined(rows, start.at(-1)!) : best.worth,
    planOf(lumps) {
      const plan = { lumps: new Uint16Array(problem.villages), options: new Uint16Array(problem.villages) };
      for (let item = 0; item < runs.length; item++) {
        const { from, until } = runs[item]!;
        const own = shares.get(item);
        let left = lumps[item]!;
        for (let village = until - 1; village >= from; village--) {
          const part = own ? own[village - from]![left]! : left;
          left -= part;
          plan.lumps[village] = part;
          plan.options[village] = best.options[village * width + part]!;
        }
      }
      return plan;
    },
  };
}

function joined(rows: readonly Float64Array[], length: number): Float64Array {
  const all = new Float64Array(length);
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
