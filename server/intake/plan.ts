import type { Kysely } from 'kysely';
import type { Month } from '../base/month.js';
import { regionAt } from '../base/region.js';
import { CRITERIA } from '../base/vocabulary.js';
import type { Database } from '../store/database.js';
import { regionName } from '../store/region-names.js';
import type { Relation, Unstamped } from '../store/relations.js';
import { CRITERION_COLUMNS } from '../store/village-record.js';
import { type Changes, compareRows } from './changes.js';
import { type DemonstrationRemoval, namedCounties, planRemoval, withoutDemonstration } from './demonstration-removal.js';
import { planParks } from './plan-parks.js';
import { planProjects } from './plan-projects.js';
import { planReceipts } from './plan-receipts.js';
import { type StoredState, readStoredState, readStoredTargets } from './stored-state.js';
import type { ImportTables } from './tables.js';

export type PlannedChanges = { readonly [Name in Relation]: Changes<Name> };

/** Everything that an import will do to the database, worked out without writing anything. */
export interface ImportPlan {
  readonly changes: PlannedChanges;
  readonly removal: DemonstrationRemoval | undefined;
  /** The counties that the import is about, in ascending order of code. */
  readonly counties: readonly PlannedCounty[];
  /** Earlier imports whose rows this one overwrites, confirms or refers to. */
  readonly bases: ReadonlySet<number>;
}

export interface PlannedCounty {
  readonly code: string;
  readonly name: string;
  readonly asOfBefore: Month | null;
  readonly asOf: Month | null;
}

export interface PlanOptions {
  /** Names the as-of month of the counties in the files. */
  readonly asOf: Month | undefined;
  /** True where the tables are the generated county. */
  readonly demonstration: boolean;
}

/** Works out what importing `tables` does. */
export async function planImport(db: Kysely<Database>, tables: ImportTables, options: PlanOptions): Promise<ImportPlan> {
  const all = await readStoredState(db);
  const removal = options.demonstration ? undefined : await planRemoval(db, all, tables);
  const stored = removal ? withoutDemonstration(all, new Set(removal.keepsVillages ? [] : [removal.county.code])) : all;
  const codes = importCounties(tables, stored);

  const villages = planVillages(tables, stored, removal);
  const townships = planTownships(tables, stored, removal);
  const parks = planParks(tables, stored, codes, removal);
  const projects = planProjects(tables, stored, removal);
  const targets = await planTargets(db, tables, removal);
  const receipts = await planReceipts(db, tables, removal);

  const latest = latestMonths([...receipts.added, ...receipts.changed.map(({ after }) => after)]);
  const counties = [...codes].sort().map((code): PlannedCounty => {
    const before = stored.counties.get(code);
    const asOfBefore = before && before.demonstration === 0 ? before.as_of : null;
    const received = latest.get(code);
    const asOf = options.asOf ?? (received === undefined ? asOfBefore : Math.max(received, asOfBefore ?? received));
    return { code, name: before?.name ?? countyName(code, tables), asOfBefore, asOf };
  });
  const countyChanges = compareRows<'counties'>(
    counties.map(({ code, name, asOf }) => ({
      before: stored.counties.get(code),
      after: { code, name, demonstration: options.demonstration ? 1 : 0, as_of: asOf, revision: 0 },
    })),
    removal && !removal.keepsVillages ? [removal.county] : [],
  );
  const changes = { counties: countyChanges, townships, villages, parks, projects, targets, receipts };
  return { changes, removal, counties, bases: await basesOf(db, changes, tables, stored) };
}

/** The counties that the files are about; where they name none, the only county there is. */
function importCounties(tables: ImportTables, stored: StoredState): Set<string> {
  const named = namedCounties(tables);
  if (named.size) return named;
  return stored.counties.size === 1 ? new Set(stored.counties.keys()) : named;
}

const countyName = (code: string, tables: ImportTables): string =>
  regionName(code) ??
  tables.villages.find((village) => village.county !== undefined && regionAt(village.code, 'COUNTY') === code)?.county ??
  code;

function latestMonths(receipts: readonly Unstamped<'receipts'>[]): Map<string, Month> {
  const latest = new Map<string, Month>();
  for (const { county, month } of receipts) if (month > (latest.get(county) ?? -1)) latest.set(county, month);
  return latest;
}

