import type { ScenarioSpec } from '../../server/scenario/spec.js';

/** A notebook with nothing left open: what `toNotebook` makes of a written one. Never changed in place. */
export interface Notebook {
  readonly title: string;
  /** Null: the first county loaded. */
  readonly county: string | null;
  readonly cells: readonly Cell[];
}

interface AnyCell {
  readonly id: string;
  readonly folded: boolean;
}

export interface TextCell extends AnyCell {
  readonly kind: 'text';
  readonly text: string;
}

export interface ParametersCell extends AnyCell {
  readonly kind: 'parameters';
  readonly title: string;
  /** As the API takes it: what is left out takes the workspace's defaults there. */
  readonly scenario: ScenarioSpec;
}

interface ScenarioCell extends AnyCell {
  readonly title: string;
  /** The id of the parameters cell it follows. */
  readonly scenario: string;
  /** Null: the last projected year. */
  readonly year: number | null;
}

export interface OutcomeCell extends ScenarioCell {
  readonly kind: 'outcome';
  /** Null: the same scenario without its grants, where it has any. */
  readonly baseline: string | null;
}

export interface ComparisonCell extends AnyCell {
  readonly kind: 'comparison';
  readonly title: string;
  /** The id of the parameters cell that the others are measured against. */
  readonly baseline: string;
  /** The ids of the others, in the order shown. */
  readonly scenarios: readonly string[];
  /** Null: the last projected year. */
  readonly year: number | null;
}

export interface VillagesCell extends ScenarioCell {
  readonly kind: 'villages';
}

export interface VillageCell extends ScenarioCell {
  readonly kind: 'village';
  readonly village: string;
  /** The option whose grants the response curve is about; null: the scenario's first. */
  readonly option: string | null;
}

export interface HistoryCell extends AnyCell {
  readonly kind: 'history';
  readonly title: string;
  readonly period: 'year' | 'month';
}

export interface CalibrationCell extends AnyCell {
  readonly kind: 'calibration';
  readonly title: string;
  /** How many months of the year were closed when it was forecast. */
  readonly closedMonths: number;
}

export type Cell = TextCell | ParametersCell | OutcomeCell | ComparisonCell | VillagesCell | VillageCell | HistoryCell | CalibrationCell;
export type CellKind = Cell['kind'];
export const CELL_KINDS: readonly CellKind[] = [
  'text',
  'parameters',
  'outcome',
  'comparison',
  'villages',
  'village',
  'history',
  'calibration',
];

export const findCell = (notebook: Notebook, id: string): Cell | undefined => notebook.cells.find((cell) => cell.id === id);

/** The parameters cell that carries a scenario's name, if it is there. */
export function findScenario(notebook: Notebook, id: string): ParametersCell | undefined {
  const cell = findCell(notebook, id);
  return cell?.kind === 'parameters' ? cell : undefined;
}

export const scenarioCells = (notebook: Notebook): readonly ParametersCell[] => notebook.cells.filter((cell) => cell.kind === 'parameters');
