import { MODES } from '../../../server/base/vocabulary.js';
import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Shown, CellPlace } from '../cell-place.js';
import type { CellOf, Field } from '../../notebook/fields.js';
import { findCell, type Cell, type Notebook } from '../../notebook/notebook.js';
import { isFields, type Reader, type WrittenFields } from '../../notebook/reader.js';
import { modelFit, type ModelFit } from './operations.js';
import type { ParametersWords } from './words.js';

/**
 * The fields of the API's ScenarioInput; scope comes from the notebook's county. What the forms read is checked here, the
 * rest is the API's to judge, which names field and fix.
 */
const scenario: Field<ScenarioSpec> = {
  read(written, path, reader) {
    if (written === undefined || written === null) return {};
    if (!isFields(written)) return reader.wrong(path, 'a scenario', written, {});
    checkScenario(written, path, reader);
    return written as ScenarioSpec;
  },
  write: (value) => value,
  references: () => [],
};

export const parametersFields = { scenario };

export type ParametersCell = CellOf<'parameters', typeof parametersFields>;

export interface ParametersAnswers {
  readonly fit: { readonly modelFit: readonly ModelFit[] };
}

function checkScenario(spec: WrittenFields, path: string, reader: Reader): void {
  const numbers = (fields: WrittenFields, at: string, names: readonly string[]) => {
    for (const name of names) {
      const value = fields[name] ?? 0;
      if (typeof value !== 'number' || !Number.isFinite(value)) reader.wrong(`${at}.${name}`, 'a number', value, undefined);
    }
  };
  const texts = (fields: WrittenFields, at: string, names: readonly string[], filled: boolean) => {
    for (const name of names) {
      const value = fields[name] ?? (filled ? '' : 'left out');
      if (typeof value !== 'string' || value === '') reader.wrong(`${at}.${name}`, 'text', fields[name], undefined);
    }
  };
  const mode = (fields: WrittenFields, at: string) => {
    if (!(MODES as readonly unknown[]).includes(fields['mode']))
      reader.wrong(`${at}.mode`, `one of ${MODES.join(', ')}`, fields['mode'], undefined);
  };
  numbers(spec, path, ['horizon', 'trials', 'seed']);
  texts(spec, path, ['asOf'], false);
  reader.each(spec['growth'], `${path}.growth`, (entry, at) => {
    mode(entry, at);
    numbers(entry, at, ['rate', 'weight', 'year']);
  });
  reader.each(spec['options'], `${path}.options`, (entry, at) => {
    texts(entry, at, ['code'], true);
    mode(entry, at);
    numbers(entry, at, ['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late']);
  });
  for (const name of ['policy', 'target', 'reinvest']) {
    const value = spec[name] ?? {};
    if (!isFields(value)) reader.wrong(`${path}.${name}`, 'fields', value, undefined);
  }
}

export const isParameters = (cell: Cell | undefined): cell is ParametersCell => cell?.kind === 'parameters';

/** The parameters cell that carries a scenario's name, if it is there. */
export function findScenario(notebook: Notebook, id: string): ParametersCell | undefined {
  const cell = findCell(notebook, id);
  return isParameters(cell) ? cell : undefined;
}

export const scenarioCells = (notebook: Notebook): readonly ParametersCell[] => notebook.cells.filter(isParameters);

/** The trend is shown beside every plan; it depends on the data alone. */
export const parametersRequests = (cell: ParametersCell, { county }: CellPlace) => ({
  fit: modelFit(county.code, cell.scenario.asOf ?? null),
});

export const parametersMeta = ({ cell, defaults, words, format }: Shown<ParametersCell, unknown, ParametersWords>): string =>
  words.meta(format.count(cell.scenario.trials ?? defaults.trials), cell.scenario.seed ?? defaults.seed);
