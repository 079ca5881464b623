import type { ProblemCode } from '../base/errors/catalogue.js';
import { Problem, type ProblemDetails } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import { canonicalJson } from '../base/canonical-json.js';
import { suggestions } from '../base/suggestion.js';

/** The version of the written form. */
export const NOTEBOOK_FORMAT = 1;

/** The most that a notebook may take as canonical JSON in UTF-8, and as YAML: ten times the largest sensible one. */
export const MOST_NOTEBOOK_BYTES = 256 * 1024;
const MOST_CELLS = 200;
const MOST_DEPTH = 24;
const MOST_TITLE = 200;
const MOST_CELL_ID = 64;
/** More than this many faults help nobody. */
const MOST_PROBLEMS = 20;

/** The fields of a notebook, in the order in which a file shows them. */
export const NOTEBOOK_FIELDS = ['notebook', 'title', 'county', 'language', 'cells'] as const;

/** A written notebook of the right form. What the fields of its cells mean is for whoever runs them to check. */
export interface NotebookForm {
  readonly title: string;
  /** The county's code; null: the first county loaded. */
  readonly county: string | null;
  /** Who it is written for, where it says so. */
  readonly language: 'zh-CN' | 'en' | null;
  /** The whole of it as canonical JSON. */
  readonly text: string;
}

export type Path = readonly (string | number)[];

export interface NotebookPlacement {
  /** Where the notebook stands in what was sent. */
  readonly place?: Path;
  /** The line that a place of the notebook is written in, where it was read from a text. */
  readonly lineOf?: (path: Path) => number | undefined;
}

/**
 * Holds a value against the form of a notebook, trusting nothing of it: sizes, depth, kinds of values, names of cells.
 * @throws Problems everything that is wrong (up to 20), each with line, cell, field and what should stand there
 */
export function checkNotebook(spec: unknown, { place = [], lineOf = () => undefined }: NotebookPlacement = {}): NotebookForm {
  const check = new Check(place, lineOf);
  if (!isFields(spec)) throw check.failedBy([], 'NOTEBOOK_FIELD', wanted('notebook', MAP, spec));
  if (spec['notebook'] !== NOTEBOOK_FORMAT) {
    throw check.failedBy(['notebook'], 'NOTEBOOK_FORMAT', { known: NOTEBOOK_FORMAT, value: shown(spec['notebook']) });
  }
  check.plain(spec, [], 0);
  for (const name of Object.keys(spec)) {
    if ((NOTEBOOK_FIELDS as readonly string[]).includes(name)) continue;
    check.add([name], 'UNKNOWN_NOTEBOOK_FIELD', { value: name, suggestions: suggestions(name, NOTEBOOK_FIELDS) });
  }
  const title = check.field(spec, ['title'], isTitle, {
    zh: `一行文字，最多 ${MOST_TITLE} 字`,
    en: `one line of text, at most ${MOST_TITLE} characters`,
  });
  const county = check.optional(spec, ['county'], isCounty, { zh: '带引号的六位县代码', en: 'a six-digit county code in quotes' });
  const language = check.optional(spec, ['language'], isLanguage, { zh: 'zh-CN 或 en', en: 'zh-CN or en' });
  check.cells(spec['cells']);
  check.throwIfAny();

  const text = canonicalJson(spec);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_NOTEBOOK_BYTES) throw new Problem('NOTEBOOK_TOO_LARGE', { value: bytes, most: MOST_NOTEBOOK_BYTES }, place.map(String));
  return { title: title ?? '', county: county ?? null, language: language ?? null, text };
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

