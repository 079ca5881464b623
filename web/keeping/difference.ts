import type { CellFormats } from '../notebook/cell-format.js';
import { canonical } from '../notebook/canonical.js';
import type { Notebook } from '../notebook/notebook.js';
import type { CellSpec } from '../notebook/notebook-spec.js';
import { toSpec } from '../notebook/to-spec.js';

/** A field within a cell that two states hold differently; undefined where one has none. */
export interface FieldDifference {
  /** scenario.target.default. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export type Difference =
  | { readonly sort: 'title'; readonly before: string; readonly after: string }
  | { readonly sort: 'county' }
  | { readonly sort: 'added' | 'removed' | 'moved'; readonly cell: CellSpec }
  | { readonly sort: 'changed'; readonly cell: CellSpec; readonly fields: readonly FieldDifference[] };

/** What makes one state of a notebook the other, in the order of its cells. */
export function differencesOf(before: Notebook, after: Notebook, formats: CellFormats): Difference[] {
  const [left, right] = [toSpec(before, formats), toSpec(after, formats)];
  const old = new Map(left.cells.map((cell) => [cell.id, cell]));
  const fresh = new Set(right.cells.map(({ id }) => id));
  const moved = movedCells(
    left.cells.map(({ id }) => id).filter((id) => fresh.has(id)),
    right.cells.map(({ id }) => id).filter((id) => old.has(id)),
  );
  return [
    ...(left.title === right.title ? [] : [{ sort: 'title', before: left.title, after: right.title } as const]),
    ...(left.county === right.county ? [] : [{ sort: 'county' } as const]),
    ...left.cells.filter(({ id }) => !fresh.has(id)).map((cell) => ({ sort: 'removed', cell }) as const),
    ...right.cells.flatMap((cell): Difference[] => {
      const was = old.get(cell.id);
      if (!was) return [{ sort: 'added', cell }];
      const fields = fieldDifferences(was, cell, '');
      return [
        ...(moved.has(cell.id) ? [{ sort: 'moved', cell } as const] : []),
        ...(fields.length > 0 ? [{ sort: 'changed', cell, fields } as const] : []),
      ];
    }),
  ];
}

/** The fewest cells whose moving makes one order the other: those outside the longest run that both have in order. */
function movedCells(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  // For each length, the run of that length that ends earliest.
  let runs: { readonly end: number; readonly cells: readonly string[] }[] = [];
  for (const id of after) {
    const at = place.get(id)!;
    const length = runs.findIndex(({ end }) => end > at);
    const index = length < 0 ? runs.length : length;
    runs = runs.toSpliced(index, 1, { end: at, cells: [...(runs[index - 1]?.cells ?? []), id] });
  }
  const still = new Set(runs.at(-1)?.cells);
  return new Set(after.filter((id) => !still.has(id)));
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The deepest fields that differ; a list differs as a whole. */
function fieldDifferences(before: Fields, after: Fields, path: string): FieldDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [left, right] = [before[name], after[name]];
    if (canonical(left) === canonical(right)) return [];
    const field = path === '' ? name : `${path}.${name}`;
    return isFields(left) && isFields(right) ? fieldDifferences(left, right, field) : [{ field, before: left, after: right }];
  });
}
