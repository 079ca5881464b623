import { regionAt } from '../base/region.js';
import { suggestions } from '../base/suggestion.js';
import { CRITERIA, type Criterion } from '../base/vocabulary.js';
import { countiesOfPrefecture, regionName } from '../store/region-names.js';
import { readCode, readCriterion, readRequiredText, readText } from './cells.js';
import { Firsts } from './firsts.js';
import type { Findings } from './findings.js';
import type { Notice } from './notice.js';
import { type Table } from './table.js';
import { rowsOf, type TableRow } from './table-row.js';
import type { VillageRow } from './tables.js';

/** Names of counties and townships that are stored already, by code. */
export interface StoredNames {
  readonly counties: ReadonlyMap<string, string>;
  readonly townships: ReadonlyMap<string, string>;
}

/** Reads the villages; what does not fit goes to `findings`, and what is returned is complete only where there is none. */
export function readVillageRows(tables: readonly Table[], stored: StoredNames, findings: Findings, notices: Notice[]): VillageRow[] {
  const villages: VillageRow[] = [];
  const firsts = new Firsts();
  const townships = new Map<string, { name: string; row: number }>();
  for (const table of tables) {
    for (const row of rowsOf(table, findings)) {
      const code = readCode(row, 'code', 12);
      const name = readRequiredText(row, 'name');
      const county = readText(row, 'county');
      if (code === undefined || name === undefined || county === undefined) continue;
      if (!firsts.claim(row, 'code', code)) continue;
      noticeUnlistedCounty(row, code, county, stored, notices);
      // A village with a fault in another cell still counts as known, so that rows that refer to it are not refused too.
      const township = readTownship(row, code, townships, stored) ?? {
        townshipCode: regionAt(code, 'TOWNSHIP'),
        township: row.text('township'),
      };
      const ownName = regionName(regionAt(code, 'COUNTY')) === undefined ? (county ?? undefined) : undefined;
      villages.push({ code, name, ...township, county: ownName, criteria: readCriteria(row) });
    }
  }
  return villages;
}

/**
 * A county that the statistics bureau's list lacks may be newer than the list, or a slip in the code: it is taken under its
 * code, and said so once, with the counties it may have been meant for.
 */
function noticeUnlistedCounty(row: TableRow, code: string, name: string | null, stored: StoredNames, notices: Notice[]): void {
  const county = regionAt(code, 'COUNTY');
  if (regionName(county) !== undefined || stored.counties.has(county) || (name !== null && !/^\d+$/.test(name))) return;
  if (notices.some((notice) => notice.code === 'COUNTY_NOT_LISTED' && notice.details.value === county)) return;
  const near = countiesOfPrefecture(county);
  const found = suggestions(
    county,
    near.map((known) => known.code),
  );
  const details = { value: county, suggestion: found.map((known) => `${regionName(known)} ${known}`).join('、') };
  notices.push({ place: row.place('code'), code: 'COUNTY_NOT_LISTED', details });
}

/** The township of a village: its code is the beginning of the village's, its name is the file's, else the stored one. */
function readTownship(
  row: TableRow,
  village: string,
  names: Map<string, { name: string; row: number }>,
  stored: StoredNames,
): Pick<VillageRow, 'townshipCode' | 'township'> | undefined {
  const townshipCode = regionAt(village, 'TOWNSHIP');
  const written = row.text('township_code') === '' ? townshipCode : readCode(row, 'township_code', 9);
  if (written === undefined) return undefined;
  if (written !== townshipCode) return row.refuse('township_code', 'TOWNSHIP_MISMATCH', { village });
  const name = readText(row, 'township');
  if (name === undefined) return undefined;
  const first = names.get(townshipCode);
  if (name !== null && first && first.name !== name) {
    return row.refuse('township', 'TOWNSHIP_NAMES_DIFFER', { code: townshipCode, first: first.name, firstRow: first.row });
  }
  const township = name ?? first?.name ?? stored.townships.get(townshipCode);
  if (township === undefined) return row.refuse(row.has('township') ? 'township' : 'code', 'TOWNSHIP_NAME_NEEDED', { value: townshipCode });
  if (name !== null && !first) names.set(townshipCode, { name, row: row.row.row });
  return { townshipCode, township };
}

/** The conditions that the file has columns for. */
function readCriteria(row: TableRow): Partial<Record<Criterion, boolean | null>> {
  const criteria: Partial<Record<Criterion, boolean | null>> = {};
  for (const [index, criterion] of CRITERIA.entries()) {
    const column = `criterion_${index + 1}`;
    if (!row.has(column)) continue;
    const met = readCriterion(row, column);
    if (met !== undefined) criteria[criterion] = met;
  }
  return criteria;
}
