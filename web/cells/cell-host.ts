import type { County, Village } from '../api/operations.js';
import type { Cell, Notebook } from '../notebook/notebook.js';

/** What the page offers the cells of a notebook. */
export interface CellHost {
  readonly notebook: Notebook;
  readonly county: County;
  readonly villages: readonly Village[];
  /** Puts a changed cell in place of itself; changes with one `gesture` are one step of undo. */
  edit(cell: Cell, gesture?: string): void;
  /** A gesture is over. */
  done(): void;
  /** A field of a cell has an error that keeps the cell from being used, or is right again (undefined). */
  fault(cell: string, field: string, message: string | undefined): void;
  /** Shows a village's story: in the village cell that follows the same scenario, else in a new one. */
  openVillage(village: string, from: Cell): void;
}
