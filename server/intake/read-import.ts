import type { Month } from '../base/month.js';
import { regionAt } from '../base/region.js';
import { replacedDemonstrations, withoutDemonstration } from './demonstration-removal.js';
import type { Findings } from './findings.js';
import type { ImportWords } from './import-words.js';
import { ItemIndex, type KnownItem } from './item-index.js';
import type { Notice } from './notice.js';
import { readParkRows } from './read-parks.js';
import { readProjectRows } from './read-projects.js';
import { readReceiptRows } from './read-receipts.js';
import { readTargetRows } from './read-targets.js';
import { readVillageRows } from './read-villages.js';
import { regionName } from '../store/region-names.js';
import type { StoredState } from './stored-state.js';
import type { Table } from './table.js';
import { rowsOf } from './table-row.js';
import { TABLE_KINDS, type TableKind } from './table-kind.js';
import type { ImportTables, ParkRow, ProjectRow, ReceiptRow, VillageRow } from './tables.js';
import { type KnownVillage, VillageIndex } from './village-index.js';

/** The rows of all files, and what is worth telling about them. */
export interface ReadImport {
  readonly tables: ImportTables;
  /** Receipts whose amounts count from January to their month; the tables have none of them. */
  readonly cumulative: readonly ReceiptRow[];
  readonly notices: readonly Notice[];
}

/**
 * Reads and checks the rows of all tables together, resolving villages, parks and projects against the files and the
 * database. Throws ImportRefused with everything that is wrong.
 * @param present the present month: nothing can have been received after it
 * @param words what people have said that names of villages mean
 */
export function readImport(
  tables: readonly Table[],
  all: StoredState,
  { present, words }: { readonly present: Month; readonly words: ImportWords },
  findings: Findings,
): ReadImport {
  const notices: Notice[] = [];
  const of: Readonly<Record<TableKind, readonly Table[]>> = Object.fromEntries(
    TABLE_KINDS.map((kind) => [kind, tables.filter((table) => table.kind === kind)]),
  ) as Record<TableKind, Table[]>;

  const names = { counties: namesOf(all.counties), townships: namesOf(all.townships) };
  const villageRows = readVillageRows(of.villages, names, findings, notices);
  const stored = withoutDemonstration(all, replacedDemonstrations(all, villageRows));
  const counties = new Map([...namesOf(stored.counties), ...villageRows.map((row) => countyOf(row, stored))]);
  const villages = new VillageIndex(
    villageRows.map((row) => ({
      code: row.code,
      name: row.name,
      township: row.township,
      county: counties.get(regionAt(row.code, 'COUNTY')) ?? '',
    })),
    storedVillages(stored),
    words,
  );
  const parkRows = readParkRows(of.parks, counties, findings);
  const parks = new ItemIndex(
    parkRows.map((row): KnownItem => ({ code: row.code, name: row.name, home: row.county ?? stored.parks.get(row.code)?.county ?? null })),
    [...stored.parks.values()].map((park) => ({ code: park.code, name: park.name, home: park.county })),
    'park',
  );
  const { projects: projectRows, known } = readProjectRows(of.projects, villages, parks, findings, notices);
  const projects = new ItemIndex(
    known,
    [...stored.projects.values()].map((project) => ({ code: project.code, name: project.name, home: project.village })),
    'project',
  );
  const targets = readTargetRows(of.targets, villages, findings);
  const references = { villages, parks, projects, present };
  const [upTo, alone] = [true, false].map((wanted) => of.receipts.filter((table) => table.cumulative === wanted));
  const receipts = readReceiptRows(alone!, references, findings, notices);
  const cumulative = readReceiptRows(upTo!, references, findings, notices);

  const touched = new Set(
    [...villageRows.map((row) => row.code), ...[...receipts, ...cumulative, ...targets, ...projectRows].map((row) => row.village)].map(
      county,
    ),
  );
  refuseForeignCodes(of, { parkRows, projectRows }, { stored, touched }, findings);
  findings.refuse();
  return { tables: { villages: villageRows, receipts, targets, parks: parkRows, projects: projectRows }, cumulative, notices };
}

const county = (code: string): string => regionAt(code, 'COUNTY');

const namesOf = (rows: ReadonlyMap<string, { readonly name: string }>): Map<string, string> =>
  new Map([...rows].map(([code, row]) => [code, row.name]));

const countyOf = (row: VillageRow, stored: StoredState): readonly [string, string] => {
  const code = county(row.code);
  return [code, stored.counties.get(code)?.name ?? regionName(code) ?? row.county ?? code];
};

const storedVillages = (stored: StoredState): KnownVillage[] =>
  [...stored.villages.values()].map(({ code, name, ...village }) => ({
    code,
    name,
    township: stored.townships.get(village.township)?.name ?? '',
    county: stored.counties.get(village.county)?.name ?? '',
  }));

/** A code that another county's park or project has is refused: importing it would overwrite that one. */
function refuseForeignCodes(
  tables: Readonly<Record<TableKind, readonly Table[]>>,
  rows: { readonly parkRows: readonly ParkRow[]; readonly projectRows: readonly ProjectRow[] },
  known: { readonly stored: StoredState; readonly touched: ReadonlySet<string> },
  findings: Findings,
): void {
  const { stored, touched } = known;
  const foreign = [
    ...rows.parkRows.map((row) => ({
      kind: 'parks' as const,
      row,
      found: stored.parks.get(row.code),
      homes: row.county ? new Set([row.county]) : touched,
    })),
    ...rows.projectRows.map((row) => ({
      kind: 'projects' as const,
      row,
      found: stored.projects.get(row.code),
      homes: new Set([county(row.village)]),
    })),
  ].filter(({ found, homes }) => found && found.county !== null && homes.size > 0 && !homes.has(found.county));
  for (const { kind, row, found, homes } of foreign) {
    for (const table of tables[kind]) {
      for (const written of rowsOf(table, { add: () => undefined })) {
        if (written.text('code') !== row.code) continue;
        const details = { county: stored.counties.get(found!.county!)?.name, name: found!.name, example: `${[...homes][0]}-${row.code}` };
        findings.add(written.place('code'), 'CODE_OF_OTHER_COUNTY', { value: row.code, ...details });
      }
    }
  }
}
