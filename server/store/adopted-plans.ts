import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { readInChunks } from './chunks.js';
import type { AdoptedPlanTable, Database, PlanWithdrawalTable } from './database.js';
import { lockWorkspace } from './revision.js';

export type PlanWithdrawalRow = Selectable<PlanWithdrawalTable>;

/** An adopted plan without what was frozen of it. */
export interface PlanSummary extends Omit<Selectable<AdoptedPlanTable>, 'counties' | 'content'> {
  /** Codes of the counties that it is about. */
  readonly counties: readonly string[];
}

export interface NewPlan {
  readonly counties: readonly string[];
  readonly demonstration: boolean;
  readonly name: string;
  readonly note: string | null;
  /** JSON of what is frozen. */
  readonly content: string;
  readonly by: string;
  readonly at: Date;
}

const SUMMARY = ['id', 'number', 'counties', 'demonstration', 'name', 'note', 'adopted_at', 'adopted_by'] as const;

/** Writes a plan down under the next number; two at the same time queue up. */
export const addPlan = (db: Kysely<Database>, plan: NewPlan): Promise<PlanSummary> =>
  db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    const last = await db
      .selectFrom('adopted_plans')
      .select((select) => select.fn.max('number').as('number'))
      .executeTakeFirst();
    const summary = {
      id: randomUUID(),
      number: (last?.number ?? 0) + 1,
      demonstration: plan.demonstration ? 1 : 0,
      name: plan.name,
      note: plan.note,
      adopted_at: plan.at.toISOString(),
      adopted_by: plan.by,
    };
    await db
      .insertInto('adopted_plans')
      .values({ ...summary, counties: JSON.stringify(plan.counties), content: plan.content })
      .execute();
    return { ...summary, counties: plan.counties };
  });

/** Every plan, the one adopted last first. */
export async function listPlans(db: Kysely<Database>): Promise<PlanSummary[]> {
  const rows = await db.selectFrom('adopted_plans').select(SUMMARY).orderBy('number', 'desc').execute();
  return rows.map(toSummary);
}

export async function findPlan(db: Kysely<Database>, id: string): Promise<PlanSummary | undefined> {
  const row = await db.selectFrom('adopted_plans').select(SUMMARY).where('id', '=', id).executeTakeFirst();
  return row && toSummary(row);
}

/** What was frozen of these plans, JSON by id. */
export async function readPlanContents(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await readInChunks(ids, (chunk) =>
    db.selectFrom('adopted_plans').select(['id', 'content']).where('id', 'in', chunk).execute(),
  );
  return new Map(rows.map(({ id, content }) => [id, content]));
}

/** The withdrawals of these plans, by plan. */
export async function readWithdrawals(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, PlanWithdrawalRow>> {
  const rows = await readInChunks(ids, (chunk) => db.selectFrom('plan_withdrawals').selectAll().where('plan', 'in', chunk).execute());
  return new Map(rows.map((row) => [row.plan, row]));
}

/**
 * Writes down that a plan is withdrawn. What was frozen of it stays.
 * @returns the withdrawal that was there already, and then nothing is written
 */
export const withdrawPlan = (
  db: Kysely<Database>,
  { plan, reason, by, at }: { readonly plan: string; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<PlanWithdrawalRow | undefined> =>
  db.transaction().execute(async (db) => {
    await lockWorkspace(db);
    const before = (await readWithdrawals(db, [plan])).get(plan);
    if (before) return before;
    await db.insertInto('plan_withdrawals').values({ plan, reason, withdrawn_at: at.toISOString(), withdrawn_by: by }).execute();
    return undefined;
  });

const toSummary = ({ counties, ...rest }: Omit<Selectable<AdoptedPlanTable>, 'content'>): PlanSummary => ({
  ...rest,
  counties: JSON.parse(counties) as string[],
});
