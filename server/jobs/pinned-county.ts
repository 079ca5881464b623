import type { Kysely } from 'kysely';
import type { CountyRecord } from '../base/county.js';
import { Problem } from '../base/errors/problem.js';
import { formatMonth, yearOf, type Month } from '../base/month.js';
import { readCounty, type CountySummary } from '../store/counties.js';
import type { Database } from '../store/database.js';
import { snapshot } from '../store/snapshot.js';

/** A county's content as it was when the job was asked for. */
export interface CountyRevision {
  readonly code: string;
  readonly name: string;
  readonly revision: number;
}

/** A county as it was when the job was asked for, with the month after which nothing of it is read. */
export interface PinnedCounty extends CountyRevision {
  readonly asOf: Month;
}

/**
 * Pins counties for a projection.
 * @param wanted the scenario's as-of month; left out: each county's own last closed month
 * @param path where the scenario stands in the input, for the paths of problems
 * @throws Problem NO_COMPLETE_YEAR, AS_OF_TOO_LATE
 */
export const pinCounties = (counties: readonly CountySummary[], wanted: Month | undefined, path: readonly string[]): PinnedCounty[] =>
  counties.map(({ code, name, revision, asOf }) => {
    if (asOf === null) throw new Problem('NO_COMPLETE_YEAR', { county: name, asOf: wanted === undefined ? '—' : formatMonth(wanted) });
    if (wanted !== undefined && wanted > asOf) {
      throw new Problem('AS_OF_TOO_LATE', { value: formatMonth(wanted), county: name, asOf: formatMonth(asOf) }, [...path, 'asOf']);
    }
    return { code, name, revision, asOf: wanted ?? asOf };
  });

/**
 * The calendar years that counties are projected for, ascending.
 * @param path as above
 * @throws Problem YEARS_DIFFER where the counties are closed in different years
 */
export function projectedYears(counties: readonly PinnedCounty[], horizon: number, path: readonly string[]): number[] {
  const [first, ...others] = new Set(counties.map(({ asOf }) => yearOf(asOf + 1)));
  if (others.length) {
    const closed = counties.map(({ name, asOf }) => `${name} ${formatMonth(asOf)}`).join(', ');
    throw new Problem('YEARS_DIFFER', { counties: closed }, [...path, 'scope']);
  }
  return Array.from({ length: horizon }, (_, h) => first! + h);
}

/** Reads a county as it was when the job was asked for. @throws Problem COUNTY_CHANGED */
export const readPinnedCounty = (db: Kysely<Database>, { code, name, revision }: CountyRevision): Promise<CountyRecord> =>
  snapshot(db, async (snapshotDb) => {
    const now = await snapshotDb.selectFrom('counties').select('revision').where('code', '=', code).executeTakeFirst();
    if (now?.revision !== revision) throw new Problem('COUNTY_CHANGED', { county: name });
    return readCounty(snapshotDb, code);
  });
