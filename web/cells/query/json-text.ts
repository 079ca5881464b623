/** What is wrong with a JSON text: a name of the catalogue's `query.json`, and what was found there. */
export interface JsonProblem {
  readonly problem: 'value' | 'key' | 'colon' | 'comma' | 'open' | 'number' | 'escape' | 'after' | 'twice' | 'deep';
  readonly from: number;
  readonly to: number;
  /** The text found; empty at the end. */
  readonly found: string;
}

/** Where a value stands in a text. */
export interface JsonPlace {
  readonly from: number;
  readonly to: number;
}

export type JsonText =
  /** `placeOf` gives where the value at a path stands, or the nearest value around it. */
  { readonly value: unknown; readonly placeOf: (path: readonly (string | number)[]) => JsonPlace } | { readonly wrong: JsonProblem };

interface Node extends JsonPlace {
  readonly value: unknown;
  readonly parts: ReadonlyMap<string, Node>;
}

const MOST_DEPTH = 64;
const NONE: ReadonlyMap<string, Node> = new Map();

/** Reads JSON (RFC 8259) and remembers where each value stands, so that whoever judges a value can point at it. */
export function readJson(text: string): JsonText {
  try {
    const reader = new JsonReader(text);
    const root = reader.document();
    return { value: root.value, placeOf: (path) => placeIn(root, path) };
  } catch (thrown) {
    if (thrown instanceof Wrong) return { wrong: thrown.wrong };
    throw thrown;
  }
}

function placeIn(root: Node, path: readonly (string | number)[]): JsonPlace {
  let node = root;
  for (const part of path) {
    const next = node.parts.get(String(part));
    if (!next) break;
    node = next;
  }
  return { from: node.from, to: node.to };
}

class Wrong extends Error {
  constructor(readonly wrong: JsonProblem) {
    super(wrong.problem);
  }
}

class JsonReader {
  #at = 0;

  constructor(private readonly text: string) {}

  document(): Node {
    const root = this.#value(0);
    this.#space();
    if (this.#at < this.text.length) this.#fail('after');
    return root;
  }

  #value(depth: number): Node {
    this.#space();
    if (depth > MOST_DEPTH) this.#fail('deep');
    const from = this.#at;
    const first = this.text[from];
    if (first === '{') return this.#object(from, depth);
    if (first === '[') return this.#list(from, depth);
    if (first === '"') return { value: this.#string(), from, to: this.#at, parts: NONE };
    const word = /^[-+.\w]+/.exec(this.text.slice(from, from + 400))?.[0] ?? '';
    const named = new Map<string, unknown>([
      ['true', true],
      ['false', false],
      ['null', null],
    ]);
    if (!named.has(word) && !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word))
      this.#fail(/^[-+.\d]/.test(word) ? 'number' : 'value', from, Math.min(from + Math.max(word.length, 1), this.text.length));
    this.#at += word.length;
    return { value: named.has(word) ? named.get(word) : Number(word), from, to: this.#at, parts: NONE };
  }

  #object(from: number, depth: number): Node {
    const parts = new Map<string, Node>();
    this.#at += 1;
    this.#space();
    while (this.text[this.#at] !== '}') {
      if (parts.size > 0) this.#comma(from, '}');
      const keyAt = this.#at;
      if (this.text[keyAt] !== '"') this.#fail(keyAt >= this.text.length ? 'open' : 'key', keyAt >= this.text.length ? from : keyAt);
      const key = this.#string();
      if (parts.has(key)) this.#fail('twice', keyAt, this.#at);
      this.#space();
      if (this.text[this.#at] !== ':') this.#fail('colon');
      this.#at += 1;
      parts.set(key, this.#value(depth + 1));
      this.#space();
    }
    this.#at += 1;
    return { value: Object.fromEntries([...parts].map(([key, { value }]) => [key, value])), from, to: this.#at, parts };
  }

  #list(from: number, depth: number): Node {
    const parts = new Map<string, Node>();
    this.#at += 1;
    this.#space();
    while (this.text[this.#at] !== ']') {
      if (parts.size > 0) this.#comma(from, ']');
      parts.set(String(parts.size), this.#value(depth + 1));
      this.#space();
    }
    this.#at += 1;
    return { value: [...parts.values()].map(({ value }) => value), from, to: this.#at, parts };
  }

  /** A comma with something behind it: before a closing bracket it is one too many. */
  #comma(from: number, closing: string): void {
    if (this.#at >= this.text.length) this.#fail('open', from, from + 1);
    if (this.text[this.#at] !== ',') this.#fail('comma');
    const comma = this.#at;
    this.#at += 1;
    this.#space();
    if (this.text[this.#at] === closing) this.#fail('after', comma, comma + 1);
  }

  #string(): string {
    const from = this.#at;
    const found = /^"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/.exec(this.text.slice(from))?.[0];
    if (found === undefined) {
      const line = /^[^\r\n]*/.exec(this.text.slice(from))![0];
      const wrongEscape = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(line);
      if (wrongEscape) this.#fail('escape', from + wrongEscape.index, from + wrongEscape.index + 2);
      this.#fail('open', from, from + line.length);
    }
    this.#at += found.length;
    return JSON.parse(found) as string;
  }

  #space(): void {
    while (' \t\r\n'.includes(this.text[this.#at] ?? '-')) this.#at += 1;
  }

  #fail(problem: JsonProblem['problem'], from = this.#at, to = Math.min(from + 1, this.text.length)): never {
    throw new Wrong({ problem, from, to, found: this.text.slice(from, to) });
  }
}
