import type { Source } from './tables.js';
import type { TableRow } from './table-row.js';

/** Remembers where each key stood first, and refuses the rows that repeat it. */
export class Firsts {
  readonly #rows = new Map<string, Source>();

  /** True where the key is new; else the row's findings are told where it stood first, and `shown`, the key in a reader's words. */
  claim(row: TableRow, column: string, key: string, shown = key): boolean {
    const first = this.#rows.get(key);
    if (first) row.refuse(column, 'DUPLICATE_ROW', { value: shown, firstFile: first.file, firstRow: first.row });
    else this.#rows.set(key, row.source);
    return first === undefined;
  }
}
