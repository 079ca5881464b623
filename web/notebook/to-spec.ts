import type { Cell, Notebook } from './notebook.js';
import { NOTEBOOK_FORMAT, type CellSpec, type NotebookSpec } from './notebook-spec.js';

/** Writes a notebook so that `toNotebook` reads it back equal; what is at its default is left out. */
export function toSpec(notebook: Notebook): NotebookSpec {
  return {
    notebook: NOTEBOOK_FORMAT,
    title: notebook.title,
    ...(notebook.county === null ? {} : { county: notebook.county }),
    cells: notebook.cells.map(cellSpec),
  };
}

function cellSpec(cell: Cell): CellSpec {
  const folded = cell.folded ? { folded: true } : {};
  if (cell.kind === 'text') return { id: cell.id, kind: cell.kind, ...folded, text: cell.text };
  const title = cell.title === '' ? {} : { title: cell.title };
  if (cell.kind === 'parameters') return { id: cell.id, kind: cell.kind, ...title, ...folded, scenario: cell.scenario };
  if (cell.kind === 'history') {
    return { id: cell.id, kind: cell.kind, ...title, ...folded, ...(cell.period === 'year' ? {} : { period: cell.period }) };
  }
  if (cell.kind === 'calibration') {
    return { id: cell.id, kind: cell.kind, ...title, ...folded, ...(cell.closedMonths === 0 ? {} : { closedMonths: cell.closedMonths }) };
  }
  if (cell.kind === 'comparison') {
    const others = cell.scenarios.length === 0 ? {} : { scenarios: cell.scenarios };
    return { id: cell.id, kind: cell.kind, ...title, ...folded, baseline: cell.baseline, ...others, ...yearOf(cell) };
  }
  const follows = { ...title, ...folded, scenario: cell.scenario, ...yearOf(cell) };
  if (cell.kind === 'outcome') {
    return { id: cell.id, kind: cell.kind, ...follows, ...(cell.baseline === null ? {} : { baseline: cell.baseline }) };
  }
  if (cell.kind === 'villages') return { id: cell.id, kind: cell.kind, ...follows };
  return { id: cell.id, kind: cell.kind, ...follows, village: cell.village, ...(cell.option === null ? {} : { option: cell.option }) };
}

const yearOf = ({ year }: { readonly year: number | null }) => (year === null ? {} : { year });
