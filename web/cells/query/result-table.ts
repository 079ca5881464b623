/** What one place of a table holds; `count` stands for a list that has no room in a row. */
export type TableValue = string | number | boolean | null | { readonly count: number };

export interface TableColumn {
  /** Names of the answer's fields from the row on, joined by dots; unique in the table. */
  readonly name: string;
  /** The same from the answer's root, list positions left out: what the schema says of the field is found by it. */
  readonly field: string;
}

/** A part of an answer as a table. */
export interface ResultTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
  /** Single values that stand above the rows: the seed beside the villages. */
  readonly context: readonly { readonly name: string; readonly field: string; readonly value: TableValue }[];
  /** There were more rows than a table takes. */
  readonly truncated: boolean;
}

/** A list of an answer that can be the rows of a table. */
export interface RowList {
  /** Names of fields from the root; ends in * where an object's lists of plain values stand side by side as columns. */
  readonly path: string;
  readonly count: number;
}

export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 120;
/** A list within a row becomes columns only where its members are few and the same in every row. */
const MOST_SPREAD = 24;
const SIDE_BY_SIDE = '*';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): value is string | number | boolean | null => typeof value !== 'object' || value === null;
const isFieldsList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.some(isFields);
const isPlainList = (value: unknown): value is readonly (string | number | boolean | null)[] =>
  Array.isArray(value) && value.every(isPlain);

/** A path as people say it: connections are unwrapped, so that villages.nodes is villages. */
export const shownPath = (path: string): string =>
  path
    .split('.')
    .filter((part) => part !== 'nodes' && part !== 'edges' && part !== 'node' && part !== SIDE_BY_SIDE)
    .join('.');

/** The lists of an answer that can be rows, the one that a table shows first at the head. */
export function rowListsOf(data: unknown): RowList[] {
  const found = new Map<string, { count: number; spread: boolean; depth: number }>();
  const note = (path: readonly string[], count: number, spread: boolean) => {
    const key = path.join('.');
    const known = found.get(key);
    found.set(key, { count: (known?.count ?? 0) + count, spread: (known?.spread ?? true) && spread, depth: path.length });
  };
  const look = (value: unknown, path: readonly string[], spreads: ReadonlySet<string>): void => {
    if (isFieldsList(value)) {
      note(path, value.length, spreads.has(path.join('.')));
      const inner = new Set([...spreadsOf(value).keys()].map((name) => [...path, name].join('.')));
      for (const item of value) look(item, path, inner);
    } else if (isFields(value)) {
      const length = sideBySide(value);
      if (length > 0) note([...path, SIDE_BY_SIDE], length, false);
      for (const [name, part] of Object.entries(value)) look(part, [...path, name], spreads);
    }
  };
  look(data, [], new Set());
  return [...found]
    .map(([path, { count, spread }]) => ({ path, count, spread }))
    .sort((a, b) => Number(a.spread) - Number(b.spread) || b.count - a.count)
    .map(({ path, count }) => ({ path, count }));
}

/** The length of an object's lists of plain values where two or more stand side by side; 0 where not. */
function sideBySide(fields: Fields): number {
  const lengths = Object.values(fields).flatMap((value) => (isPlainList(value) && value.length > 1 ? [value.length] : []));
  return lengths.length > 1 && lengths.every((length) => length === lengths[0]) ? lengths[0]! : 0;
}

/**
 * The table of one list: what the rows hold, plain values of nested objects under dotted names; short lists within a row
 * spread into columns by what names their members (a percentile, a mode), longer ones are counted. Lists on the way to the
 * rows give each row their own values too. Without a list, the whole answer is one row.
 * @param path of one of `rowListsOf`; undefined: none
 */
export function tableOf(data: unknown, path: string | undefined): ResultTable {
  const writer = new TableWriter();
  if (path === undefined) writer.addRows([data], [], new Map());
  else {
    writer.addContext(data, path);
    writer.descend(data, path.split('.'), [], new Map());
  }
  return writer.table();
}

