import type { Kysely } from 'kysely';
import { Problem } from '../base/errors/problem.js';
import type { MoneyUnit } from '../base/money.js';
import { formatMonth, type Month, monthOf } from '../base/month.js';
import type { Database } from '../store/database.js';
import type { ImportedFile } from '../store/import-batches.js';
import { closedMonths } from '../store/month-closings.js';
import { readWorkspaceRevision } from '../store/revision.js';
import { snapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import { refuseClosedMonths } from './closed-months.js';
import { commitPlan, previewImport } from './commit.js';
import { differenceCumulative } from './difference-cumulative.js';
import { Findings } from './findings.js';
import { type ImportWords, rememberedWords } from './import-words.js';
import type { Notice } from './notice.js';
import type { ImportPlan } from './plan.js';
import { readImport } from './read-import.js';
import { readSourceFiles } from './source-files.js';
import { readStoredState, type StoredState } from './stored-state.js';
import { findSuspicions, type Suspicion } from './suspicion.js';
import { findUnitJumps, unitJumpDetails, type UnitJump } from './unit-jump.js';
import { readHistory, writtenReceipts } from './receipt-history.js';
import type { Table } from './table.js';
import { readTables } from './read-tables.js';
import { kindOfName } from './table-kind.js';
import type { ImportTables } from './tables.js';

export interface ImportOptions {
  /** What a bare amount means, whatever the files' headers say. */
  readonly unit?: MoneyUnit | undefined;
  /** The same for single files, or sheets by their name as `workbook.xlsx/sheet`. */
  readonly units?: ReadonlyMap<string, MoneyUnit> | undefined;
  /** The last closed month of the counties in the files. */
  readonly asOf?: Month | undefined;
  /** True: tell what would change, and write nothing. */
  readonly dryRun?: boolean | undefined;
  /** The workspace's revision that the import was looked at upon: where it has moved since, nothing is written. */
  readonly revision?: number | undefined;
  /** What words of the files mean; left out: what is remembered. */
  readonly words?: ImportWords | undefined;
  readonly at: Date;
  readonly by: string;
  readonly reason?: string | undefined;
}

/** What an import did, or would do. */
export interface ImportOutcome {
  readonly files: readonly Table[];
  readonly notices: readonly Notice[];
  readonly plan: ImportPlan;
  readonly suspicions: readonly Suspicion[];
  /** What stops the import until the unit is named; only an outcome of a dry run has any. */
  readonly unitJumps: readonly UnitJump[];
  /** What villages are called, with their township, by code. */
  readonly villageNames: ReadonlyMap<string, string>;
  /** The batch that was written; null where nothing changed, or nothing was to be written. */
  readonly batch: number | null;
  readonly dryRun: boolean;
}

/**
 * Imports files and folders: all of them are checked together, then written in one transaction. Throws ImportRefused
 * with everything that is wrong, and has written nothing then; IMPORT_OUTDATED where `revision` is no longer the workspace's.
 */
export async function importFiles(store: Store, paths: readonly string[], options: ImportOptions): Promise<ImportOutcome> {
  const present = presentMonth(options.at);
  if (options.asOf !== undefined && options.asOf > present) throw new Problem('AS_OF_IN_FUTURE', { value: formatMonth(options.asOf) });
  const findings = new Findings();
  const notices: Notice[] = [];
  const sources = await readSourceFiles(paths, findings);
  const unitOf = (name: string) => options.units?.get(name) ?? options.unit;
  const words = options.words ?? (await rememberedWords(store.db));
  const tables: Table[] = [];
  for (const file of sources) tables.push(...(await readTables(file, unitOf, { findings, notices, words })));
  if (findings.all.some(({ place }) => !standsAlone(place.file))) findings.refuse();
  if (!tables.length && !findings.all.length) throw new Problem('NO_TABLES_FOUND', { value: paths.join(' ') });

  const inspect = async (db: Kysely<Database>) => {
    if (options.revision !== undefined && options.revision !== (await readWorkspaceRevision(db))) throw new Problem('IMPORT_OUTDATED');
    const stored = await readStoredState(db);
    const read = readImport(tables, stored, { present, words }, findings);
    const differenced = await differenceCumulative(db, read.cumulative, read.tables.receipts, stored.counties, findings);
    findings.refuse();
    const importTables = { ...read.tables, receipts: [...read.tables.receipts, ...differenced.receipts] };
    const planned = await previewImport(db, importTables, { asOf: options.asOf });
    const plan = { ...planned, bases: new Set([...planned.bases, ...differenced.bases]) };
    refuseClosedMonths(plan, await closedMonths(db, realCounties(plan, stored)), findings);
    findings.refuse();
    const history = await readHistory(db, plan);
    const unitJumps = findUnitJumps(tables, writtenReceipts(plan), history);
    if (!options.dryRun) refuseJumps(unitJumps, findings);
    return {
      plan,
      notices: [...notices, ...read.notices, ...differenced.notices],
      suspicions: [...differenced.suspicions, ...findSuspicions(plan, history)],
      unitJumps,
      villageNames: nameVillages(stored, read.tables),
    };
  };
  const stamp = { at: options.at, by: options.by, reason: options.reason, files: tables.map(importedFile) };
  const done = options.dryRun ? { ...(await snapshot(store.db, inspect)), batch: null } : await commitPlan(store, inspect, stamp);
  return { files: tables, dryRun: options.dryRun === true, ...done };
}

function refuseJumps(jumps: readonly UnitJump[], findings: Findings): void {
  for (const jump of jumps) findings.add({ file: jump.file }, 'UNIT_JUMP', unitJumpDetails(jump));
  findings.refuse();
}

/** A demonstration county goes with its first real import, and what was closed of it with it. */
const realCounties = ({ counties }: ImportPlan, stored: StoredState): string[] =>
  counties.map(({ code }) => code).filter((code) => stored.counties.get(code)?.demonstration === 0);

/** Whether the other files can be checked without this one: nothing refers to receipts and targets. */
function standsAlone(file: string): boolean {
  const kind = kindOfName(file);
  return kind === 'receipts' || kind === 'targets';
}

/** The month that it is anywhere on earth. */
function presentMonth(at: Date): Month {
  const eastmost = new Date(at.getTime() + 14 * 3_600_000);
  return monthOf(eastmost.getUTCFullYear(), eastmost.getUTCMonth() + 1);
}

const nameVillages = (stored: StoredState, tables: ImportTables): Map<string, string> =>
  new Map([
    ...[...stored.villages.values()].map(
      ({ code, name, township }) => [code, `${stored.townships.get(township)?.name ?? ''}/${name}`] as const,
    ),
    ...tables.villages.map(({ code, name, township }) => [code, `${township}/${name}`] as const),
  ]);

const importedFile = (table: Table): ImportedFile => ({
  name: table.file.name,
  size: table.file.bytes.length,
  hash: table.file.hash,
  encoding: table.encoding,
  rows: table.rows.length,
});
