import type { Cell } from './notebook.js';
import type { Reader } from './reader.js';

/** A cell that another one names. */
export interface Reference {
  readonly id: string;
  /** As what it is named: scenario, baseline, plan. */
  readonly role: string;
  /** The kinds of cells that may stand there. */
  readonly kinds: readonly string[];
}

/** A field of a cell: how it is written in a file, how it is read back, and which cells it names. */
export interface Field<Value> {
  /** The value as written, undefined where nothing is; what is wrong is told to the reader. */
  read(written: unknown, path: string, reader: Reader): Value;
  /** What is to be written; undefined: the field is left out. */
  write(value: Value): unknown;
  references(value: Value): readonly Reference[];
  /** The value with another name in place of one that it refers to; left out where it never names a cell. */
  rename?(value: Value, from: string, to: string): Value;
}

export type CellFields = Readonly<Record<string, Field<unknown>>>;

/** The values of fields, by name. */
export type ValuesOf<Fields extends CellFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never;
};

/** A cell of a kind with its fields, nothing left open. */
export type CellOf<Kind extends string, Fields extends CellFields> = Cell & { readonly kind: Kind } & ValuesOf<Fields>;

const none = (): readonly Reference[] => [];

/** A field that holds what passes a check. */
const checked = <Value>(expected: string, passes: (written: unknown) => written is Value, instead: Value): Field<Value> => ({
  read: (written, path, reader) => (passes(written) ? written : reader.wrong(path, expected, written, instead)),
  write: (value) => value,
  references: none,
});

/** Text that may be empty but must be there. */
export const anyText: Field<string> = checked('text', (written): written is string => typeof written === 'string', '');

/** A name or code: text that is not empty, in quotes where it looks like a number. */
export const text: Field<string> = checked('text', (written): written is string => typeof written === 'string' && written !== '', '');

export const numeral: Field<number> = checked(
  'a number',
  (written): written is number => typeof written === 'number' && Number.isFinite(written),
  0,
);

export const flag: Field<boolean> = checked('true or false', (written): written is boolean => typeof written === 'boolean', false);

/** One of a few words. */
export const choice = <const Value extends string>(...values: readonly Value[]): Field<Value> =>
  checked(values.join(' or '), (written): written is Value => (values as readonly unknown[]).includes(written), values[0]!);

/** A field with a value where nothing is written; at that value it is left out. */
export const withDefault = <Value>(field: Field<Value>, standard: Value): Field<Value> => ({
  ...field,
  read: (written, path, reader) => (written === undefined || written === null ? standard : field.read(written, path, reader)),
  write: (value) => (value === standard ? undefined : field.write(value)),
});

/** A field that may be left out: null. */
export const optional = <Value>(field: Field<Value>): Field<Value | null> => ({
  read: (written, path, reader) => (written === undefined || written === null ? null : field.read(written, path, reader)),
  write: (value) => (value === null ? undefined : field.write(value)),
  references: (value) => (value === null ? [] : field.references(value)),
  rename: (value, from, to) => (value === null || !field.rename ? value : field.rename(value, from, to)),
});

/** Any number of a field, in order; none at all is left out. */
export const listOf = <Value>(field: Field<Value>): Field<readonly Value[]> => ({
  read(written, path, reader) {
    if (written === undefined || written === null) return [];
    if (!Array.isArray(written)) return reader.wrong(path, 'a list', written, []);
    return written.map((one: unknown, index) => field.read(one, `${path}[${index}]`, reader));
  },
  write: (values) => (values.length === 0 ? undefined : values.map((value) => field.write(value))),
  references: (values) => values.flatMap((value) => field.references(value)),
  rename: (values, from, to) => values.map((value) => field.rename?.(value, from, to) ?? value),
});

/** The id of another cell, of one of these kinds, in a role. */
export const cellName = (role: string, ...kinds: readonly string[]): Field<string> => ({
  ...text,
  references: (id) => [{ id, role, kinds }],
  rename: (id, from, to) => (id === from ? to : id),
});