const MAP: Words = { zh: '若干项（名称：值）', en: 'fields (name: value)' };
const LIST: Words = { zh: '列表', en: 'a list' };
const PLAIN: Words = { zh: '文字、有限的数、true/false、列表或若干项', en: 'text, a finite number, true or false, a list or fields' };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
/** Neither control characters nor halves of a character. */
const isLine = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed() && !/\p{Cc}/u.test(value);
const isTitle = (value: unknown): value is string => isLine(value) && value.length <= MOST_TITLE;
const isCounty = (value: unknown): value is string => typeof value === 'string' && /^\d{6}$/.test(value);
const isLanguage = (value: unknown): value is 'zh-CN' | 'en' => value === 'zh-CN' || value === 'en';
const isCellId = (value: unknown): value is string => isLine(value) && value.trim() !== '' && value.length <= MOST_CELL_ID;
const isKind = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,40}$/.test(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** A value as a message shows it: the beginning of its JSON. */
function shown(value: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

const wanted = (field: string, { zh, en }: Words, value: unknown): ProblemDetails => ({
  field,
  wantedZh: zh,
  wantedEn: en,
  value: shown(value),
});

const fieldOf = (path: Path): string => path.reduce<string>((text, part) => joined(text, part), '');
const joined = (text: string, part: string | number): string =>
  typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`;

/** Collects faults on the way, so that a person mends a file once, not once a field. */
class Check {
  readonly #problems: Problem[] = [];
  /** Names of the cells by position, for messages. */
  readonly #names = new Map<number, string>();

  constructor(
    private readonly place: Path,
    private readonly lineOf: (path: Path) => number | undefined,
  ) {}

  add(path: Path, code: ProblemCode, details: ProblemDetails): void {
    if (this.#problems.length >= MOST_PROBLEMS) return;
    const index = path[0] === 'cells' && typeof path[1] === 'number' ? path[1] : undefined;
    const cell = index === undefined ? undefined : (this.#names.get(index) ?? `${index + 1}`);
    this.#problems.push(new Problem(code, { line: this.lineOf(path), cell, ...details }, [...this.place, ...path].map(String)));
  }

  failedBy(path: Path, code: ProblemCode, details: ProblemDetails): Problems {
    this.add(path, code, details);
    return new Problems(this.#problems);
  }

  throwIfAny(): void {
    if (this.#problems.length) throw new Problems(this.#problems);
  }

  /** A field that must be there. */
  field<Value>(fields: Fields, path: Path, is: (value: unknown) => value is Value, words: Words): Value | undefined {
    const value = fields[path.at(-1)!];
    if (is(value)) return value;
    this.add(path, 'NOTEBOOK_FIELD', wanted(withinCell(path), words, value));
    return undefined;
  }

  /** A field that may be left out. */
  optional<Value>(fields: Fields, path: Path, is: (value: unknown) => value is Value, words: Words): Value | undefined {
    return (fields[path.at(-1)!] ?? null) === null ? undefined : this.field(fields, path, is, words);
  }

  cells(cells: unknown): void {
    if (!Array.isArray(cells)) return this.add(['cells'], 'NOTEBOOK_FIELD', wanted('cells', LIST, cells));
    if (cells.length > MOST_CELLS) return this.add(['cells'], 'NOTEBOOK_TOO_MANY_CELLS', { value: cells.length, most: MOST_CELLS });
    const taken = new Set<string>();
    for (const [index, cell] of cells.entries()) {
      const at = ['cells', index];
      if (!isFields(cell)) {
        this.add(at, 'NOTEBOOK_FIELD', wanted(fieldOf(at), MAP, cell));
        continue;
      }
      const id = this.field(cell, [...at, 'id'], isCellId, {
        zh: `一行文字，1 到 ${MOST_CELL_ID} 字`,
        en: `one line of text, 1 to ${MOST_CELL_ID} characters`,
      });
      if (id !== undefined) this.#names.set(index, id);
      if (id !== undefined && taken.has(id)) this.add([...at, 'id'], 'NOTEBOOK_CELL_ID_TAKEN', {});
      taken.add(id ?? '');
      this.field(cell, [...at, 'kind'], isKind, { zh: '格子的种类，如 text、parameters', en: 'a kind of cell such as text or parameters' });
      this.optional(cell, [...at, 'title'], isTitle, {
        zh: `一行文字，最多 ${MOST_TITLE} 字`,
        en: `one line of text, at most ${MOST_TITLE} characters`,
      });
      this.optional(cell, [...at, 'folded'], isFlag, { zh: 'true 或 false', en: 'true or false' });
    }
  }

  /** Plain data all the way down, and not too far down. */
  plain(value: unknown, path: Path, depth: number): void {
    if (this.#problems.length >= MOST_PROBLEMS) return;
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return;
    if (typeof value === 'number' && Number.isFinite(value)) return;
    const inner = Array.isArray(value) ? value.entries() : isFields(value) ? Object.entries(value) : undefined;
    if (!inner) return this.add(path, 'NOTEBOOK_FIELD', wanted(withinCell(path), PLAIN, value));
    if (depth >= MOST_DEPTH) return this.add(path, 'NOTEBOOK_TOO_DEEP', { field: withinCell(path), most: MOST_DEPTH });
    for (const [name, part] of inner) {
      if (name === '__proto__') this.add([...path, name], 'UNKNOWN_NOTEBOOK_FIELD', { value: name });
      else this.plain(part, [...path, name], depth + 1);
    }
  }
}

/** The field as someone looks for it: within its cell where it is in one. */
const withinCell = (path: Path): string => (path[0] === 'cells' && path.length > 2 ? fieldOf(path.slice(2)) : fieldOf(path));
