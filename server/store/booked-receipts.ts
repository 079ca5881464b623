import { type Kysely, sql } from 'kysely';
import type { Fen } from '../base/money.js';
import type { Month } from '../base/month.js';
import type { Database } from './database.js';
import { inRegions } from './scope.js';

/** What was booked of a village in a month, and by which import last. */
export interface BookedReceipts {
  readonly village: string;
  readonly amount: Fen;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  /** Empty where nobody signed. */
  readonly importedBy: string;
}

/** The booked receipts of a county in a month, by village; villages without any are left out. */
export async function readBooked(db: Kysely<Database>, county: string, month: Month): Promise<readonly BookedReceipts[]> {
  const sums = db
    .selectFrom('receipts')
    .where(inRegions(db, 'receipts.village', [county]))
    .where('month', '=', month)
    .groupBy('village')
    .select(['village', sql<Fen>`cast(sum(amount) as bigint)`.as('amount'), (select) => select.fn.max('batch').as('batch')]);
  const rows = await db
    .selectFrom(sums.as('booked'))
    .innerJoin('import_batches', 'import_batches.id', 'booked.batch')
    .select(['booked.village', 'booked.amount', 'import_batches.imported_at', 'import_batches.imported_by'])
    .execute();
  return rows.map(({ village, amount, imported_at: importedAt, imported_by: importedBy }) => ({ village, amount, importedAt, importedBy }));
}
