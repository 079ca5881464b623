import { Problem, type ProblemDetails } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import type { Month } from '../base/month.js';
import { regionAt } from '../base/region.js';
import { isInScope, suggestCodes, type KnownCodes } from '../scenario/known-regions.js';
import type { CountySummary } from '../store/counties.js';
import type { VillageFilter } from './inputs/village-filter.js';
import type { WorkspaceState } from './workspace.js';

const MOST_SUGGESTIONS = 10;

/** Codes that an argument holds, to be found among known ones. */
interface Claim {
  readonly codes: readonly string[] | null | undefined;
  readonly known: ReadonlyMap<string, string>;
  readonly problem: 'UNKNOWN_REGION' | 'UNKNOWN_VILLAGE' | 'UNKNOWN_PARK';
  readonly path: readonly string[];
}

/**
 * Refuses codes that nothing loaded has: a mistyped code would otherwise silently match nothing.
 * @throws Problems one for each, the first of them with suggestions
 */
export function checkCodes(state: WorkspaceState, claims: readonly Claim[]): void {
  const problems: Problem[] = [];
  for (const { codes, known, problem, path } of claims) {
    (codes ?? []).forEach((code, index) => {
      if (known.has(code)) return;
      const near = problems.length < MOST_SUGGESTIONS ? suggestCodes(code, known) : [];
      const details: ProblemDetails = {
        value: code,
        suggestions: near,
        ...(problem === 'UNKNOWN_REGION' ? { loaded: loadedCounties(state) } : {}),
      };
      problems.push(new Problem(problem, details, [...path, String(index)]));
    });
  }
  if (problems.length) throw new Problems(problems);
}

const loadedCounties = ({ counties }: WorkspaceState): string => counties.map(({ code, name }) => `${name} (${code})`).join(', ');

/** An empty scope and one left out both mean everything loaded. */
export function checkScope(state: WorkspaceState, scope: readonly string[] | null | undefined): readonly string[] | undefined {
  checkCodes(state, [{ codes: scope, known: state.known.regions, problem: 'UNKNOWN_REGION', path: ['scope'] }]);
  return scope?.length ? scope : undefined;
}

const townshipsOf = ({ regions }: KnownCodes): ReadonlyMap<string, string> => new Map([...regions].filter(([code]) => code.length === 9));

export function checkVillageFilter(state: WorkspaceState, where: VillageFilter | null | undefined): void {
  if (!where?.codes?.length && !where?.townships?.length) return;
  checkCodes(state, [
    { codes: where.codes, known: state.known.villages, problem: 'UNKNOWN_VILLAGE', path: ['where', 'codes'] },
    { codes: where.townships, known: townshipsOf(state.known), problem: 'UNKNOWN_REGION', path: ['where', 'townships'] },
  ]);
}

/**
 * The counties that a scope touches: a county lies in a province, a village lies in a county.
 * @throws Problem NO_COUNTY where nothing is loaded
 */
export function countiesInScope({ counties }: WorkspaceState, scope: readonly string[] | undefined): readonly CountySummary[] {
  if (!counties.length) throw new Problem('NO_COUNTY');
  if (!scope?.length) return counties;
  return counties.filter(
    ({ code }) => isInScope(code, scope) || scope.some((region) => region.length > 6 && regionAt(region, 'COUNTY') === code),
  );
}

/**
 * The county of a code, or the only one where none is named.
 * @throws Problem NO_COUNTY, COUNTY_NOT_NAMED
 */
export function theCounty(state: WorkspaceState, code: string | null | undefined): CountySummary {
  const { counties } = state;
  if (!counties.length) throw new Problem('NO_COUNTY');
  const found = code ? counties.find((county) => county.code === code) : counties.length === 1 ? counties[0] : undefined;
  if (!found) throw new Problem('COUNTY_NOT_NAMED', { loaded: loadedCounties(state) }, ['county']);
  return found;
}

/** Codes of the villages in a scope, ascending. */
export const villagesInScope = ({ known: { villages } }: WorkspaceState, scope: readonly string[]): string[] =>
  [...villages.keys()].filter((code) => isInScope(code, scope)).sort();

/** How many villages lie in a scope. */
export function villageCount(state: WorkspaceState, scope: readonly string[] | undefined): number {
  if (!scope?.length) return state.known.villages.size;
  let count = 0;
  for (const code of state.known.villages.keys()) if (isInScope(code, scope)) count += 1;
  return count;
}

/** More villages than this are a job's work. */
const MOST_VILLAGES = 5_000;

/** @throws Problem TOO_MANY_VILLAGES */
export function checkVillageCount(count: number, path: readonly string[]): void {
  if (count > MOST_VILLAGES) throw new Problem('TOO_MANY_VILLAGES', { value: count, most: MOST_VILLAGES }, path);
}

/**
 * The latest month that any of the counties has closed.
 * @throws Problem NO_COUNTY where none has received anything
 */
export function lastClosedMonth(counties: readonly CountySummary[]): Month {
  const months = counties.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  if (!months.length) throw new Problem('NO_COUNTY');
  return Math.max(...months);
}
