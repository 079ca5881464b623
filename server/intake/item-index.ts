import { suggestions } from '../base/suggestion.js';
import type { TableRow } from './table-row.js';

/** A park or project that files may refer to. */
export interface KnownItem {
  readonly code: string;
  readonly name: string;
  /** Code of the village (of a project) or of the county (of a park) that it belongs to; null: to no single one. */
  readonly home: string | null;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Finds parks or projects by code or name. */
export class ItemIndex {
  readonly #byCode = new Map<string, KnownItem>();
  readonly #byName = new Map<string, KnownItem[]>();

  /** @param imported those of the files themselves, which win over `stored`, those of the database */
  constructor(
    imported: readonly KnownItem[],
    stored: readonly KnownItem[],
    readonly kind: 'park' | 'project',
  ) {
    for (const item of [...imported, ...stored]) {
      if (this.#byCode.has(item.code)) continue;
      this.#byCode.set(item.code, item);
      const name = plain(item.name);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), item]);
    }
  }

  get(code: string): KnownItem | undefined {
    return this.#byCode.get(code);
  }

  /**
   * The item that a cell means; null where it is empty. Of several with one name, the one that belongs to the row's own
   * village or county is meant.
   */
  read(row: TableRow, column: string, village: string): KnownItem | null | undefined {
    const text = row.text(column);
    if (text === '') return null;
    const named = this.#byCode.get(text) ? [this.#byCode.get(text)!] : (this.#byName.get(plain(text)) ?? []);
    const own = named.filter((item) => item.home !== null && village.startsWith(item.home));
    const matches = own.length ? own : named;
    if (matches.length === 1) return matches[0];
    if (matches.length > 1) {
      const candidates = matches.slice(0, 5).map(shownItem);
      return row.refuse(column, 'AMBIGUOUS_NAME', { count: matches.length, candidates });
    }
    return row.refuse(column, this.kind === 'park' ? 'NO_SUCH_PARK' : 'NO_SUCH_PROJECT', { suggestions: this.#near(text) });
  }

  #near(text: string): string[] {
    const names = suggestions(plain(text), this.#byName.keys(), 3).flatMap((name) => this.#byName.get(name)!);
    const codes = suggestions(text, this.#byCode.keys(), 3).map((code) => this.#byCode.get(code)!);
    return [...new Set([...names, ...codes].map(shownItem))].slice(0, 3);
  }
}

const shownItem = (item: KnownItem): string => `${item.name}(${item.code})`;
