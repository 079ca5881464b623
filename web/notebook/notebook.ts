import type { Language } from '../i18n/format.js';

/** A notebook with nothing left open: what `toNotebook` makes of a written one. Never changed in place. */
export interface Notebook {
  readonly title: string;
  /** Null: the first county loaded. */
  readonly county: string | null;
  /** What it says it is written in; left out where it says nothing, as Chinese ones do. */
  readonly language?: Language;
  readonly cells: readonly Cell[];
}

/** What every cell has; its kind adds fields of its own (web/cells/README.md). */
export interface Cell {
  /** The name that other cells refer to it by; unique in the notebook. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly folded: boolean;
}

export const findCell = (notebook: Notebook, id: string): Cell | undefined => notebook.cells.find((cell) => cell.id === id);
