import type { NotebookVersionRecord } from '../../store/notebook-versions.js';
import type { NotebookRecord } from '../../store/notebooks.js';
import type { ExampleNotebook } from '../examples.js';
import type { Notebook, NotebookVersion } from '../types/notebook.js';

export const toNotebook = ({ createdAt, updatedAt, deletedAt, ...notebook }: NotebookRecord): Notebook => ({
  ...notebook,
  place: deletedAt === null ? 'OWN' : 'BIN',
  language: null,
  createdAt: new Date(createdAt),
  updatedAt: new Date(updatedAt),
  deletedAt: deletedAt === null ? null : new Date(deletedAt),
});

/** An example brings its text along, so that its fields need not look for it. */
export const toExampleNotebook = (example: ExampleNotebook): Notebook & { readonly example: ExampleNotebook } => {
  const { id, title, county, language } = example;
  const never = { origin: null, revision: 0, editor: null, createdAt: null, updatedAt: null, deletedAt: null };
  return { id, title, county, language, place: 'EXAMPLES', ...never, example };
};

export const toNotebookVersion = ({ savedAt, ...version }: NotebookVersionRecord): NotebookVersion => ({
  ...version,
  savedAt: new Date(savedAt),
});
