import type { Kysely } from 'kysely';
import { regionAt } from '../base/region.js';
import type { Database } from '../store/database.js';
import { type Changes, compareRows } from './changes.js';
import type { DemonstrationRemoval } from './demonstration-removal.js';
import { receiptKey } from './receipt-key.js';
import { readStoredReceipts } from './stored-state.js';
import type { ImportTables, ReceiptRow } from './tables.js';

/** What an import does to receipts: a key that is stored already has its amount replaced, never added to. */
export async function planReceipts(
  db: Kysely<Database>,
  tables: ImportTables,
  removal: DemonstrationRemoval | undefined,
): Promise<Changes<'receipts'>> {
  const gone = new Set(removal?.receipts.map((receipt) => receipt.id));
  const stored = new Map<string, Database['receipts']>();
  for (const receipt of await readMatching(db, tables.receipts)) if (!gone.has(receipt.id)) stored.set(receiptKey(receipt), receipt);
  const { last } = await db
    .selectFrom('receipts')
    .select((select) => select.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  let next = Number(last ?? 0) + 1;
  return compareRows(
    tables.receipts.map(({ source, ...receipt }) => {
      const before = stored.get(receiptKey(receipt));
      const place = { county: regionAt(receipt.village, 'COUNTY'), source_file: source.file, source_row: source.row };
      return { before, after: { id: before?.id ?? next++, ...receipt, ...place } };
    }),
    removal?.receipts ?? [],
  );
}

function readMatching(db: Kysely<Database>, receipts: readonly ReceiptRow[]): Promise<Database['receipts'][]> {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { month } of receipts) [from, to] = [Math.min(from, month), Math.max(to, month)];
  return receipts.length
    ? readStoredReceipts(db, [...new Set(receipts.map((receipt) => receipt.village))], { from, to })
    : Promise.resolve([]);
}
