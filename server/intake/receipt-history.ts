import type { Kysely } from 'kysely';
import type { Fen } from '../base/money.js';
import type { Month } from '../base/month.js';
import type { Mode } from '../base/vocabulary.js';
import type { Database } from '../store/database.js';
import type { Unstamped } from '../store/relations.js';
import { inRegions } from '../store/scope.js';
import type { ImportPlan } from './plan.js';

/** What a look at the past needs of a receipt. */
export interface StoredReceipt {
  readonly village: string;
  readonly mode: Mode;
  readonly month: Month;
  readonly amount: Fen;
}

/** The receipts that an import adds, and those that it changes as they become. */
export const writtenReceipts = ({ changes: { receipts } }: ImportPlan): Unstamped<'receipts'>[] => [
  ...receipts.added,
  ...receipts.changed.map(({ after }) => after),
];

/** Stored receipts of the counties that receive something new, without those that the import replaces or removes. */
export async function readHistory(db: Kysely<Database>, plan: ImportPlan): Promise<StoredReceipt[]> {
  const { changed, removed } = plan.changes.receipts;
  const replaced = new Set([...changed.map(({ before }) => before.id), ...removed.map((receipt) => receipt.id)]);
  const counties = [...new Set(writtenReceipts(plan).map((receipt) => receipt.county))];
  if (!counties.length) return [];
  const rows = await db
    .selectFrom('receipts')
    .select(['id', 'village', 'mode', 'month', 'amount'])
    .where(inRegions(db, 'receipts.village', counties))
    .execute();
  return rows.filter((row) => !replaced.has(row.id));
}
