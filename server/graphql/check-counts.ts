import { Problem } from '../base/errors/problem.js';
import type { ReadyScenario } from './scenario-results.js';

/** Projections × villages × years × trials of one request: about half a minute of one core. */
const MOST_COUNTED = 2_000_000_000;

/**
 * Refuses more projections of a scenario than one request may take.
 * @throws Problem SENSITIVITY_TOO_LARGE
 */
export function checkCounts(counts: number, { base: { scenario }, villages }: ReadyScenario): void {
  const { horizon, trials } = scenario;
  if (counts * villages * horizon * trials > MOST_COUNTED) {
    throw new Problem('SENSITIVITY_TOO_LARGE', { counts, villages, years: horizon, trials, most: MOST_COUNTED }, ['scenario', 'trials']);
  }
}
