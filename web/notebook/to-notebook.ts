import { MODES } from '../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../server/scenario/spec.js';
import { CELL_KINDS, type Cell, type CellKind, type Notebook } from './notebook.js';
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

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a written notebook whole, or throws `NotebookFormatError` with everything that is wrong in it. */
export function toNotebook(spec: unknown): Notebook {
  const reader = new Reader();
  if (!isFields(spec)) throw new NotebookFormatError([{ path: 'notebook', expected: 'a notebook', found: spec }]);
  if (spec['notebook'] !== NOTEBOOK_FORMAT) {
    throw new NotebookFormatError([{ path: 'notebook', expected: `format ${NOTEBOOK_FORMAT}`, found: spec['notebook'] }]);
  }
  const list = Array.isArray(spec['cells'])
    ? (spec['cells'] as readonly unknown[])
    : reader.wrong('cells', 'a list of cells', spec['cells'], []);
  const notebook: Notebook = {
    title: reader.text(spec, 'title', 'title', ''),
    county: reader.optionalText(spec, 'county', 'county'),
    cells: list.flatMap((cell, index) => readCell(reader, cell, `cells[${index}]`)),
  };
  checkNames(reader, notebook);
  if (reader.problems.length > 0) throw new NotebookFormatError(reader.problems);
  return notebook;
}

function readCell(reader: Reader, spec: unknown, path: string): Cell[] {
  if (!isFields(spec)) return reader.wrong(path, 'a cell', spec, []);
  const kind = spec['kind'];
  if (!CELL_KINDS.includes(kind as CellKind)) return reader.wrong(`${path}.kind`, `one of ${CELL_KINDS.join(', ')}`, kind, []);
  const any = { id: reader.text(spec, 'id', `${path}.id`), folded: reader.optionalFlag(spec, 'folded', `${path}.folded`) };
  if (kind === 'text') return [{ ...any, kind, text: reader.text(spec, 'text', `${path}.text`, '') }];
  const titled = { ...any, title: reader.optionalText(spec, 'title', `${path}.title`) ?? '' };
  if (kind === 'parameters') return [{ ...titled, kind, scenario: readScenario(reader, spec['scenario'] ?? {}, `${path}.scenario`) }];
  if (kind === 'history') {
    const period = spec['period'] ?? 'year';
    return period === 'year' || period === 'month'
      ? [{ ...titled, kind, period }]
      : reader.wrong(`${path}.period`, 'year or month', period, []);
  }
  if (kind === 'calibration') {
    return [{ ...titled, kind, closedMonths: reader.optionalNumber(spec, 'closedMonths', `${path}.closedMonths`) ?? 0 }];
  }
  if (kind === 'comparison') {
    const baseline = reader.text(spec, 'baseline', `${path}.baseline`);
    const scenarios = reader.texts(spec, 'scenarios', `${path}.scenarios`);
    return [{ ...titled, kind, baseline, scenarios, year: reader.optionalNumber(spec, 'year', `${path}.year`) }];
  }
  const follows = {
    ...titled,
    scenario: reader.text(spec, 'scenario', `${path}.scenario`),
    year: reader.optionalNumber(spec, 'year', `${path}.year`),
  };
  if (kind === 'outcome') return [{ ...follows, kind, baseline: reader.optionalText(spec, 'baseline', `${path}.baseline`) }];
  if (kind === 'villages') return [{ ...follows, kind }];
  const option = reader.optionalText(spec, 'option', `${path}.option`);
  return [{ ...follows, kind: 'village', village: reader.text(spec, 'village', `${path}.village`), option }];
}

/** Checks what the forms of a parameters cell read; the rest is the API's to judge, which names field and fix. */
function readScenario(reader: Reader, spec: unknown, path: string): ScenarioSpec {
  if (!isFields(spec)) return reader.wrong(path, 'a scenario', spec, {});
  for (const name of ['horizon', 'trials', 'seed']) reader.optionalNumber(spec, name, `${path}.${name}`);
  reader.optionalText(spec, 'asOf', `${path}.asOf`);
  reader.each(spec['growth'], `${path}.growth`, (entry, at) => {
    if (!(MODES as readonly unknown[]).includes(entry['mode']))
      reader.wrong(`${at}.mode`, `one of ${MODES.join(', ')}`, entry['mode'], null);
    for (const name of ['rate', 'weight', 'year']) reader.optionalNumber(entry, name, `${at}.${name}`);
  });
  reader.each(spec['options'], `${path}.options`, (entry, at) => {
    reader.text(entry, 'code', `${at}.code`);
    if (!(MODES as readonly unknown[]).includes(entry['mode']))
      reader.wrong(`${at}.mode`, `one of ${MODES.join(', ')}`, entry['mode'], null);
    for (const name of ['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late'])
      reader.optionalNumber(entry, name, `${at}.${name}`);
  });
  for (const name of ['policy', 'target', 'reinvest']) {
    const value = spec[name];
    if (value !== undefined && value !== null && !isFields(value)) reader.wrong(`${path}.${name}`, 'fields', value, null);
  }
  return spec as ScenarioSpec;
}

function checkNames(reader: Reader, notebook: Notebook): void {
  const seen = new Set<string>();
  notebook.cells.forEach((cell, index) => {
    if (seen.has(cell.id)) reader.wrong(`cells[${index}].id`, 'a name no other cell has', cell.id, null);
    seen.add(cell.id);
  });
}

/** Collects every problem on the way, so that a person mends a file once, not once a field. */
class Reader {
  readonly problems: FormatProblem[] = [];

  wrong<Value>(path: string, expected: string, found: unknown, instead: Value): Value {
    this.problems.push({ path, expected, found });
    return instead;
  }

  text(fields: Fields, name: string, path: string, shortest: '' | undefined = undefined): string {
    const value = fields[name];
    return typeof value === 'string' && (value !== '' || shortest === '') ? value : this.wrong(path, 'text', value, '');
  }

  optionalText(fields: Fields, name: string, path: string): string | null {
    const value = fields[name] ?? null;
    return value === null || typeof value === 'string' ? value : this.wrong(path, 'text in quotes', value, null);
  }

  texts(fields: Fields, name: string, path: string): string[] {
    const value = fields[name] ?? [];
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : this.wrong(path, 'a list of texts', value, []);
  }

  optionalNumber(fields: Fields, name: string, path: string): number | null {
    const value = fields[name] ?? null;
    return value === null || (typeof value === 'number' && Number.isFinite(value)) ? value : this.wrong(path, 'a number', value, null);
  }

  optionalFlag(fields: Fields, name: string, path: string): boolean {
    const value = fields[name] ?? false;
    return typeof value === 'boolean' ? value : this.wrong(path, 'true or false', value, false);
  }

  each(value: unknown, path: string, read: (entry: Fields, path: string) => void): void {
    if (value === undefined || value === null) return;
    if (!Array.isArray(value)) return this.wrong(path, 'a list', value, undefined);
    value.forEach((entry: unknown, index) => {
      const at = `${path}[${index}]`;
      if (isFields(entry)) read(entry, at);
      else this.wrong(at, 'fields', entry, null);
    });
  }
}
