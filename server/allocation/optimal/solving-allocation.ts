import type { VillageRecord } from '../../base/county.js';
import { Problem } from '../../base/errors/problem.js';
import type { Draws } from '../../projection/draws.js';
import type { CountyRequest, FittedCounty } from '../../projection/project-county.js';
import { yuanOf, type AllocationRule } from '../../scenario/allocation-rule.js';
import { isInScope } from '../../scenario/known-regions.js';
import type { ListedGrant, Scenario } from '../../scenario/scenario.js';
import { joinChanceTables, makingChanceTables, type ChanceTables } from '../chance-tables.js';
import type { LumpPlan } from '../lumps/lump-problem.js';
import { impossibleBecause } from './impossible.js';
import { solveAllocation, type SolvedAllocation } from './solve-allocation.js';
import { standingsOf } from './standing.js';

/** What is to be allocated, and on top of what. */
export interface AllocationRequest {
  /** Whole counties, ascending by code. */
  readonly counties: readonly FittedCounty[];
  readonly scenario: Scenario;
  /** Money already given: what the scenario's policy resolves to. */
  readonly grants: readonly ListedGrant[];
  readonly rule: AllocationRule;
  /** The calendar year in which targets are to be reached. */
  readonly year: number;
  /** Where the rule stands in the input, for the paths of problems. */
  readonly place: readonly string[];
}

/** Where the rule of a scenario's policy stands. */
export const POLICY_PLACE = ['scenario', 'policy', 'optimal'];

/** Villages × options × lumps that one allocation may look at. */
const MOST_CELLS = 10_000_000;

/** @throws Problem ALLOCATION_TOO_LARGE */
export function checkSize(villages: number, { options, most }: Pick<AllocationRule, 'options' | 'most'>, place: readonly string[]): void {
  if (villages * options.length * (most + 1) <= MOST_CELLS) return;
  const details = { villages, options: options.length, lumps: most, most: MOST_CELLS };
  throw new Problem('ALLOCATION_TOO_LARGE', details, [...place, 'lump']);
}

/**
 * Makes the chance tables of all counties and solves; yields after each village, so that whoever runs it may stop.
 * @throws Problem, Problems YEAR_NOT_PROJECTED, NO_VILLAGE_MAY_BE_FUNDED, FORCED_IN_NOT_ELIGIBLE, ALLOCATION_TOO_LARGE, NO_PLAN_FOUND
 */
export function* solvingAllocation(
  { counties, scenario, grants, rule, year, place }: AllocationRequest,
  draws: Draws,
): Generator<void, SolvedAllocation> {
  const inScope = (village: string) => isInScope(village, scenario.scope);
  const villages = counties.flatMap(({ record }) => record.villages.filter(({ code }) => inScope(code)));
  const standings = standingsOf(villages, rule, place);
  checkSize(villages.length, rule, place);
  const parts: ChanceTables[] = [];
  for (const county of counties) parts.push(yield* makingTablesFor(rule, county, { scenario, grants, inScope }, { year, draws }));
  return solveAllocation(joinChanceTables(parts), rule, standings);
}

/** The tables of one county that a rule looks at. */
export function makingTablesFor(
  rule: AllocationRule,
  county: FittedCounty,
  request: CountyRequest,
  { year, draws }: { readonly year: number; readonly draws: Draws },
): Generator<void, ChanceTables> {
  const options = rule.options.map((code) => request.scenario.options.find((option) => option.code === code)!);
  return makingChanceTables(county, request, { options, scale: { lump: rule.lump, levels: rule.most }, year }, draws);
}

/** What a plan gives, ascending by village. */
export function grantsOf({ tables, rule }: Pick<SolvedAllocation, 'tables' | 'rule'>, plan: LumpPlan): ListedGrant[] {
  return tables.villages.flatMap((village, v) =>
    plan.lumps[v] ? [{ village, amount: yuanOf(plan.lumps[v], rule), option: rule.options[plan.options[v]!]! }] : [],
  );
}

/**
 * The grants of the best allocation, as a policy gives them; yields after each village.
 * @throws Problem ALLOCATION_IMPOSSIBLE besides those of `solvingAllocation`
 */
export function* seekingOptimalGrants(request: AllocationRequest, draws: Draws): Generator<void, ListedGrant[]> {
  return foundGrants(yield* solvingAllocation(request, draws));
}

/**
 * The same from tables that were made elsewhere.
 * @param tables of counties ascending by code
 * @param villages theirs, in the same order
 */
export const optimalGrantsFrom = (
  tables: readonly ChanceTables[],
  villages: readonly VillageRecord[],
  rule: AllocationRule,
): ListedGrant[] => foundGrants(solveAllocation(joinChanceTables(tables), rule, standingsOf(villages, rule, POLICY_PLACE)));

function foundGrants(solved: SolvedAllocation): ListedGrant[] {
  if (solved.found) return grantsOf(solved, solved.found.plan);
  const reasons = impossibleBecause(solved);
  throw new Problem('ALLOCATION_IMPOSSIBLE', {
    zh: reasons.map((reason) => reason.text('zh')).join('；'),
    en: reasons.map((reason) => reason.text('en')).join('; '),
  });
}
