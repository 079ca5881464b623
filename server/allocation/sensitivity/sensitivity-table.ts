import { Problem } from '../../base/errors/problem.js';
import type { Draws } from '../../projection/draws.js';
import type { Estimate } from '../../statistics/estimate.js';
import type { Comparable } from '../comparison-checks.js';
import { makingFixedPlan, PlanCounts } from '../plan-counts.js';
import { differenceInReaching, expectedReaching } from '../reaching.js';
import { assumptionNamed, valueFor, variedAssumptions } from './varied-assumptions.js';
import { described, type DescribedAssumption, type VariedAssumption } from './varied-assumption.js';

/** One side of a two-way table. */
export interface TableSide {
  readonly assumption: string;
  /** As people write them; left out: five from low to high, the assumed one in the middle. */
  readonly values?: readonly number[] | undefined;
}

export interface SensitivityTableRequest {
  readonly base: Comparable;
  readonly year?: number | undefined;
  readonly rows: TableSide;
  readonly columns: TableSide;
}

export interface TableCell {
  readonly expectedReaching: Estimate;
  /** Less the base, trial by trial. */
  readonly difference: Estimate;
}

export interface SensitivityTable {
  readonly year: number;
  readonly trials: number;
  readonly base: Estimate;
  readonly rows: TableAxis;
  readonly columns: TableAxis;
  /** [row][column] */
  readonly cells: readonly (readonly TableCell[])[];
}

export interface TableAxis {
  readonly assumption: DescribedAssumption;
  /** Ascending. */
  readonly values: readonly number[];
}

/** The same with what moves the assumption. */
interface MovedAxis extends TableAxis {
  readonly assumption: VariedAssumption;
}

/** Values of a side where none are named. */
export const USUAL_TABLE_VALUES = 5;
/** Values of a side; a table of more is read by nobody. */
export const MOST_TABLE_VALUES = 11;

/**
 * How many villages reach for every pair of values of two assumptions, on the same draws and with the plan held still. Where a
 * model setting is one of the two everything is fitted anew first, then the other is moved.
 * @returns yields with the share that is done
 * @throws Problem UNKNOWN_ASSUMPTION, OUT_OF_RANGE, SAME_ASSUMPTION_TWICE, YEAR_NOT_PROJECTED
 */
export function* tabulatingSensitivity(
  { base, year, ...sides }: SensitivityTableRequest,
  draws: Draws,
): Generator<number, SensitivityTable> {
  const { rows, columns } = axesOf(sides, base);
  const plan = yield* makingFixedPlan(base, year, draws);
  const counts = new PlanCounts(draws, 1 + rows.values.length * columns.values.length);
  const assumed = yield* counts.count(base, plan);
  const cells: TableCell[][] = [];
  for (const row of rows.values) {
    const ofRow: TableCell[] = [];
    for (const column of columns.values) {
      const moved = movedTo(base, [rows.assumption, row], [columns.assumption, column]);
      const reaching = moved === base ? assumed : yield* counts.count(moved, plan);
      ofRow.push({ expectedReaching: expectedReaching(reaching), difference: differenceInReaching(reaching, assumed) });
    }
    cells.push(ofRow);
  }
  return { year: plan.year, trials: draws.trials, base: expectedReaching(assumed), rows: told(rows), columns: told(columns), cells };
}

/** @throws Problem what is wrong with the sides of a table */
export function checkTable(sides: Pick<SensitivityTableRequest, 'rows' | 'columns'>, base: Comparable): void {
  axesOf(sides, base);
}

function axesOf(sides: Pick<SensitivityTableRequest, 'rows' | 'columns'>, base: Comparable) {
  const assumptions = variedAssumptions(base);
  const rows = axisOf(assumptions, sides.rows, 'rows');
  const columns = axisOf(assumptions, sides.columns, 'columns');
  if (rows.assumption === columns.assumption) {
    throw new Problem('SAME_ASSUMPTION_TWICE', { value: rows.assumption.name }, ['columns', 'assumption']);
  }
  return { rows, columns };
}

const told = ({ assumption, values }: MovedAxis): TableAxis => ({ assumption: described(assumption), values });

/** Moves two assumptions; a setting of the model goes first, because everything is fitted anew for it. */
function movedTo(base: Comparable, ...moves: readonly (readonly [VariedAssumption, number])[]): Comparable {
  const isPrior = ([{ group }]: readonly [VariedAssumption, number]) => Number(group === 'PRIOR');
  return moves
    .toSorted((left, right) => isPrior(right) - isPrior(left))
    .reduce((on, [assumption, value]) => assumption.at(value, on), base);
}

function axisOf(assumptions: readonly VariedAssumption[], { assumption: name, values }: TableSide, side: 'rows' | 'columns'): MovedAxis {
  const assumption = assumptionNamed(assumptions, name, [side, 'assumption']);
  const { low, high, value, whole } = assumption;
  if (!values) {
    const spread = [low, (low + value) / 2, value, (value + high) / 2, high];
    return { assumption, values: ascending(whole ? spread.map(Math.round) : spread) };
  }
  if (values.length < 1 || values.length > MOST_TABLE_VALUES) {
    throw new Problem('OUT_OF_RANGE', { field: `${side}.values`, value: values.length, least: 1, most: MOST_TABLE_VALUES }, [
      side,
      'values',
    ]);
  }
  const read = values.map((shown, index) => valueFor(assumption, shown, { path: [side, 'values', String(index)] }));
  return { assumption, values: ascending(read) };
}

const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((left, right) => left - right);
