import type { Send } from '../api/client.js';
import type { Cell, Notebook } from '../notebook/notebook.js';
import type { Run } from '../notebook/runs.js';
import type { CellPlace } from './cell-place.js';

/** What the page offers the cells of a notebook. */
export interface CellHost extends CellPlace {
  /** Asks the API something that is no input of a run: an action, a look-up while someone types. */
  readonly send: Send;
  /** How the run of a cell stands, for a cell that tells it itself. */
  runOf(cell: Cell): Run;
  /** Runs a cell now; one that has its answers asks for them anew. */
  runNow(cell: Cell): void;
  /** Ends the run of a cell; its last picture stays. */
  cancel(cell: Cell): void;
  /** Puts a changed cell in place of itself; changes with one `gesture` are one step of undo. */
  edit<Edited extends Cell>(cell: Edited, gesture?: string): void;
  /** Puts a changed notebook in place, as one step of undo, and brings one of its cells into view. */
  change(notebook: Notebook, attention?: string): void;
  /** A gesture is over. */
  done(): void;
  /** A field of a cell has an error that keeps the cell from being used, or is right again (undefined). */
  fault(cell: string, field: string, message: string | undefined): void;
}
