import { readItemCode, readRequiredText, readText } from './cells.js';
import { Firsts } from './firsts.js';
import type { Findings } from './findings.js';
import type { Table } from './table.js';
import { rowsOf } from './table-row.js';
import type { ParkRow } from './tables.js';

/**
 * Reads the parks; what does not fit goes to `findings`.
 * @param counties names of the counties that a park may lie in, by code
 */
export function readParkRows(tables: readonly Table[], counties: ReadonlyMap<string, string>, findings: Findings): ParkRow[] {
  const parks: ParkRow[] = [];
  const firsts = new Firsts();
  for (const table of tables) {
    for (const row of rowsOf(table, findings)) {
      const code = readItemCode(row, 'code');
      const name = readRequiredText(row, 'name');
      const kind = row.has('kind') ? readText(row, 'kind') : undefined;
      const payer = row.has('payer') ? readText(row, 'payer') : undefined;
      const written = row.text('county');
      const county = written === '' ? undefined : [...counties].find(([known, called]) => known === written || called === written)?.[0];
      if (written !== '' && county === undefined) row.refuse('county', 'NO_COUNTY_OF_PARK');
      if (code === undefined || name === undefined || !firsts.claim(row, 'code', code)) continue;
      parks.push({ code, name, kind, payer, county });
    }
  }
  return parks;
}
