import type { Notebook } from './notebook.js';
import type { CellFormats } from './cell-format.js';
import { toNotebook } from './to-notebook.js';
import { toSpec } from './to-spec.js';

/** The browser's store, or a twin of it in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (id: string) => `notebook/${id}`;

/** What the shelf held: nothing, the reader's own copy, or text this program cannot read, kept under a key of its own. */
export type Loaded =
  | { readonly found: 'nothing' }
  | { readonly found: 'copy'; readonly notebook: Notebook; readonly savedAt: Date }
  | { readonly found: 'unreadable'; readonly keptUnder: string; readonly text: string; readonly problem: string };

/** Saves the reader's copy; throws what the shelf throws (it is full, or closed to this page). */
export function saveCopy(shelf: Shelf, id: string, notebook: Notebook, formats: CellFormats, now: Date): void {
  shelf.setItem(keyOf(id), JSON.stringify({ savedAt: now.toISOString(), notebook: toSpec(notebook, formats) }));
}

export const forgetCopy = (shelf: Shelf, id: string): void => shelf.removeItem(keyOf(id));

/** Reads the reader's copy. Text that is corrupt or written by a later version is moved aside, never overwritten. */
export function loadCopy(shelf: Shelf, id: string, formats: CellFormats, now: Date): Loaded {
  const text = shelf.getItem(keyOf(id));
  if (text === null) return { found: 'nothing' };
  try {
    const saved = JSON.parse(text) as { savedAt?: unknown; notebook?: unknown };
    const savedAt = new Date(String(saved.savedAt));
    return { found: 'copy', notebook: toNotebook(saved.notebook, formats), savedAt: Number.isNaN(savedAt.getTime()) ? now : savedAt };
  } catch (problem) {
    const keptUnder = `${keyOf(id)}/kept-${now.toISOString()}`;
    shelf.setItem(keptUnder, text);
    shelf.removeItem(keyOf(id));
    return { found: 'unreadable', keptUnder, text, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
