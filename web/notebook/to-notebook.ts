import { readCell, type CellFormats } from './cell-format.js';
import { LANGUAGES, type Language } from '../i18n/format.js';
import type { Notebook } from './notebook.js';
import { NOTEBOOK_FORMAT } from './notebook-spec.js';
import { isFields, NotebookFormatError, Reader } from './reader.js';

/**
 * Reads a written notebook whole, or throws `NotebookFormatError` with everything that is wrong in it. Cells of kinds that
 * are not among the formats are kept as they are.
 */
export function toNotebook(spec: unknown, formats: CellFormats): Notebook {
  const reader = new Reader();
  if (!isFields(spec)) throw new NotebookFormatError([{ path: 'notebook', expected: 'a notebook', found: spec }]);
  if (spec['notebook'] !== NOTEBOOK_FORMAT) {
    throw new NotebookFormatError([{ path: 'notebook', expected: `format ${NOTEBOOK_FORMAT}`, found: spec['notebook'] }]);
  }
  const { title = '', county = null, language, cells } = spec;
  const list = Array.isArray(cells) ? (cells as readonly unknown[]) : reader.wrong('cells', 'a list of cells', cells, []);
  const notebook: Notebook = {
    title: typeof title === 'string' ? title : reader.wrong('title', 'text', title, ''),
    county: county === null || typeof county === 'string' ? county : reader.wrong('county', 'text in quotes', county, null),
    ...(language === undefined
      ? {}
      : { language: isLanguage(language) ? language : reader.wrong('language', 'zh-CN or en', language, 'zh-CN') }),
    cells: list.flatMap((cell, index) => readCell(reader, cell, `cells[${index}]`, formats) ?? []),
  };
  checkNames(reader, notebook);
  if (reader.problems.length > 0) throw new NotebookFormatError(reader.problems);
  return notebook;
}

const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

function checkNames(reader: Reader, notebook: Notebook): void {
  const seen = new Set<string>();
  notebook.cells.forEach((cell, index) => {
    if (seen.has(cell.id)) reader.wrong(`cells[${index}].id`, 'a name no other cell has', cell.id, null);
    seen.add(cell.id);
  });
}
