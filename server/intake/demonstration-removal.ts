import type { Kysely } from 'kysely';
import { regionAt } from '../base/region.js';
import type { Database } from '../store/database.js';
import { readCountyRows, type StoredState } from './stored-state.js';
import type { ImportTables } from './tables.js';

/**
 * What the first real import takes away: everything of the demonstration county. Where the files are about that very
 * county and bring no list of its villages, the list stays, since its names and codes are the statistics bureau's; only
 * what was generated goes (receipts, targets, projects, parks, conditions).
 */
export interface DemonstrationRemoval {
  readonly county: Database['counties'];
  readonly keepsVillages: boolean;
  readonly townships: readonly Database['townships'][];
  readonly villages: readonly Database['villages'][];
  readonly parks: readonly Database['parks'][];
  readonly projects: readonly Database['projects'][];
  readonly targets: readonly Database['targets'][];
  readonly receipts: readonly Database['receipts'][];
}

/** The state that a real import builds on: without the generated parks and projects, and without villages that go. */
export function withoutDemonstration(stored: StoredState, replaced: ReadonlySet<string>): StoredState {
  const demonstrations = new Set([...stored.counties.values()].filter((county) => county.demonstration === 1).map((county) => county.code));
  const only = <Row>(rows: ReadonlyMap<string, Row>, keep: (row: Row) => boolean): Map<string, Row> =>
    new Map([...rows].filter(([, row]) => keep(row)));
  return {
    counties: only(stored.counties, (county) => !replaced.has(county.code)),
    townships: only(stored.townships, (township) => !replaced.has(township.county)),
    villages: only(stored.villages, (village) => !replaced.has(village.county)),
    parks: only(stored.parks, (park) => !demonstrations.has(park.county ?? '')),
    projects: only(stored.projects, (project) => !demonstrations.has(project.county)),
  };
}

/** Codes of the demonstration counties whose list of villages the files replace. */
export function replacedDemonstrations(stored: StoredState, villages: readonly { readonly code: string }[]): Set<string> {
  const listed = new Set(villages.map((village) => regionAt(village.code, 'COUNTY')));
  return new Set(
    [...stored.counties.values()].filter((county) => county.demonstration === 1 && listed.has(county.code)).map((county) => county.code),
  );
}

/** The removal that a real import brings about; undefined where there is no demonstration county. */
export async function planRemoval(
  db: Kysely<Database>,
  stored: StoredState,
  tables: ImportTables,
): Promise<DemonstrationRemoval | undefined> {
  const county = [...stored.counties.values()].find((found) => found.demonstration === 1);
  if (!county) return undefined;
  const counties = namedCounties(tables);
  const listed = tables.villages.some((village) => regionAt(village.code, 'COUNTY') === county.code);
  const own = <Row extends { readonly county: string | null }>(rows: ReadonlyMap<string, Row>): Row[] =>
    [...rows.values()].filter((row) => row.county === county.code);
  return {
    county,
    keepsVillages: !listed && (counties.size === 0 || counties.has(county.code)),
    townships: own(stored.townships),
    villages: own(stored.villages),
    parks: own(stored.parks),
    projects: own(stored.projects),
    ...(await readCountyRows(db, county.code)),
  };
}

/** Codes of the counties that the files have villages, receipts, targets or projects of. */
export const namedCounties = (tables: ImportTables): Set<string> =>
  new Set([
    ...tables.villages.map((village) => regionAt(village.code, 'COUNTY')),
    ...[tables.receipts, tables.targets, tables.projects].flatMap((rows) => rows.map((row) => regionAt(row.village, 'COUNTY'))),
  ]);
