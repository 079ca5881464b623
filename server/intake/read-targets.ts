import { readPositiveAmount, readYear } from './cells.js';
import { Firsts } from './firsts.js';
import type { Findings } from './findings.js';
import type { Table } from './table.js';
import { rowsOf } from './table-row.js';
import type { TargetRow } from './tables.js';
import type { VillageIndex } from './village-index.js';

/** Reads the villages' targets; what does not fit goes to `findings`. */
export function readTargetRows(tables: readonly Table[], villages: VillageIndex, findings: Findings): TargetRow[] {
  const targets: TargetRow[] = [];
  const firsts = new Firsts();
  for (const table of tables) {
    for (const row of rowsOf(table, findings)) {
      const village = villages.read(row);
      const year = readYear(row, 'year');
      const amount = readPositiveAmount(row, 'amount');
      if (village === undefined || year === undefined || amount === undefined) continue;
      // Two villages of a township can have one name; a code is one village.
      const isFirst = firsts.claim(row, 'year', `${village.code} ${year}`, `${village.township}/${village.name} ${year}`);
      if (isFirst) targets.push({ village: village.code, year, amount });
    }
  }
  return targets;
}
