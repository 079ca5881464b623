import type { Provenance } from '../api/operations.js';
import type { CellHost } from '../cells/cell-host.js';

/** A notebook as it lies open, for who passes it on: its cells with their answers, what made them, and where to say what was done. */
export interface SharedNotebook extends CellHost {
  readonly provenance: Provenance | undefined;
  /** @param withUndo whether the message offers to take the last change back */
  say(text: string, withUndo: boolean): void;
}
