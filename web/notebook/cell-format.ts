import type { CellFields, Reference } from './fields.js';
import type { Cell } from './notebook.js';
import type { CellSpec } from './notebook-spec.js';
import { isFields, type Reader, type WrittenFields } from './reader.js';

/** What reading and writing must know of each kind of cell, by its name. */
export type CellFormats = ReadonlyMap<string, { readonly fields: CellFields }>;

/** A cell of a kind that this version does not know: kept word for word, so that nothing is lost by opening a file. */
export interface UnknownCell extends Cell {
  /** What was written beside what every cell has. */
  readonly written: WrittenFields;
}

/** The values of a cell's own fields; a cell is of the kind that it says, which `readCell` has seen to. */
const valuesOf = (cell: Cell): WrittenFields => cell as unknown as WrittenFields;

/** Reads a written cell; undefined where it is none at all. */
export function readCell(reader: Reader, spec: unknown, path: string, formats: CellFormats): Cell | undefined {
  if (!isFields(spec)) return reader.wrong(path, 'a cell', spec, undefined);
  const { id, kind } = spec;
  if (typeof kind !== 'string' || kind === '') return reader.wrong(`${path}.kind`, 'the name of a kind of cell', kind, undefined);
  if (typeof id !== 'string' || id === '') return reader.wrong(`${path}.id`, 'text', id, undefined);
  const format = formats.get(kind);
  if (!format) return unknownCell(id, kind, spec);
  const title = spec['title'] ?? '';
  const folded = spec['folded'] ?? false;
  const any: Cell = {
    id,
    kind,
    title: typeof title === 'string' ? title : reader.wrong(`${path}.title`, 'text in quotes', title, ''),
    folded: typeof folded === 'boolean' ? folded : reader.wrong(`${path}.folded`, 'true or false', folded, false),
  };
  const values = Object.entries(format.fields).map(([name, field]) => [name, field.read(spec[name], `${path}.${name}`, reader)]);
  return { ...any, ...Object.fromEntries(values) };
}

function unknownCell(id: string, kind: string, spec: WrittenFields): UnknownCell {
  const { id: _id, kind: _kind, ...rest } = spec;
  const { title, ...untitled } = rest;
  const { folded, ...bare } = typeof title === 'string' ? untitled : rest;
  const written = typeof folded === 'boolean' || folded === undefined ? bare : { ...bare, folded };
  return { id, kind, title: typeof title === 'string' ? title : '', folded: folded === true, written };
}

/** Writes a cell so that `readCell` reads it back equal; what is at its default is left out. */
export function writeCell(cell: Cell, formats: CellFormats): CellSpec {
  const { id, kind, title, folded } = cell;
  const any = { id, kind, ...(title === '' ? {} : { title }), ...(folded ? { folded } : {}) };
  const format = formats.get(kind);
  if (!format) return { ...any, ...(cell as UnknownCell).written };
  const values = valuesOf(cell);
  const written = Object.entries(format.fields).map(([name, field]) => [name, field.write(values[name])]);
  return { ...any, ...Object.fromEntries(written.filter(([, value]) => value !== undefined)) };
}

/** The cells that a cell refers to. */
export function referencesOf(cell: Cell, formats: CellFormats): readonly Reference[] {
  const values = valuesOf(cell);
  return Object.entries(formats.get(cell.kind)?.fields ?? {}).flatMap(([name, field]) => field.references(values[name]));
}

/** A cell that refers to another one where it referred to `from`. */
export function withReference(cell: Cell, from: string, to: string, formats: CellFormats): Cell {
  const values = valuesOf(cell);
  const renamed = Object.entries(formats.get(cell.kind)?.fields ?? {}).flatMap(([name, field]) =>
    field.rename ? [[name, field.rename(values[name], from, to)]] : [],
  );
  return { ...cell, ...Object.fromEntries(renamed) };
}