function planTownships(tables: ImportTables, stored: StoredState, removal: DemonstrationRemoval | undefined): Changes<'townships'> {
  const wanted = new Map(
    tables.villages.map(({ townshipCode: code, township: name }) => [code, { code, county: regionAt(code, 'COUNTY'), name }]),
  );
  return compareRows(
    [...wanted.values()].map((after) => ({ before: stored.townships.get(after.code), after })),
    removal && !removal.keepsVillages ? removal.townships : [],
  );
}

const NOT_JUDGED = Object.fromEntries(CRITERION_COLUMNS.map((column) => [column, null])) as Record<
  (typeof CRITERION_COLUMNS)[number],
  null
>;

function planVillages(tables: ImportTables, stored: StoredState, removal: DemonstrationRemoval | undefined): Changes<'villages'> {
  const wanted = tables.villages.map((village) => {
    const before = stored.villages.get(village.code);
    const criteria = Object.fromEntries(
      CRITERIA.map((criterion, index) => {
        const column = CRITERION_COLUMNS[index]!;
        const met = village.criteria[criterion];
        return [column, met === undefined ? (before?.[column] ?? null) : met === null ? null : Number(met)];
      }),
    ) as Record<(typeof CRITERION_COLUMNS)[number], number | null>;
    const { code, name, townshipCode: township } = village;
    return { before, after: { code, county: regionAt(code, 'COUNTY'), township, name, ...criteria } };
  });
  if (!removal?.keepsVillages) return compareRows(wanted, removal?.villages ?? []);
  const kept = removal.villages.map((before) => {
    const { batch: _, ...village } = before;
    return { before, after: { ...village, ...NOT_JUDGED } };
  });
  return compareRows([...kept, ...wanted]);
}

async function planTargets(
  db: Kysely<Database>,
  tables: ImportTables,
  removal: DemonstrationRemoval | undefined,
): Promise<Changes<'targets'>> {
  const key = (target: { readonly village: string; readonly year: number }) => `${target.village} ${target.year}`;
  const gone = new Set(removal?.targets.map(key));
  const found = await readStoredTargets(db, [...new Set(tables.targets.map((target) => target.village))]);
  const stored = new Map(found.filter((target) => !gone.has(key(target))).map((target) => [key(target), target]));
  return compareRows(
    tables.targets.map(({ village, year, amount }) => ({
      before: stored.get(key({ village, year })),
      after: { village, year, county: regionAt(village, 'COUNTY'), amount },
    })),
    removal?.targets ?? [],
  );
}

/** Collects the imports that this one builds upon, so that none of them is taken back under it. */
async function basesOf(db: Kysely<Database>, changes: PlannedChanges, tables: ImportTables, stored: StoredState): Promise<Set<number>> {
  const bases = new Set<number>();
  const add = (row: { readonly batch: number } | undefined) => row && bases.add(row.batch);
  for (const [relation, { changed, removed, same }] of Object.entries(changes) as [Relation, Changes<Relation>][]) {
    for (const { before } of changed) add(before);
    for (const row of removed) add(row);
    // A county that stays as it is says nothing: what lies in it, its villages, is looked at below.
    if (relation !== 'counties') for (const row of same) add(row);
  }
  for (const rows of [tables.receipts, tables.targets, tables.projects]) for (const { village } of rows) add(stored.villages.get(village));
  for (const rows of [tables.receipts, tables.projects]) for (const { park } of rows) add(stored.parks.get(park ?? ''));
  for (const { project } of tables.receipts) add(stored.projects.get(project ?? ''));
  for (const { county } of [...changes.townships.added, ...changes.villages.added]) add(stored.counties.get(county));
  for (const { after } of changes.parks.changed) add(stored.counties.get(after.county ?? ''));
  for (const { county } of changes.parks.added) add(stored.counties.get(county ?? ''));
  for (const { township } of changes.villages.added) add(stored.townships.get(township));
  // What replaced the demonstration county is the ground that every later import stands on.
  const removing = await db
    .selectFrom('import_batches')
    .select('id')
    .where('removed_demonstration', 'is not', null)
    .where('undone_at', 'is', null)
    .execute();
  for (const { id } of removing) bases.add(id);
  return bases;
}
