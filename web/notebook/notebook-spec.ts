import type { ScenarioSpec } from '../../server/scenario/spec.js';

/** The version of the written form that this program writes; it reads no later one. */
export const NOTEBOOK_FORMAT = 1;

/**
 * A notebook as written, in a .notebook.yaml file or in the browser's store: inputs only, never results, so that a
 * change of the file is a change of meaning. What may be left out says so with `?`.
 */
export interface NotebookSpec {
  notebook: number;
  title: string;
  /** The county's code; left out, the first county loaded. */
  county?: string;
  cells: readonly CellSpec[];
}

interface AnyCellSpec {
  /** The name that other cells refer to it by; unique in the notebook. */
  id: string;
  folded?: boolean;
}

export interface TextSpec extends AnyCellSpec {
  kind: 'text';
  /** Headings, paragraphs, lists and bold. */
  text: string;
}

interface TitledCellSpec extends AnyCellSpec {
  title?: string;
}

export interface ParametersSpec extends TitledCellSpec {
  kind: 'parameters';
  /** The fields of the API's ScenarioInput; scope comes from the notebook's county. */
  scenario?: ScenarioSpec;
}

interface ScenarioCellSpec extends TitledCellSpec {
  /** The id of a parameters cell. */
  scenario: string;
  /** Left out: the last projected year. */
  year?: number;
}

export interface OutcomeSpec extends ScenarioCellSpec {
  kind: 'outcome';
  /** The id of a parameters cell to compare with; left out, the same scenario without its grants, where it has any. */
  baseline?: string;
}

export interface ComparisonSpec extends TitledCellSpec {
  kind: 'comparison';
  /** The id of the parameters cell that the others are measured against. */
  baseline: string;
  /** The ids of the others; none: nothing is compared yet. */
  scenarios?: readonly string[];
  /** Left out: the last projected year. */
  year?: number;
}

export interface VillagesSpec extends ScenarioCellSpec {
  kind: 'villages';
}

export interface VillageSpec extends ScenarioCellSpec {
  kind: 'village';
  /** The village's code. */
  village: string;
  /** The option whose grants the response curve is about; left out, the scenario's first. */
  option?: string;
}

export interface HistorySpec extends TitledCellSpec {
  kind: 'history';
  /** Columns by year (left out) or by month. */
  period?: 'year' | 'month';
}

export interface CalibrationSpec extends TitledCellSpec {
  kind: 'calibration';
  /** Months of the year that were closed when it was forecast: 0 (left out), 3, 6 or 9. */
  closedMonths?: number;
}

export type CellSpec =
  TextSpec | ParametersSpec | OutcomeSpec | ComparisonSpec | VillagesSpec | VillageSpec | HistorySpec | CalibrationSpec;