/** Rows in the order of one column; equal values stay as they were, missing ones come last. */
export function sortedRows(table: ResultTable, column: string, descending: boolean): ResultTable['rows'] {
  const index = table.columns.findIndex(({ name }) => name === column);
  if (index < 0) return table.rows;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const sign = descending ? -1 : 1;
  return table.rows.toSorted((a, b) => {
    const [left, right] = [rankOf(a[index]), rankOf(b[index])];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

const rankOf = (value: TableValue | undefined): string | number | null =>
  value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? value.count
      : typeof value === 'boolean'
        ? Number(value)
        : value;

type Row = ReadonlyMap<string, TableValue>;

class TableWriter {
  readonly #columns = new Map<string, TableColumn>();
  readonly #rows: Row[] = [];
  #context: ResultTable['context'] = [];
  #truncated = false;

  /** Keeps the values that stand outside every list, but for what is on the way to the rows. */
  addContext(data: unknown, path: string): void {
    const values = new Map<string, TableValue>();
    const writer = new TableWriter();
    writer.#write(data, '', [], new Map(), values, path);
    this.#context = [...writer.#columns.values()].map(({ name, field }) => ({ name, field, value: values.get(name) ?? null }));
  }

  /** Goes down to the rows; `above` holds what the lists passed on the way say of them. */
  descend(value: unknown, path: readonly string[], done: readonly string[], above: Row): void {
    const [next, ...rest] = path;
    if (Array.isArray(value)) {
      if (next === undefined) return this.addRows(value, done, above);
      const spreads = spreadsOf(value);
      for (const item of value) {
        const row = new Map(above);
        this.#write(item, shownPath(done.join('.')), done, spreads, row, path.join('.'));
        this.descend(item, path, done, row);
      }
    } else if (isFields(value) && next !== undefined) {
      if (next === SIDE_BY_SIDE) this.addRows(zipped(value), done, above);
      else this.descend(value[next], rest, [...done, next], above);
    }
  }

  addRows(items: readonly unknown[], field: readonly string[], above: Row): void {
    const spreads = spreadsOf(items);
    for (const item of items) {
      if (this.#rows.length >= MOST_ROWS) {
        this.#truncated = true;
        return;
      }
      const row = new Map(above);
      this.#write(item, '', field, spreads, row, undefined);
      this.#rows.push(row);
    }
  }

  table(): ResultTable {
    const columns = [...this.#columns.values()];
    const rows = this.#rows.map((row) => columns.map(({ name }) => row.get(name) ?? null));
    return { columns, rows, context: this.#context, truncated: this.#truncated };
  }

  /**
   * Writes an object's values into a row.
   * @param prefix what the names begin with
   * @param leftOut path of the rows from the object on: lists on the way there are not the object's own values
   */
  #write(
    value: unknown,
    prefix: string,
    field: readonly string[],
    spreads: Spreads,
    row: Map<string, TableValue>,
    leftOut: string | undefined,
    within = '',
  ): void {
    if (!isFields(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const at = joined(within, name);
      const path = [...field, name];
      const label = shownPath(joined(prefix, at)) || name;
      if (isPlain(part)) this.#put(row, label, path, part);
      else if (!Array.isArray(part)) this.#write(part, prefix, path, spreads, row, leftOut, at);
      else if (leftOut !== undefined && (`${leftOut}.`.startsWith(`${at}.`) || leftOut === joined(within, SIDE_BY_SIDE))) continue;
      else if (!isPlainList(part)) this.#writeList(part, label, path, spreads.get(at), row);
      else this.#put(row, label, path, part.length > MOST_SPREAD ? { count: part.length } : part.map(String).join(', '));
    }
  }

  #writeList(
    list: readonly unknown[],
    label: string,
    field: readonly string[],
    key: string | undefined,
    row: Map<string, TableValue>,
  ): void {
    if (key === undefined) return this.#put(row, label, field, { count: list.length });
    for (const item of list) {
      if (!isFields(item)) continue;
      const { [key]: member, ...rest } = item;
      const plain = Object.entries(rest).flatMap(([name, value]) => (isPlain(value) ? [{ name, value }] : []));
      for (const { name, value } of plain) {
        this.#put(row, `${label}.${String(member)}${plain.length > 1 ? `.${name}` : ''}`, [...field, name], value);
      }
    }
  }

  #put(row: Map<string, TableValue>, name: string, field: readonly string[], value: TableValue): void {
    if (!this.#columns.has(name)) {
      if (this.#columns.size >= MOST_COLUMNS) return;
      this.#columns.set(name, { name, field: field.join('.') });
    }
    row.set(name, value);
  }
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Lists that stand side by side in an object, as one list of objects. */
function zipped(fields: Fields): Fields[] {
  const length = sideBySide(fields);
  const lists = Object.entries(fields).flatMap(([name, value]) => (isPlainList(value) && value.length === length ? [{ name, value }] : []));
  return Array.from({ length }, (_, index) => Object.fromEntries(lists.map(({ name, value }) => [name, value[index]])));
}

/** The lists within rows that become columns, by their path from the row, with the field that names their members. */
type Spreads = ReadonlyMap<string, string>;

function spreadsOf(rows: readonly unknown[]): Spreads {
  const lists = new Map<string, (readonly unknown[])[]>();
  const look = (value: unknown, path: string): void => {
    if (!isFields(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const at = joined(path, name);
      if (!isFieldsList(part)) look(part, at);
      else if (lists.has(at)) lists.get(at)!.push(part);
      else lists.set(at, [part]);
    }
  };
  for (const row of rows) look(row, '');
  return new Map(
    [...lists].flatMap(([path, found]) => {
      const key = memberKey(found);
      return key === undefined ? [] : [[path, key] as const];
    }),
  );
}

/** The first field by whose values the members of each list differ, where these values are few over all lists. */
function memberKey(lists: readonly (readonly unknown[])[]): string | undefined {
  const first = lists[0]?.find(isFields);
  return Object.keys(first ?? {}).find((name) => {
    const all = new Set<unknown>();
    const distinct = lists.every((list) => {
      const values = list.map((item) => (isFields(item) ? item[name] : undefined));
      values.forEach((value) => all.add(value));
      return values.every((value) => typeof value === 'string' || Number.isInteger(value)) && new Set(values).size === values.length;
    });
    return distinct && all.size <= MOST_SPREAD;
  });
}
