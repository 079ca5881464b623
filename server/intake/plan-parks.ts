import { regionAt } from '../base/region.js';
import { type Changes, compareRows } from './changes.js';
import type { DemonstrationRemoval } from './demonstration-removal.js';
import type { StoredState } from './stored-state.js';
import type { ImportTables } from './tables.js';

/**
 * What an import does to parks. A park belongs to the county that its row names, else to the one it is stored with, else
 * to the import's only county, else to the only county whose receipts or projects use it. As soon as villages of another
 * county have a stake in it, it belongs to none and is shared.
 */
export function planParks(
  tables: ImportTables,
  stored: StoredState,
  counties: ReadonlySet<string>,
  removal: DemonstrationRemoval | undefined,
): Changes<'parks'> {
  const users = usersOfParks(tables);
  const only = counties.size === 1 ? [...counties][0] : undefined;
  const rows = new Map(tables.parks.map((park) => [park.code, park]));
  const wanted = [...new Set([...rows.keys(), ...users.keys()])].sort().flatMap((code) => {
    const row = rows.get(code);
    const before = stored.parks.get(code);
    if (!row && !before) return [];
    const used = [...(users.get(code) ?? [])];
    const home = row?.county ?? (before ? before.county : (only ?? (used.length === 1 ? used[0]! : null)));
    const county = home !== null && used.every((user) => user === home) ? home : null;
    const name = row?.name ?? before!.name;
    const kind = row?.kind === undefined ? (before?.kind ?? null) : row.kind;
    const payer = row?.payer === undefined ? (before?.payer ?? null) : row.payer;
    const after = { code, county, name, kind, payer };
    // A park that is merely used is no row of the files.
    return row || before!.county !== county ? [{ before, after }] : [];
  });
  return compareRows(wanted, removal?.parks ?? []);
}

/** The counties whose receipts and projects use a park, by the park's code. */
function usersOfParks(tables: ImportTables): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const rows of [tables.receipts, tables.projects]) {
    for (const { park, village } of rows) {
      if (!park) continue;
      const counties = users.get(park) ?? new Set<string>();
      users.set(park, counties.add(regionAt(village, 'COUNTY')));
    }
  }
  return users;
}
