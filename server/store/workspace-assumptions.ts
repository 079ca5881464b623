import type { Kysely } from 'kysely';
import type { Database } from './database.js';
import { lockWorkspace, raiseRevision } from './revision.js';

/** A default that the workspace has set. */
export interface StoredAssumption {
  readonly value: number;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

/** One change of a default; null stands for the product's own value. */
export interface AssumptionChange {
  /** Counts up from 1. */
  readonly id: number;
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

/** Every default that the workspace has set, by name. */
export async function readWorkspaceAssumptions(db: Kysely<Database>): Promise<ReadonlyMap<string, StoredAssumption>> {
  const rows = await db.selectFrom('workspace_assumptions').selectAll().orderBy('name').execute();
  return new Map(rows.map(({ name, value, changed_at }) => [name, { value, changedAt: changed_at }]));
}

/** The latest changes, the last one first. */
export async function listAssumptionChanges(db: Kysely<Database>, first: number): Promise<AssumptionChange[]> {
  const rows = await db.selectFrom('assumption_changes').selectAll().orderBy('id', 'desc').limit(first).execute();
  return rows.map(({ changed_at, ...change }) => ({ ...change, changedAt: changed_at }));
}

/** A default's new value; null gives the product's own back. */
export interface AssumptionSetting {
  readonly name: string;
  readonly value: number | null;
  readonly at: Date;
}

/**
 * Sets a default or gives it back, writes down what was changed, and raises the revision, so that nothing that was computed
 * before is taken for an answer. Where the value is already that, nothing is written.
 * @param check looks at all values as they would be, by name, and throws where they must not; then nothing is written
 */
export const changeAssumption = (
  db: Kysely<Database>,
  { name, value, at }: AssumptionSetting,
  check: (values: ReadonlyMap<string, number>) => void = () => undefined,
): Promise<void> =>
  db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    const present = await readWorkspaceAssumptions(db);
    const before = present.get(name)?.value ?? null;
    if (before === value) return;
    const values = new Map([...present].map(([other, stored]) => [other, stored.value]));
    if (value === null) values.delete(name);
    else values.set(name, value);
    check(values);

    const changed_at = at.toISOString();
    await db.deleteFrom('workspace_assumptions').where('name', '=', name).execute();
    if (value !== null) await db.insertInto('workspace_assumptions').values({ name, value, changed_at }).execute();
    const last = await db
      .selectFrom('assumption_changes')
      .select((select) => select.fn.max('id').as('id'))
      .executeTakeFirst();
    await db
      .insertInto('assumption_changes')
      .values({ id: (last?.id ?? 0) + 1, name, before, after: value, changed_at })
      .execute();
    await raiseRevision(db);
  });
