import type { Draws } from '../projection/draws.js';
import { projectVillages, type FittedCounty } from '../projection/project-county.js';
import { ScopeYear, type ScopeSums } from '../projection/scope-sums.js';
import { summariseVillage, type VillageOutcome } from '../projection/summary.js';
import { ALL_VILLAGES, type VillageShare } from '../projection/village-share.js';
import { isInScope } from '../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../scenario/scenario.js';

/** Grants, and the projected years (0 is year 1) that are asked for under them. */
export interface GrantedYears {
  readonly grants: readonly ListedGrant[];
  readonly years: readonly number[];
}

/** One county, or a share of its villages, in one projected year: the villages, and what they add up to. */
export interface CountyYear {
  readonly year: number;
  /** Ascending by code. */
  readonly villages: readonly VillageOutcome[];
  readonly sums: ScopeSums;
}

/**
 * Projects one county of a scenario, its villages once for each list of grants however many years are asked for.
 * @param share which of its villages; the sums of shares merge to the county's, bit for bit
 * @returns the years in the order asked for; yields after each village, so that whoever runs it may stop
 */
export function* projectingCounty(
  county: FittedCounty,
  scenario: Scenario,
  asked: readonly GrantedYears[],
  draws: Draws,
  share: VillageShare = ALL_VILLAGES,
): Generator<void, CountyYear[]> {
  const isOwn = share(county.record);
  const results: CountyYear[] = [];
  for (const { grants, years } of asked) {
    const inScope = (village: string) => isInScope(village, scenario.scope) && isOwn(village);
    const request = { scenario, grants, inScope, brokenDown: years };
    const sums = years.map((year) => ({ year, scope: new ScopeYear(draws), villages: [] as VillageOutcome[] }));
    try {
      for (const village of projectVillages(county, request, draws)) {
        for (const { year, scope, villages } of sums) villages.push(summariseVillage(village, year, scope));
        yield;
      }
      for (const { year, scope, villages } of sums) results.push({ year, villages, sums: scope.sums() });
    } finally {
      for (const { scope } of sums) scope.release();
    }
  }
  return results;
}
