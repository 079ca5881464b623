import { Problem } from '../base/errors/problem.js';
import { parseMonth, type Month } from '../base/month.js';
import type { IncomeQuery } from '../store/income.js';
import type { IncomeFilter } from './inputs/income-filter.js';
import { checkCodes } from './scope.js';
import type { WorkspaceState } from './workspace.js';

export const DEFAULT_INCOME_LIMIT = 10_000;
const MOST_INCOME_GROUPS = 100_000;

export function checkIncomeLimit(limit: number): number {
  if (limit < 1 || limit > MOST_INCOME_GROUPS) throw new Problem('BAD_LIMIT', { value: limit, most: MOST_INCOME_GROUPS }, ['limit']);
  return limit;
}

const monthFrom = (written: string | null | undefined): Month | undefined => (written ? parseMonth(written) : undefined);

/** The part of an income query that the filter makes, its codes and its range checked. */
export function checkIncomeFilter(state: WorkspaceState, where: IncomeFilter | null): Omit<IncomeQuery, 'scope' | 'groupBy' | 'limit'> {
  if (!where) return {};
  const { known } = state;
  checkCodes(state, [
    { codes: where.villages, known: known.villages, problem: 'UNKNOWN_VILLAGE', path: ['where', 'villages'] },
    { codes: where.townships, known: known.regions, problem: 'UNKNOWN_REGION', path: ['where', 'townships'] },
    { codes: where.parks, known: known.parks, problem: 'UNKNOWN_PARK', path: ['where', 'parks'] },
  ]);
  const from = monthFrom(where.from);
  const to = monthFrom(where.to);
  if (from !== undefined && to !== undefined && from > to) {
    throw new Problem('BAD_RANGE', { from: where.from!, to: where.to! }, ['where', 'from']);
  }
  return {
    villages: where.villages ?? undefined,
    townships: where.townships ?? undefined,
    modes: where.modes ?? undefined,
    industries: where.industries ?? undefined,
    parks: where.parks ?? undefined,
    projects: where.projects ?? undefined,
    from,
    to,
  };
}
