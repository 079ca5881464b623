import type { CellFormats } from '../notebook/cell-format.js';
import { canonical } from '../notebook/canonical.js';
import type { Notebook } from '../notebook/notebook.js';
import type { CellSpec } from '../notebook/notebook-spec.js';
import { toSpec } from '../notebook/to-spec.js';

/** A field within a cell that two states hold differently; undefined where one has none. */
export interface FieldDifference {
  /** scenario.target.default; an entry of a list by what it is about, scenario.growth[INDUSTRY].rate. */
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

/** The deepest fields that differ; a list whose entries are about different things by those, another one as a whole. */
function fieldDifferences(before: Fields, after: Fields, path: string): FieldDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    valueDifferences(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
}

function valueDifferences(before: unknown, after: unknown, field: string): FieldDifference[] {
  if (canonical(before) === canonical(after)) return [];
  if (isFields(before) && isFields(after)) return fieldDifferences(before, after, field);
  const [left, right] = [entriesOf(before), entriesOf(after)];
  // Without entries on either side, the order of the same entries has changed.
  const keys = left && right ? [...new Set([...left.keys(), ...right.keys()])] : [];
  const inside = keys.flatMap((key) => valueDifferences(left?.get(key), right?.get(key), `${field}[${key}]`));
  return inside.length > 0 ? inside : [{ field, before, after }];
}

/** The entries of a list by what each is about; undefined where that does not tell them apart. */
function entriesOf(list: unknown): ReadonlyMap<string, Fields> | undefined {
  if (!Array.isArray(list) || !list.every(isFields)) return undefined;
  const entries = new Map(list.map((entry) => [subjectOf(entry), entry]));
  return entries.size === list.length && !entries.has('') ? entries : undefined;
}

/** An option's code, a village with what it gets the money for, a mode in a year, a park, an assumption. */
const subjectOf = ({ code, village, option, park, name, mode, year }: Fields): string =>
  (code === undefined ? [village, option, park, name, mode, year] : [code])
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
