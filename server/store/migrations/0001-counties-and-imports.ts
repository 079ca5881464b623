import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.js';
import { COLUMN_TYPES, type ColumnKind, finishTable } from './column-types.js';

interface TableSketch {
  /** What each column holds; a question mark allows null. */
  readonly columns: Readonly<Record<string, ColumnKind | `${ColumnKind}?`>>;
  readonly key: readonly string[];
  /** Column → table and column that it must exist in, checked when the transaction ends. */
  readonly references?: Readonly<Record<string, string>>;
  readonly checks?: readonly string[];
}

const CRITERIA = [1, 2, 3, 4, 5, 6].map((number) => `criterion_${number}`);
const TERMS = ['rate', 'sd', 'delay', 'failure', 'insured', 'premium', 'late'];
const all = <Kind extends string>(names: readonly string[], kind: Kind) => Object.fromEntries(names.map((name) => [name, kind]));

/** Parents before children. */
const TABLES: Readonly<Record<string, TableSketch>> = {
  workspace: { columns: { id: 'integer', revision: 'integer' }, key: ['id'], checks: ['id = 1'] },
  import_batches: {
    columns: {
      id: 'integer',
      imported_at: 'text',
      imported_by: 'text',
      demonstration: 'integer',
      files: 'text',
      counts: 'text',
      counties: 'text',
      removed_demonstration: 'text?',
      undone_at: 'text?',
      undone_by: 'text?',
    },
    key: ['id'],
    checks: ['demonstration in (0, 1)'],
  },
  import_bases: {
    columns: { batch: 'integer', basis: 'integer' },
    key: ['batch', 'basis'],
    references: { batch: 'import_batches.id', basis: 'import_batches.id' },
  },
  import_changes: {
    columns: { batch: 'integer', sequence: 'integer', relation: 'text', before: 'text' },
    key: ['batch', 'sequence'],
    references: { batch: 'import_batches.id' },
  },
  counties: {
    columns: { code: 'text', name: 'text', demonstration: 'integer', as_of: 'integer?', revision: 'integer', batch: 'integer' },
    key: ['code'],
    references: { batch: 'import_batches.id' },
    checks: ['length(code) = 6', 'demonstration in (0, 1)'],
  },
  townships: {
    columns: { code: 'text', county: 'text', name: 'text', batch: 'integer' },
    key: ['code'],
    references: { county: 'counties.code', batch: 'import_batches.id' },
    checks: ['length(code) = 9'],
  },
  villages: {
    columns: { code: 'text', county: 'text', township: 'text', name: 'text', ...all(CRITERIA, 'integer?'), batch: 'integer' },
    key: ['code'],
    references: { county: 'counties.code', township: 'townships.code', batch: 'import_batches.id' },
    checks: ['length(code) = 12', ...CRITERIA.map((criterion) => `${criterion} in (0, 1)`)],
  },
  parks: {
    columns: { code: 'text', county: 'text?', name: 'text', kind: 'text?', payer: 'text?', batch: 'integer' },
    key: ['code'],
    references: { county: 'counties.code', batch: 'import_batches.id' },
  },
  projects: {
    columns: {
      code: 'text',
      county: 'text',
      village: 'text',
      name: 'text',
      mode: 'text',
      industry: 'text?',
      park: 'text?',
      funder: 'text?',
      capital: 'money',
      start: 'integer',
      ...all(TERMS, 'number?'),
      stage: 'text',
      batch: 'integer',
    },
    key: ['code'],
    references: { county: 'counties.code', village: 'villages.code', park: 'parks.code', batch: 'import_batches.id' },
    checks: ['capital >= 0'],
  },
  targets: {
    columns: { village: 'text', year: 'integer', county: 'text', amount: 'money', batch: 'integer' },
    key: ['village', 'year'],
    references: { county: 'counties.code', village: 'villages.code', batch: 'import_batches.id' },
    checks: ['amount >= 0'],
  },
  receipts: {
    columns: {
      id: 'money',
      county: 'text',
      village: 'text',
      mode: 'text',
      industry: 'text?',
      park: 'text?',
      project: 'text?',
      month: 'integer',
      reference: 'text?',
      amount: 'money',
      source_file: 'text',
      source_row: 'integer',
      batch: 'integer',
    },
    key: ['id'],
    // The village implies the county, and batches are never deleted: the largest table has no more checks than it needs.
    references: { village: 'villages.code', park: 'parks.code', project: 'projects.code' },
  },
};

const INDEXES: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['townships_by_county', 'townships', ['county']],
  ['villages_by_county', 'villages', ['county']],
  ['villages_by_township', 'villages', ['township']],
  ['parks_by_county', 'parks', ['county']],
  ['projects_by_county', 'projects', ['county']],
  ['projects_by_village', 'projects', ['village']],
  ['projects_by_park', 'projects', ['park', 'county']],
  ['targets_by_county', 'targets', ['county']],
  ...['counties', 'townships', 'villages', 'parks', 'projects', 'targets'].map((table) => [`${table}_by_batch`, table, ['batch']] as const),
];

async function createTable(db: Kysely<unknown>, dialect: DialectName, name: string, sketch: TableSketch): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, written] of Object.entries(sketch.columns)) {
    const kind = written.replace('?', '') as ColumnKind;
    table = table.addColumn(column, COLUMN_TYPES[dialect][kind], (build) => (written.endsWith('?') ? build : build.notNull()));
  }
  table = table.addPrimaryKeyConstraint(`${name}_key`, [...sketch.key]);
  for (const [column, target] of Object.entries(sketch.references ?? {})) {
    const [parent = '', key = ''] = target.split('.');
    table = table.addForeignKeyConstraint(`${name}_${column}`, [column], parent, [key], (build) => build.deferrable().initiallyDeferred());
  }
  for (const [index, check] of (sketch.checks ?? []).entries()) table = table.addCheckConstraint(`${name}_check_${index}`, sql.raw(check));
  await finishTable(table, dialect).execute();
}

/** Regions, what they received, own and plan, and the imports that all of it came with. */
export const countiesAndImports = (dialect: DialectName): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [name, sketch] of Object.entries(TABLES)) await createTable(db, dialect, name, sketch);
    for (const [name, table, columns] of INDEXES)
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    // The key of a receipt; a part that is absent equals another that is absent. A county's receipts are a range of it.
    const parts = ['industry', 'park', 'project', 'reference'].map((column) => sql`coalesce(${sql.ref(column)}, '')`);
    await sql`create unique index receipts_unique on receipts (village, month, mode, ${sql.join(parts)})`.execute(db);
    // Most receipts have neither park nor project; the others are found by them.
    await sql`create index receipts_by_park on receipts (park, county) where park is not null`.execute(db);
    await sql`create index receipts_by_project on receipts (project) where project is not null`.execute(db);
    await sql`insert into workspace (id, revision) values (1, 0)`.execute(db);
  },
});
