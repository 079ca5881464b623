import { writeCell, type CellFormats } from './cell-format.js';
import type { Notebook } from './notebook.js';
import { NOTEBOOK_FORMAT, type NotebookSpec } from './notebook-spec.js';

/** Writes a notebook so that `toNotebook` reads it back equal; what is at its default is left out. */
export const toSpec = (notebook: Notebook, formats: CellFormats): NotebookSpec => ({
  notebook: NOTEBOOK_FORMAT,
  title: notebook.title,
  ...(notebook.county === null ? {} : { county: notebook.county }),
  ...(notebook.language === undefined ? {} : { language: notebook.language }),
  cells: notebook.cells.map((cell) => writeCell(cell, formats)),
});
