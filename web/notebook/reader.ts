import { NOTEBOOK_FORMAT } from './notebook-spec.js';

/** Where a written notebook is wrong, and what was meant to stand there. */
export interface FormatProblem {
  readonly path: string;
  readonly expected: string;
  readonly found: unknown;
}

export class NotebookFormatError extends Error {
  constructor(readonly problems: readonly FormatProblem[]) {
    super(problems.map((problem) => `${problem.path}: expected ${problem.expected}, found ${written(problem.found)}`).join('\n'));
    this.name = 'NotebookFormatError';
  }

  /** Written by a later version of this program: it must be kept as it is. */
  get tooNew(): boolean {
    return this.problems.some(
      (problem) => problem.path === 'notebook' && typeof problem.found === 'number' && problem.found > NOTEBOOK_FORMAT,
    );
  }
}

const written = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, 60);

export type WrittenFields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is WrittenFields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects every problem on the way, so that a person mends a file once, not once a field. */
export class Reader {
  readonly problems: FormatProblem[] = [];

  /** Notes a problem and goes on with something in place of what was found. */
  wrong<Value>(path: string, expected: string, found: unknown, instead: Value): Value {
    this.problems.push({ path, expected, found });
    return instead;
  }

  /** Reads each entry of a list of fields; nothing written is an empty list. */
  each(value: unknown, path: string, read: (entry: WrittenFields, path: string) => void): void {
    if (value === undefined || value === null) return;
    if (!Array.isArray(value)) return this.wrong(path, 'a list', value, undefined);
    value.forEach((entry: unknown, index) => {
      const at = `${path}[${index}]`;
      if (isFields(entry)) read(entry, at);
      else this.wrong(at, 'fields', entry, undefined);
    });
  }
}
