import type { Draws } from '../projection/draws.js';
import { projectVillages, type FittedCounty } from '../projection/project-county.js';
import { ScopeYear, summariseVillage, type ScopeSums, type VillageOutcome } from '../projection/summary.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';

/** Grants, and the projected years (0 is year 1) that are asked for under them. */
export interface GrantedYears {
  readonly grants: readonly ListedGrant[];
  readonly years: readonly number[];
}

/** One county in one projected year: its villages, and what they add up to, to be joined with other counties. */
export interface CountyYear {
  readonly year: number;
  readonly villages: readonly VillageOutcome[];
  readonly sums: ScopeSums;
}

/**
 * Projects one county of a scenario, its villages once for each list of grants however many years are asked for.
 * @returns the years in the order asked for; yields after each village, so that whoever runs it may stop
 */
export function* projectingCounty(
  county: FittedCounty,
  scenario: Scenario,
  asked: readonly GrantedYears[],
  draws: Draws,
): Generator<void, CountyYear[]> {
  const results: CountyYear[] = [];
  for (const { grants, years } of asked) {
    const request = { scenario, grants, inScope: (village: string) => isInScope(village, scenario.scope) };
    const sums = years.map((year) => ({ year, scope: new ScopeYear(draws), villages: [] as VillageOutcome[] }));
    for (const village of projectVillages(county, request, draws)) {
      for (const { year, scope, villages } of sums) villages.push(summariseVillage(village, year, scope));
      yield;
    }
    for (const { year, scope, villages } of sums) {
      results.push({ year, villages, sums: scope.sums() });
      scope.release();
    }
  }
  return results;
}
