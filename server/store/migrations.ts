import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.js';
import type { DialectName } from './dialect.js';
import { countiesAndImports } from './migrations/0001-counties-and-imports.js';
import { workspaceAssumptions } from './migrations/0002-workspace-assumptions.js';
import { jobs } from './migrations/0003-jobs.js';
import { registers } from './migrations/0006-registers.js';
import { notebooks } from './migrations/0007-notebooks.js';
import { jobLeases } from './migrations/0009-job-leases.js';
import { adoptedPlans } from './migrations/0010-adopted-plans.js';
import { importReasons } from './migrations/0011-import-reasons.js';
import { importWords } from './migrations/0012-import-words.js';

/** Brings a database to the present form; throws the error of the first migration that fails. */
export async function migrate(db: Kysely<Database>, dialect: DialectName): Promise<void> {
  const migrations: Record<string, Migration> = {
    '0001-counties-and-imports': countiesAndImports(dialect),
    '0002-workspace-assumptions': workspaceAssumptions(dialect),
    '0003-jobs': jobs(dialect),
    '0006-registers': registers(dialect),
    '0007-notebooks': notebooks(dialect),
    '0009-job-leases': jobLeases(dialect),
    '0010-adopted-plans': adoptedPlans(dialect),
    '0011-import-reasons': importReasons(dialect),
    '0012-import-words': importWords(dialect),
  };
  // Each makes tables of its own or adds to those of the first, so that it does not matter in which order a database came by them.
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations }, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
