import type { Kysely } from 'kysely';
import { Problem } from '../../base/errors/problem.js';
import { Problems } from '../../base/errors/problems.js';
import { parseMonth } from '../../base/month.js';
import { regionAt } from '../../base/region.js';
import { type KnownCodes, suggestCodes } from '../../scenario/known-regions.js';
import type { Database } from '../../store/database.js';
import {
  addEntry,
  changeEntry,
  findEntry,
  listEntries,
  removeEntry,
  type Change,
  type EntryContent,
  type EntryRow,
} from '../../store/entries.js';
import { closedMonths } from '../../store/month-closings.js';
import { lockWorkspace } from '../../store/revision.js';
import { inTransaction } from '../../store/transaction.js';
import { findRegister, REGISTERS } from '../registers/all-registers.js';
import type { Field } from './field.js';
import { readValues } from './read-values.js';
import type { Entry, EntryOf, Fields, Register, Values } from './register.js';

/** An entry as it was written: which one, upon which revision, and its fields. */
export interface WrittenEntry {
  /** Left out: a new entry. */
  readonly id?: string | null;
  /** The revision that the change was made upon. */
  readonly revision?: number | null;
  /** Code of the county; left out where a field says it, or only one county is loaded. */
  readonly county?: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Codes that entries may refer to. */
export interface Known extends KnownCodes {
  /** Codes of the counties loaded, with their names. */
  readonly counties: ReadonlyMap<string, string>;
}

const MOST_NAME = 60;

/**
 * Keeps an entry as written: a new one, or a change of one upon the revision that was looked at. All or nothing.
 * @throws Problems everything that is wrong with it; Problem MONTH_CLOSED
 */
export const keepEntry = <F extends Fields>(
  db: Kysely<Database>,
  register: Register<F>,
  written: WrittenEntry,
  { known, change }: { readonly known: Known; readonly change: Change },
): Promise<EntryOf<Register<F>>> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    checkName(change.by);
    const before = written.id ? await theEntry(db, register, written.id) : undefined;
    const content = await contentOf(db, register, written, known, before);
    for (const fields of before ? [before, content] : [content]) await checkNotFrozen(db, register, fields);
    if (!before) return toEntry(register, await addEntry(db, register.name, content, change));
    const revision = written.revision ?? before.revision;
    const after = revision === before.revision ? await changeEntry(db, before, content, change) : undefined;
    if (!after) throw changedMeanwhile(before, revision);
    return toEntry(register, after);
  });

/**
 * Removes an entry; what it held stays in the changes.
 * @throws Problem UNKNOWN_ENTRY, ENTRY_CHANGED_MEANWHILE, ENTRY_REFERRED_TO, MONTH_CLOSED
 */
export const dropEntry = (
  db: Kysely<Database>,
  register: Register,
  { id, revision }: { readonly id: string; readonly revision?: number | null },
  change: Change,
): Promise<void> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    checkName(change.by);
    const row = await theEntry(db, register, id);
    if (revision !== undefined && revision !== null && revision !== row.revision) throw changedMeanwhile(row, revision);
    await checkNotReferredTo(db, register, row);
    await checkNotFrozen(db, register, row);
    if (!(await removeEntry(db, row, change))) throw changedMeanwhile(row, row.revision);
  });

/** Entries of a register, the newest first; of counties and villages where they are named. */
export async function entriesOf<F extends Fields>(
  db: Kysely<Database>,
  register: Register<F>,
  within: { readonly counties?: readonly string[]; readonly villages?: readonly string[] } = {},
): Promise<EntryOf<Register<F>>[]> {
  return (await listEntries(db, { register: register.name, ...within })).map((row) => toEntry(register, row));
}

/** The entry of an id, undefined where the register has none. */
export async function entryOf<F extends Fields>(
  db: Kysely<Database>,
  register: Register<F>,
  id: string,
): Promise<EntryOf<Register<F>> | undefined> {
  const row = await findEntry(db, register.name, id);
  return row && toEntry(register, row);
}

function toEntry<F extends Fields>(register: Register<F>, row: EntryRow): EntryOf<Register<F>> {
  const entry: Entry = {
    id: row.id,
    register: row.register,
    county: row.county,
    revision: row.revision,
    values: valuesFrom(register, row.fields),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
  return entry as EntryOf<Register<F>>;
}

/** Values as kept; a field that the register has gained since is empty. */
export function valuesFrom(register: Register<Fields>, kept: string): Values {
  const values = JSON.parse(kept) as Values;
  return Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [name, values[name] ?? (field.kind === 'documents' ? [] : null)]),
  );
}

async function theEntry(db: Kysely<Database>, register: Register, id: string): Promise<EntryRow> {
  const row = await findEntry(db, register.name, id);
  if (!row) throw new Problem('UNKNOWN_ENTRY', { ...labelsOf(register), value: id }, ['id']);
  return row;
}

const labelsOf = ({ label }: Register) => ({ registerZh: label.zh, registerEn: label.en });

const changedMeanwhile = (row: EntryRow, revision: number): Problem =>
  new Problem('ENTRY_CHANGED_MEANWHILE', { value: revision, revision: row.revision, by: row.updated_by ?? undefined }, ['revision']);

function checkName(by: string | null): void {
  if (by !== null && [...by].length > MOST_NAME) throw new Problem('NAME_TOO_LONG', { value: [...by].length, most: MOST_NAME }, ['by']);
}

