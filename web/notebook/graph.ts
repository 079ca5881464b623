import { findCell, type Cell, type Notebook } from './notebook.js';

/** The ids of the cells that a cell refers to. */
export function referencesOf(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case 'outcome':
      return cell.baseline === null ? [cell.scenario] : [cell.scenario, cell.baseline];
    case 'comparison':
      return [cell.baseline, ...cell.scenarios];
    case 'villages':
    case 'village':
      return [cell.scenario];
    default:
      return [];
  }
}

/** The cells that refer to one. */
export const dependantsOf = (notebook: Notebook, id: string): readonly Cell[] =>
  notebook.cells.filter((cell) => referencesOf(cell).includes(id));

/** Why a cell cannot run: a cell it refers to is gone, or has an error of its own. */
export type Block = { readonly why: 'missing'; readonly id: string } | { readonly why: 'faulty'; readonly cell: Cell };

/**
 * What stands in a cell's way, if anything.
 * @param faulty the ids of the cells that have an error in their own fields
 */
export function blockOf(notebook: Notebook, cell: Cell, faulty: ReadonlySet<string>): Block | undefined {
  for (const id of referencesOf(cell)) {
    const referred = findCell(notebook, id);
    if (referred?.kind !== 'parameters') return { why: 'missing', id };
    if (faulty.has(id)) return { why: 'faulty', cell: referred };
  }
  return undefined;
}
