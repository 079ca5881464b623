import { cellName, numeral, optional } from '../notebook/fields.js';
import type { CellPlace } from './cell-place.js';
import { findScenario, scenarioCells } from './parameters/parameters.js';
import { projectedYears } from './scenario-request.js';

/** The fields of a cell that shows one scenario in one year. */
export const followedFields = {
  /** The id of a parameters cell. */
  scenario: cellName('scenario', 'parameters'),
  /** Null: the last projected year. */
  year: optional(numeral),
};

/** A new cell follows the first scenario there is. */
export const freshFollowed = ({ notebook }: CellPlace) => ({ scenario: scenarioCells(notebook)[0]?.id ?? '', year: null });

/** The years that a cell may show: those that its scenario projects. */
export function yearsOf(scenario: string, { notebook, county, defaults }: CellPlace): readonly number[] {
  const followed = findScenario(notebook, scenario);
  return followed ? projectedYears(followed.scenario, county.asOf, defaults) : [];
}
