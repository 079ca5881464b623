import { Problem, type ProblemDetails } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import type { ProblemCode } from '../base/errors/catalogue.js';
import { parseMonth, type Month } from '../base/month.js';
import { suggestCodes } from './known-regions.js';
import type { Range } from './ranges.js';

/** Where in the scenario a value stands: names of fields and positions in lists. */
export type Place = readonly (string | number)[];

/** Looking for near codes among a country's villages takes time, so only the first mistakes get suggestions. */
const MOST_SUGGESTIONS = 10;

/** growth[0].rate */
const written = (place: Place): string =>
  place.map((part, index) => (typeof part === 'number' ? `[${part}]` : index ? `.${part}` : part)).join('');

/** Checks the values of a scenario one by one and remembers everything that is wrong. */
export class ScenarioChecks {
  readonly #problems: Problem[] = [];
  #suggested = 0;

  /** @param base path of the scenario in the input it came with, for example ['scenario'] */
  constructor(private readonly base: readonly string[] = []) {}

  add(code: ProblemCode, details: ProblemDetails, place: Place): void {
    this.#problems.push(new Problem(code, details, [...this.base, ...place.map(String)]));
  }

  /** The value if it is a number within the range, else the fallback, the problem being noted. */
  number(value: number | null | undefined, fallback: number, { least, most }: Range, place: Place): number {
    if (value === null || value === undefined) return fallback;
    if (typeof value !== 'number' || !Number.isFinite(value))
      this.add('NOT_A_NUMBER', { field: written(place), value: String(value) }, place);
    else if (value < least || value > most) this.add('OUT_OF_RANGE', { field: written(place), value, least, most }, place);
    else return value;
    return fallback;
  }

  integer(value: number | null | undefined, fallback: number, range: Range, place: Place): number {
    if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) {
      this.add('NOT_AN_INTEGER', { field: written(place), value }, place);
      return fallback;
    }
    return this.number(value, fallback, range, place);
  }

  month(value: string | null | undefined, place: Place): Month | undefined {
    if (value === null || value === undefined) return undefined;
    const month = parseMonth(value);
    if (month === undefined) this.add('BAD_YEAR_MONTH', { value }, place);
    return month;
  }

  /** Notes an unknown code with the nearest known ones. */
  known(
    code: string,
    known: ReadonlyMap<string, string>,
    problem: 'UNKNOWN_VILLAGE' | 'UNKNOWN_PARK' | 'UNKNOWN_REGION',
    place: Place,
    more: ProblemDetails = {},
  ): boolean {
    if (known.has(code)) return true;
    this.#suggested += 1;
    const near = this.#suggested <= MOST_SUGGESTIONS ? suggestCodes(code, known) : [];
    this.add(problem, { value: code, suggestions: near, ...more }, place);
    return false;
  }

  /** Notes every entry whose key stood before. */
  unique<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string, placeOf: (index: number) => Place): void {
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      const key = keyOf(entry);
      const place = placeOf(index);
      if (seen.has(key)) this.add('DUPLICATE_CODE', { field: String(place[0]), value: key }, place);
      seen.add(key);
    });
  }

  /** @throws Problems if anything was noted */
  finish(): void {
    if (this.#problems.length) throw new Problems(this.#problems);
  }
}
