import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import type { FittedCounty } from '../projection/project-county.js';
import { isInScope } from '../scenario/known-regions.js';
import type { Scenario } from '../scenario/scenario.js';

/** A scenario with the counties it projects, each fitted up to its as-of month under its assumptions. */
export interface Comparable {
  readonly scenario: Scenario;
  readonly counties: readonly FittedCounty[];
}

/** What has to be the same for scenarios to be compared trial by trial. */
export interface ComparedBounds {
  readonly scenario: Pick<Scenario, 'name' | 'seed' | 'trials'>;
  /** Codes of the villages in scope, ascending. */
  readonly villages: readonly string[];
  /** Projected calendar years, ascending. */
  readonly years: readonly number[];
}

export const boundsOf = ({ scenario, counties }: Comparable): ComparedBounds => ({
  scenario,
  villages: counties.flatMap(({ record }) => record.villages.map(({ code }) => code).filter((code) => isInScope(code, scenario.scope))),
  years: Array.from({ length: scenario.horizon }, (_, h) => counties[0]!.fit.panel.nextYear + h),
});

/** How many scenarios can be compared at once. */
const COMPARED = { least: 2, most: 20 } as const;

/** @throws Problem SCENARIO_COUNT, or OUT_OF_RANGE where no scenario stands at the baseline's position */
export function checkComparedCount(count: number, baseline: number): void {
  if (count < COMPARED.least || count > COMPARED.most) throw new Problem('SCENARIO_COUNT', { value: count, ...COMPARED }, ['scenarios']);
  if (!(Number.isInteger(baseline) && baseline >= 0 && baseline < count)) {
    throw new Problem('OUT_OF_RANGE', { field: 'baseline', value: baseline, least: 0, most: count - 1 }, ['baseline']);
  }
}

/**
 * Position of the year that is compared among the projected ones.
 * @param asked calendar year; left out: the last projected one
 * @throws Problem YEAR_NOT_PROJECTED
 */
export function comparedYear(years: readonly number[], asked: number | undefined): number {
  const year = asked === undefined ? years.length - 1 : years.indexOf(asked);
  if (year < 0) throw new Problem('YEAR_NOT_PROJECTED', { value: asked, years: years.join(', ') }, ['year']);
  return year;
}

/**
 * Refuses what cannot be compared trial by trial: other random numbers, other villages or other years than the baseline's.
 * As-of months may differ within one running year, so that one can ask what the receipts of a month have changed.
 * @throws Problems everything that is wrong, each naming the scenario by its position
 */
export function checkComparable(compared: readonly ComparedBounds[], baseline: number): void {
  checkComparedCount(compared.length, baseline);
  const base = compared[baseline]!;
  const problems = compared.flatMap((other, index) => differences(other, base, index));
  if (problems.length) throw new Problems(problems);
}

function differences(other: ComparedBounds, base: ComparedBounds, index: number): Problem[] {
  const problems: Problem[] = [];
  const at = (field: string) => ['scenarios', String(index), field];
  for (const field of ['seed', 'trials'] as const) {
    const [value, wanted] = [other.scenario[field], base.scenario[field]];
    if (value === wanted) continue;
    problems.push(new Problem('COMPARED_DRAWS_DIFFER', { field: `scenarios[${index}].${field}`, value, baseline: wanted }, at(field)));
  }
  const scenario = other.scenario.name ? `${index} (${other.scenario.name})` : index;
  const [villages, baseVillages] = [other.villages, base.villages];
  if (villages.join() !== baseVillages.join()) {
    problems.push(
      new Problem('COMPARED_VILLAGES_DIFFER', { scenario, value: villages.length, baseline: baseVillages.length }, at('scope')),
    );
  }
  const [years, baseYears] = [other.years, base.years];
  if (years.join() !== baseYears.join()) {
    const field = years[0] === baseYears[0] ? 'horizon' : 'asOf';
    problems.push(new Problem('COMPARED_YEARS_DIFFER', { scenario, value: years.join(', '), baseline: baseYears.join(', ') }, at(field)));
  }
  return problems;
}
