import { Problem } from './errors/problem.js';

/** A linear program over variables that are 0 or 1: maximise the sum of `worth`, each row's sum between its bounds. */
export interface BinaryProgram {
  /** By variable. */
  readonly worth: Float64Array;
  readonly rows: readonly BinaryRow[];
}

export interface BinaryRow {
  /** Variables that stand in it, ascending, each once. */
  readonly variables: Int32Array;
  /** What each counts. */
  readonly weights: Float64Array;
  readonly least: number;
  readonly most: number;
}

/** The best that was found; undefined where nothing keeps to all rows. */
export type BinarySolution =
  | {
      /** 1 or 0 by variable. */
      readonly chosen: Uint8Array;
      /** No choice is worth more. */
      readonly upperBound: number;
    }
  | undefined;

export interface SolveLimits {
  /** Solving ends when no more than this can be gained. */
  readonly gap: number;
  /** Solving ends after so many nodes of the search tree: a number, not a time, so that the same question has the same answer. */
  readonly nodes: number;
}

type Highs = Awaited<ReturnType<typeof import('highs').default>>;

let loading: Promise<Highs> | undefined;
let loaded: Highs | undefined;

/**
 * Loads HiGHS (Huangfu and Hall 2018), compiled to WebAssembly: 3.5 MB, so only where it is needed. Its answers depend on the
 * question alone.
 */
export async function loadBinarySolver(): Promise<void> {
  loading ??= import('highs').then(({ default: load }) => load());
  loaded = await loading;
}

/**
 * Solves a program; `loadBinarySolver` comes first.
 * @throws Problem NO_PLAN_FOUND where the search ended before it found anything
 */
export function solveBinary(program: BinaryProgram, limits: SolveLimits): BinarySolution {
  if (!loaded) throw new Error('the solver of binary programs is not loaded');
  return solve(loaded, program, limits);
}

function solve(highs: Highs, { worth, rows }: BinaryProgram, limits: SolveLimits): BinarySolution {
  const count = worth.length;
  if (count === 0) {
    const keeps = rows.every(({ least, most }) => least <= 0 && most >= 0);
    return keeps ? { chosen: new Uint8Array(), upperBound: 0 } : undefined;
  }
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ variables }, row) => (starts[row + 1] = starts[row]! + variables.length));
  const indices = new Int32Array(starts.at(-1)!);
  const values = new Float64Array(indices.length);
  rows.forEach(({ variables, weights }, row) => {
    indices.set(variables, starts[row]);
    values.set(weights, starts[row]);
  });
  const { constants } = highs;
  return highs.withModel(
    {
      numCols: count,
      numRows: rows.length,
      sense: constants.objectiveSense.maximize,
      colCost: worth,
      colLower: new Float64Array(count),
      colUpper: new Float64Array(count).fill(1),
      rowLower: rows.map(({ least }) => (least === Number.NEGATIVE_INFINITY ? -highs.infinity : least)),
      rowUpper: rows.map(({ most }) => (most === Number.POSITIVE_INFINITY ? highs.infinity : most)),
      matrix: { format: 'csr', numRows: rows.length, numCols: count, starts, indices, values },
      integrality: new Int32Array(count).fill(constants.variableType.integer),
    },
    (model): BinarySolution => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: limits.gap,
        mip_max_nodes: limits.nodes,
        mip_feasibility_tolerance: 1e-9,
      });
      const { modelStatus } = model.run();
      if (modelStatus === constants.modelStatus.infeasible) return undefined;
      if (Number(model.info.get('primal_solution_status')) !== constants.solutionStatus.feasible) {
        throw new Problem('NO_PLAN_FOUND', { value: limits.nodes });
      }
      const upperBound = Number(model.info.get('mip_dual_bound'));
      return { chosen: Uint8Array.from(model.getSolution().colValue, Math.round), upperBound };
    },
  );
}
