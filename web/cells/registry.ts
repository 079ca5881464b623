import type { Provenance } from '../api/operations.js';
import type { Cell } from '../notebook/notebook.js';
import type { Answers } from '../notebook/runs.js';
import { CELL_GROUPS, type CellKind } from './cell-kind.js';
import { unknownKind } from './unknown/unknown-kind.js';

const found = import.meta.glob<CellKind>('./*/kind.ts', { eager: true, import: 'kind' });

/** Every kind of cell by its name, in the order of the menus: each folder with a kind.ts is one. */
export const CELL_KINDS: ReadonlyMap<string, CellKind> = new Map(
  CELL_GROUPS.flatMap((group) => Object.values(found).filter((kind) => kind.group === group)).map((kind) => [kind.kind, kind]),
);

/** The kind of a cell; of one that this version does not know, a kind that says so. */
export const kindOf = (cell: Cell): CellKind => kindNamed(cell.kind);

export const kindNamed = (kind: string): CellKind => CELL_KINDS.get(kind) ?? unknownKind;

/** The provenance of whatever a cell shows, if it is a projection's that was asked for it. */
export function provenanceOf(answers: Answers | undefined): Provenance | undefined {
  for (const answer of Object.values(answers ?? {})) {
    const { projection } = answer as { projection?: Partial<Provenance> };
    if (projection?.engineVersion !== undefined) return projection as Provenance;
  }
  return undefined;
}
