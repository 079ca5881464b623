import type { ScenarioSpec } from '../../../server/scenario/spec.js';
import type { Notebook } from '../../notebook/notebook.js';
import { findScenario } from '../parameters/parameters.js';
import { askedScenario } from '../scenario-request.js';

/** `"@plan"` stands for the scenario of the parameters cell `plan`; a text that begins with @ is written with two, `"@@…"`. */
const REFERENCE = /^@(?!@)/;

/** The ids of the parameters cells that variables follow, each once, in the order written. */
export function scenariosIn(variables: unknown): string[] {
  const found = new Set<string>();
  mapTexts(variables, (text) => {
    if (REFERENCE.test(text)) found.add(text.slice(1));
    return text;
  });
  return [...found];
}

/** Puts the scenarios of a notebook's cells in the place of their references, each under its cell's title. */
export const withScenarios = (variables: unknown, notebook: Notebook, county: string): unknown =>
  mapTexts(variables, (text) => {
    if (!REFERENCE.test(text)) return text.replace(/^@@/, '@');
    const cell = findScenario(notebook, text.slice(1));
    return cell ? asked(cell.scenario, cell.title, county) : text;
  });

const asked = (scenario: ScenarioSpec, title: string, county: string): ScenarioSpec => ({
  ...askedScenario(scenario, county),
  name: title === '' ? undefined : title,
});

function mapTexts(value: unknown, map: (text: string) => unknown): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, map)]));
}
