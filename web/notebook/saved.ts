import type { Notebook } from './notebook.js';
import type { CellFormats } from './cell-format.js';
import { toNotebook } from './to-notebook.js';
import { toSpec } from './to-spec.js';

/** The browser's store, or a twin of it in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (id: string) => `notebook/${id}`;

/** Edits that the server does not have yet. */
export interface Copy {
  readonly notebook: Notebook;
  /** The revision on the server that they are based on; 0: the notebook is not there yet. */
  readonly revision: number;
  /** The example or notebook that it was copied from. */
  readonly from: string | null;
  /** The hash of a state that was sent and not answered, so that its arrival is not taken for another's work. */
  readonly onTheWay: string | null;
}

/** What the shelf held: nothing, the reader's edits, or text this program cannot read, kept under a key of its own. */
export type Loaded =
  | { readonly found: 'nothing' }
  | ({ readonly found: 'copy'; readonly savedAt: Date } & Copy)
  | { readonly found: 'unreadable'; readonly keptUnder: string; readonly text: string; readonly problem: string };

/** Saves the reader's edits; throws what the shelf throws (it is full, or closed to this page). */
export function saveCopy(shelf: Shelf, id: string, { notebook, ...rest }: Copy, formats: CellFormats, now: Date): void {
  shelf.setItem(keyOf(id), JSON.stringify({ savedAt: now.toISOString(), ...rest, notebook: toSpec(notebook, formats) }));
}

export const forgetCopy = (shelf: Shelf, id: string): void => shelf.removeItem(keyOf(id));

/** Reads the reader's edits. Text that is corrupt or written by a later version is moved aside, never overwritten. */
export function loadCopy(shelf: Shelf, id: string, formats: CellFormats, now: Date): Loaded {
  const text = shelf.getItem(keyOf(id));
  if (text === null) return { found: 'nothing' };
  try {
    const saved = JSON.parse(text) as Partial<Record<'savedAt' | 'revision' | 'from' | 'onTheWay' | 'notebook', unknown>>;
    const savedAt = new Date(String(saved.savedAt));
    return {
      found: 'copy',
      notebook: toNotebook(saved.notebook, formats),
      revision: typeof saved.revision === 'number' ? saved.revision : 0,
      from: typeof saved.from === 'string' ? saved.from : null,
      onTheWay: typeof saved.onTheWay === 'string' ? saved.onTheWay : null,
      savedAt: Number.isNaN(savedAt.getTime()) ? now : savedAt,
    };
  } catch (problem) {
    const keptUnder = `${keyOf(id)}/kept-${now.toISOString()}`;
    shelf.setItem(keptUnder, text);
    shelf.removeItem(keyOf(id));
    return { found: 'unreadable', keptUnder, text, problem: problem instanceof Error ? problem.message : String(problem) };
  }
}
