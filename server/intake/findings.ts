import type { ProblemCode } from '../base/errors/catalogue.js';
import { Problem, type ProblemDetails } from '../base/errors/problem.js';

/** Where in the files something stands; rows count as in a spreadsheet, the header's included. */
export interface Place {
  readonly file: string;
  readonly row?: number | undefined;
  /** The column's header as the file writes it. */
  readonly column?: string | undefined;
}

export interface Finding {
  readonly place: Place;
  readonly problem: Problem;
}

/** The longest piece of a file that a message repeats. */
const MOST_SHOWN = 60;

/** What a cell holds, fit to be printed: control characters replaced, long text cut. */
export function shown(text: string): string {
  // eslint-disable-next-line no-control-regex -- terminals obey control characters
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  return plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
}

const shownDetails = (details: ProblemDetails): ProblemDetails =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? shown(value) : Array.isArray(value) ? (value as readonly string[]).map(shown) : value,
    ]),
  );

/** Collects everything that is wrong with the files, so that one run tells all of it. */
export class Findings {
  readonly #found: Finding[] = [];

  add(place: Place, code: ProblemCode, details: ProblemDetails = {}): void {
    const path = [place.file, place.row, place.column].filter((part) => part !== undefined).map(String);
    this.#found.push({ place, problem: new Problem(code, shownDetails(details), path) });
  }

  /** In the order of files, then rows. */
  get all(): readonly Finding[] {
    const files = [...new Set(this.#found.map(({ place }) => place.file))];
    return [...this.#found].sort(
      (left, right) => files.indexOf(left.place.file) - files.indexOf(right.place.file) || (left.place.row ?? 0) - (right.place.row ?? 0),
    );
  }

  /** Throws ImportRefused where anything was found. */
  refuse(): void {
    if (this.#found.length) throw new ImportRefused(this.all);
  }
}

/** The files cannot be imported, for all these reasons; nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(readonly findings: readonly Finding[]) {
    super(`import refused: ${findings.length} findings, the first: ${findings[0]?.problem.message ?? ''}`);
  }
}