async function contentOf(
  db: Kysely<Database>,
  register: Register,
  written: WrittenEntry,
  known: Known,
  before: EntryRow | undefined,
): Promise<EntryContent> {
  const { values, problems } = readValues(register.fields, written.fields, before && valuesFrom(register, before.fields));
  const labels = (field: string) => register.fields[field]!.label;
  if (!problems.length) problems.push(...(register.check?.(values, labels) ?? []));
  const county = countyOf(register, written, values, known) ?? before?.county;
  if (!county || !known.counties.has(county)) {
    if (!problems.length || written.county) {
      problems.push(
        new Problem('COUNTY_NOT_NAMED', { loaded: [...known.counties].map(([code, name]) => `${name} (${code})`).join(', ') }, ['county']),
      );
    }
  } else problems.push(...(await referenceProblems(db, register, values, { known, county })));
  if (problems.length) throw new Problems(problems);
  const village = Object.entries(register.fields).find(([, field]) => field.kind === 'village')?.[0];
  return {
    county: county!,
    village: village === undefined ? null : (values[village] as string | null),
    sort_key: register.order === undefined ? '' : String(values[register.order] ?? ''),
    fields: JSON.stringify(values),
  };
}

/** The county that an entry says it belongs to: in words, by a place it names, or because there is only one. */
function countyOf(register: Register, { county }: WrittenEntry, values: Values, known: Known): string | undefined {
  if (county) return county;
  for (const [name, { kind }] of Object.entries(register.fields)) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    // A mistyped code says nothing about the county; that the field is wrong is told of the field.
    if ((kind === 'village' || kind === 'township') && known.regions.has(value)) return regionAt(value, 'COUNTY');
  }
  return known.counties.size === 1 ? [...known.counties.keys()][0] : undefined;
}

/** What fields refer to that the county does not have. */
async function referenceProblems(
  db: Kysely<Database>,
  register: Register,
  values: Values,
  { known, county }: { readonly known: Known; readonly county: string },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(register.fields)) {
    const value = values[name];
    const codes = field.kind === 'documents' ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
    for (const code of codes) {
      const state = await referenceState(db, field, code, { known, county });
      if (state === 'fine') continue;
      const label = { labelZh: field.label.zh, labelEn: field.label.en, value: code };
      problems.push(
        state === 'elsewhere'
          ? new Problem('REFERENCES_DIFFER', { ...label, county: known.counties.get(county) ?? county }, [name])
          : new Problem('FIELD_UNKNOWN_REFERENCE', { ...label, suggestions: nearTo(field, code, known) }, [name]),
      );
    }
  }
  return problems;
}

type ReferenceState = 'fine' | 'unknown' | 'elsewhere';

async function referenceState(
  db: Kysely<Database>,
  field: Field,
  code: string,
  { known, county }: { readonly known: Known; readonly county: string },
): Promise<ReferenceState> {
  switch (field.kind) {
    case 'village':
    case 'township':
      if (!known.regions.has(code) || code.length !== (field.kind === 'village' ? 12 : 9)) return 'unknown';
      return regionAt(code, 'COUNTY') === county ? 'fine' : 'elsewhere';
    case 'park':
      return known.parks.has(code) ? 'fine' : 'unknown';
    case 'project': {
      const found = await db.selectFrom('projects').select('county').where('code', '=', code).executeTakeFirst();
      return !found ? 'unknown' : found.county === county ? 'fine' : 'elsewhere';
    }
    case 'entry': {
      const found = await findEntry(db, field.register, code);
      return !found ? 'unknown' : found.county === county ? 'fine' : 'elsewhere';
    }
    case 'documents':
      return (await db.selectFrom('documents').select('id').where('id', '=', code).executeTakeFirst()) ? 'fine' : 'unknown';
    default:
      return 'fine';
  }
}

function nearTo(field: Field, code: string, known: Known): string[] {
  if (field.kind === 'village') return suggestCodes(code, known.villages);
  if (field.kind === 'park') return suggestCodes(code, known.parks);
  if (field.kind === 'township') return suggestCodes(code, new Map([...known.regions].filter(([region]) => region.length === 9)));
  return [];
}

/** @throws Problem MONTH_CLOSED where the entry is of a month that its county has closed */
async function checkNotFrozen(db: Kysely<Database>, { frozenBy }: Register, { county, fields }: EntryContent): Promise<void> {
  if (frozenBy === undefined) return;
  const value = (JSON.parse(fields) as Values)[frozenBy];
  const closed = (await closedMonths(db, [county])).get(county);
  if (typeof value !== 'string' || !closed?.has(parseMonth(value)!)) return;
  const { name } = await db.selectFrom('counties').select('name').where('code', '=', county).executeTakeFirstOrThrow();
  throw new Problem('MONTH_CLOSED', { value, county: name }, [frozenBy]);
}

/** @throws Problem ENTRY_REFERRED_TO */
async function checkNotReferredTo(db: Kysely<Database>, register: Register, row: EntryRow): Promise<void> {
  for (const other of REGISTERS) {
    const pointing = Object.entries(other.fields).filter(([, field]) => field.kind === 'entry' && field.register === register.name);
    if (!pointing.length) continue;
    const entries = await entriesOf(db, findRegister(other.name)!, { counties: [row.county] });
    const count = entries.filter(({ values }) => pointing.some(([name]) => values[name] === row.id)).length;
    if (count) throw new Problem('ENTRY_REFERRED_TO', { ...labelsOf(other), value: count }, ['id']);
  }
}
