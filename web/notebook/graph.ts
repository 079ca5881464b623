import { referencesOf, type CellFormats } from './cell-format.js';
import { findCell, type Cell, type Notebook } from './notebook.js';
import type { Reference } from './fields.js';

/** The cells that refer to one. */
export const dependantsOf = (notebook: Notebook, id: string, formats: CellFormats): readonly Cell[] =>
  notebook.cells.filter((cell) => referencesOf(cell, formats).some((reference) => reference.id === id));

/**
 * Why a cell cannot run: a cell it refers to is gone (or of a kind that cannot stand there), or has an error of its own.
 */
export type Block = { readonly why: 'missing'; readonly reference: Reference } | { readonly why: 'faulty'; readonly cell: Cell };

/**
 * What stands in a cell's way, if anything; what stands in the way of a cell it refers to stands in its own.
 * @param faulty the ids of the cells that have an error in their own fields
 */
export function blockOf(notebook: Notebook, cell: Cell, faulty: ReadonlySet<string>, formats: CellFormats): Block | undefined {
  return firstBlock(notebook, cell, faulty, formats, new Set([cell.id]));
}

/** @param seen cells on the way here, so that cells that refer to each other in a ring end somewhere */
function firstBlock(
  notebook: Notebook,
  cell: Cell,
  faulty: ReadonlySet<string>,
  formats: CellFormats,
  seen: ReadonlySet<string>,
): Block | undefined {
  for (const reference of referencesOf(cell, formats)) {
    const referred = findCell(notebook, reference.id);
    if (!referred || !reference.kinds.includes(referred.kind) || seen.has(referred.id)) return { why: 'missing', reference };
    if (faulty.has(referred.id)) return { why: 'faulty', cell: referred };
    const behind = firstBlock(notebook, referred, faulty, formats, new Set([...seen, referred.id]));
    if (behind) return behind;
  }
  return undefined;
}
