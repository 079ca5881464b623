import { suggestions } from '../base/suggestion.js';
import type { TableRow } from './table-row.js';
import { isMangledCode } from './cells.js';
import { type ImportWords, NO_WORDS } from './import-words.js';

/** A village that files may refer to. */
export interface KnownVillage {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly county: string;
}

const halfWidth = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** A village's name without the ending that says what kind of place it is: 永平村村委会, 永平村 and 永平 are one. */
export const bareVillageName = (name: string): string => {
  const place = halfWidth(name).replace(/(?:村民委员会|居民委员会|村委会|居委会)$/, '');
  return (place.length > 1 ? place.replace(/(?:社区|村)$/, '') : place) || halfWidth(name);
};

const bareRegionName = (name: string): string => {
  const place = halfWidth(name);
  return place.replace(/(?:街道办事处|街道|镇|乡|县|区|市)$/, '') || place;
};

const shownVillage = (village: KnownVillage): string => `${village.township}/${village.name}(${village.code})`;

/** Finds the villages that cells mean: by code, or by name, with the township before it where a name is not unique. */
export class VillageIndex {
  readonly #byCode = new Map<string, KnownVillage>();
  readonly #byName = new Map<string, KnownVillage[]>();
  readonly #byBareName = new Map<string, KnownVillage[]>();
  /** Names are repeated on thousands of rows; each is searched once. */
  readonly #remembered = new Map<string, readonly KnownVillage[]>();

  /**
   * @param imported the villages of the files themselves: where a name means one of them, it means no other
   * @param stored those of the database
   * @param words what people have said that names mean: that comes first
   */
  constructor(
    imported: readonly KnownVillage[],
    stored: readonly KnownVillage[],
    private readonly words: ImportWords = NO_WORDS,
  ) {
    this.#imported = new Set(imported.map((village) => village.code));
    for (const village of [...imported, ...stored]) {
      if (this.#byCode.has(village.code)) continue;
      this.#byCode.set(village.code, village);
      add(this.#byName, halfWidth(village.name), village);
      add(this.#byBareName, bareVillageName(village.name), village);
    }
  }

  readonly #imported: ReadonlySet<string>;

  get(code: string): KnownVillage | undefined {
    return this.#byCode.get(code);
  }

  /** The village that a row is about; what does not fit goes to the row's findings. */
  read(row: TableRow): KnownVillage | undefined {
    const written = { code: row.text('village_code'), name: row.text('village') };
    const column = written.code ? 'village_code' : row.has('village') ? 'village' : 'village_code';
    const text = written.code || written.name;
    if (text === '') return row.refuse(column, 'EMPTY_CELL');
    const village = this.#one(row, column, text, row.text('township'));
    if (village && written.code && written.name && !this.#matching(written.name, '').some((match) => match.code === village.code)) {
      return row.refuse('village', 'VILLAGE_CODE_AND_NAME', { code: village.code, expected: shownVillage(village), value: written.name });
    }
    return village;
  }

  #one(row: TableRow, column: string, text: string, township: string): KnownVillage | undefined {
    if (isMangledCode(halfWidth(text))) return row.refuse(column, 'CODE_MANGLED', { value: text });
    const matches = this.#matching(text, township);
    if (matches.length === 1) return matches[0];
    if (matches.length === 0) return row.refuse(column, 'NO_SUCH_VILLAGE', { value: text, suggestions: this.#near(text) });
    const candidates = matches.slice(0, 5).map(shownVillage);
    const example = `${matches[0]!.township}/${matches[0]!.name}`;
    return row.refuse(column, 'AMBIGUOUS_VILLAGE', { value: text, count: matches.length, candidates, example });
  }

  /** All villages that a text may mean, those of the files first. */
  #matching(text: string, township: string): readonly KnownVillage[] {
    const key = `${township}\n${text}`;
    let found = this.#remembered.get(key);
    if (!found) {
      const all = this.#search(halfWidth(text).replace(/^'/, ''), halfWidth(township));
      const imported = all.filter((village) => this.#imported.has(village.code));
      found = imported.length ? imported : all;
      this.#remembered.set(key, found);
    }
    return found;
  }

  #search(text: string, township: string): readonly KnownVillage[] {
    const byCode = this.#byCode.get(text) ?? this.#byCode.get(this.words.village(text, township) ?? '');
    if (byCode) return [byCode];
    const parts = text.split(/[/\\>·|]/).filter((part) => part !== '');
    const regions = [...parts.slice(0, -1), ...(township ? [township] : [])];
    const direct = this.#named(parts.at(-1) ?? '').filter((village) => regions.every((region) => liesIn(village, region)));
    if (direct.length || parts.length > 1) return direct;
    // The township may stand before the name without anything between: 城厢镇永平村.
    const inside: KnownVillage[] = [];
    for (let cut = 1; cut < text.length; cut++) {
      inside.push(...this.#named(text.slice(cut)).filter((village) => halfWidth(village.township) === text.slice(0, cut)));
    }
    return inside;
  }

  /** Villages of exactly this name, else those of this name but for its ending. */
  #named(name: string): readonly KnownVillage[] {
    return this.#byName.get(name) ?? this.#byBareName.get(bareVillageName(name)) ?? [];
  }

  #near(text: string): string[] {
    const wanted =
      halfWidth(text)
        .split(/[/\\>·|]/)
        .at(-1) ?? '';
    if (/^\d+$/.test(wanted)) {
      return suggestions(wanted, this.#byCode.keys(), 3).map((code) => shownVillage(this.#byCode.get(code)!));
    }
    const near = suggestions(wanted, this.#byName.keys(), 3);
    return near.flatMap((name) => this.#byName.get(name)!.map(shownVillage)).slice(0, 3);
  }
}

const liesIn = (village: KnownVillage, region: string): boolean =>
  [village.township, village.county].some((name) => halfWidth(name) === region || bareRegionName(name) === bareRegionName(region));

function add(lists: Map<string, KnownVillage[]>, key: string, village: KnownVillage): void {
  const list = lists.get(key);
  if (list) list.push(village);
  else lists.set(key, [village]);
}
