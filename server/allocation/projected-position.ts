import { Problem } from '../base/errors/problem.js';
import type { FittedCounty } from '../projection/project-county.js';
import type { Scenario } from '../scenario/scenario.js';

/**
 * Where a calendar year stands among the projected ones, 0 being year 1.
 * @throws Problem YEAR_NOT_PROJECTED
 */
export function projectedPosition(year: number, { fit }: FittedCounty, { horizon }: Pick<Scenario, 'horizon'>): number {
  const position = year - fit.panel.nextYear;
  if (Number.isInteger(position) && position >= 0 && position < horizon) return position;
  const years = Array.from({ length: horizon }, (_, h) => fit.panel.nextYear + h);
  throw new Problem('YEAR_NOT_PROJECTED', { value: year, years: years.join(', ') }, ['year']);
}
