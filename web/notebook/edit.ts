import type { Cell, Notebook } from './notebook.js';

/** Puts a cell behind another one; `after` null puts it first, undefined last. */
export function insertCell(notebook: Notebook, cell: Cell, after?: string | null): Notebook {
  const index = after === null ? 0 : after === undefined ? notebook.cells.length : notebook.cells.findIndex(({ id }) => id === after) + 1;
  return { ...notebook, cells: notebook.cells.toSpliced(index, 0, cell) };
}

export const removeCell = (notebook: Notebook, id: string): Notebook => ({
  ...notebook,
  cells: notebook.cells.filter((cell) => cell.id !== id),
});

export const replaceCell = <Edited extends Cell>(notebook: Notebook, cell: Edited): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((other) => (other.id === cell.id ? cell : other)),
});

/** Moves a cell one place up (−1) or down (+1); at the end it stays, and the same notebook comes back. */
export function moveCell(notebook: Notebook, id: string, by: -1 | 1): Notebook {
  const from = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[from];
  const to = from + by;
  if (!cell || to < 0 || to >= notebook.cells.length) return notebook;
  return { ...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/**
 * Moves a cell into a gap: 0 is before the first cell, the number of cells behind the last. In the gaps beside itself it
 * stays, and the same notebook comes back.
 */
export function moveCellTo(notebook: Notebook, id: string, gap: number): Notebook {
  const from = notebook.cells.findIndex((cell) => cell.id === id);
  const cell = notebook.cells[from];
  if (!cell || gap === from || gap === from + 1 || gap < 0 || gap > notebook.cells.length) return notebook;
  return { ...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(gap > from ? gap - 1 : gap, 0, cell) };
}

/** Puts a copy behind a cell, under a name of its own; what referred to the cell goes on referring to it. */
export function duplicateCell(notebook: Notebook, cell: Cell, title: string): { readonly notebook: Notebook; readonly id: string } {
  const id = freeId(notebook, cell.id.replace(/-\d+$/, ''));
  return { notebook: insertCell(notebook, { ...cell, id, title }, cell.id), id };
}

/** A name for a new cell that no other has: the wished one, else with the first free number behind it. */
export function freeId(notebook: Notebook, wished: string): string {
  const taken = new Set(notebook.cells.map((cell) => cell.id));
  if (!taken.has(wished)) return wished;
  let number = 2;
  while (taken.has(`${wished}-${number}`)) number += 1;
  return `${wished}-${number}`;
}
