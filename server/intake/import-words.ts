import type { Kysely } from 'kysely';
import type { Database } from '../store/database.js';
import { type ImportWordRow, readImportWords } from '../store/import-words.js';
import { TABLE_KINDS, type TableKind } from './table-kind.js';

/** What a word of a file can be: a village's name, a column's header, the name of a sheet or a file. */
export const IMPORT_WORD_KINDS = ['VILLAGE', 'COLUMN', 'SHEET'] as const;
export type ImportWordKind = (typeof IMPORT_WORD_KINDS)[number];

/** What is meant by a sheet that is to be passed over. */
export const NO_TABLE = 'nothing';

/** Without case, blanks and full-width forms, as headers and names are compared. */
const plain = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** What a word is found by; a header means something only in one kind of table. */
export const importWordKey = (kind: ImportWordKind, written: string, table?: TableKind): string =>
  kind === 'COLUMN' ? `${table} ${plain(written)}` : plain(written);

/** What people have said once that words of their files mean; what nobody said is undefined. */
export class ImportWords {
  readonly #meanings: ReadonlyMap<string, string>;

  constructor(words: readonly Pick<ImportWordRow, 'kind' | 'key' | 'meaning'>[]) {
    this.#meanings = new Map(words.map(({ kind, key, meaning }) => [`${kind} ${key}`, meaning]));
  }

  /** The code of the village; with the township before it, where the same name was said to mean another elsewhere. */
  village(written: string, township: string): string | undefined {
    const within = township === '' ? undefined : this.#meaning('VILLAGE', importWordKey('VILLAGE', `${township}/${written}`));
    return within ?? this.#meaning('VILLAGE', importWordKey('VILLAGE', written));
  }

  /** The name of the column, kept behind that of its table: receipts.amount. */
  column(table: TableKind, header: string): string | undefined {
    return this.#meaning('COLUMN', importWordKey('COLUMN', header, table))?.split('.')[1];
  }

  /** The table that a sheet or a file of the name is, or that it is none. */
  sheet(name: string): TableKind | typeof NO_TABLE | undefined {
    const meaning = this.#meaning('SHEET', importWordKey('SHEET', name));
    return meaning === NO_TABLE ? NO_TABLE : TABLE_KINDS.find((kind) => kind === meaning);
  }

  #meaning(kind: ImportWordKind, key: string): string | undefined {
    return this.#meanings.get(`${kind} ${key}`);
  }
}

export const NO_WORDS = new ImportWords([]);

export const rememberedWords = async (db: Kysely<Database>): Promise<ImportWords> => new ImportWords(await readImportWords(db));
