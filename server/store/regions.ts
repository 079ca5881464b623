import type { Kysely } from 'kysely';
import type { Database } from './database.js';
import { regionAt } from '../base/region.js';
import { chunks } from './chunks.js';
import { regionName } from './region-names.js';
import { snapshot } from './snapshot.js';

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/**
 * Every region that has data, from provinces down to villages, in ascending order of code: for checks of codes and for
 * suggestions.
 */
export const knownRegions = (db: Kysely<Database>): Promise<NamedCode[]> =>
  snapshot(db, async (db) => {
    const counties = await db.selectFrom('counties').select(['code', 'name']).execute();
    const townships = await db.selectFrom('townships').select(['code', 'name']).execute();
    const villages = await db.selectFrom('villages').select(['code', 'name']).execute();
    const above = new Set(counties.flatMap(({ code }) => [regionAt(code, 'PROVINCE'), regionAt(code, 'PREFECTURE')]));
    const provinces = [...above].map((code) => ({ code, name: regionName(code) ?? code }));
    return [...provinces, ...counties, ...townships, ...villages].sort((left, right) => (left.code < right.code ? -1 : 1));
  });

/** Names of regions of any level by code; a code without a name is left out. */
export async function readRegionNames(db: Kysely<Database>, codes: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const stored: Record<'counties' | 'townships' | 'villages', string[]> = { counties: [], townships: [], villages: [] };
  for (const code of new Set(codes)) {
    if (code.length === 12) stored.villages.push(code);
    else if (code.length === 9) stored.townships.push(code);
    else if (code.length === 6) stored.counties.push(code);
    else names.set(code, regionName(code) ?? code);
  }
  for (const table of ['counties', 'townships', 'villages'] as const) {
    for (const chunk of chunks(stored[table])) {
      for (const row of await db.selectFrom(table).select(['code', 'name']).where('code', 'in', chunk).execute())
        names.set(row.code, row.name);
    }
  }
  return names;
}
