import type { Kysely } from 'kysely';
import { formatMonth, type Month } from '../base/month.js';
import type { Database } from '../store/database.js';
import { closedMonths } from '../store/month-closings.js';
import type { Findings } from './findings.js';
import type { ImportPlan } from './plan.js';
import { writtenReceipts } from './receipt-history.js';

/** Tells which files add or change receipts of months that their county has closed; rows that agree with what is stored may stay. */
export function refuseClosedMonths(
  plan: ImportPlan,
  closed: ReadonlyMap<string, ReadonlySet<Month>>,
  findings: Pick<Findings, 'add'>,
): void {
  if (!closed.size) return;
  const names = new Map(plan.counties.map(({ code, name }) => [code, name]));
  const frozen = writtenReceipts(plan).filter(({ county, month }) => closed.get(county)?.has(month));
  for (const receipts of Map.groupBy(frozen, (one) => `${one.source_file}\u001f${one.county}\u001f${one.month}`).values()) {
    const { source_file: file, source_row: row, county, month } = receipts[0]!;
    const details = { value: formatMonth(month), county: names.get(county) ?? county, count: receipts.length };
    findings.add({ file, row }, 'RECEIPTS_OF_CLOSED_MONTH', details);
  }
}

/** The closed months of which a batch holds receipts, or replaced some. */
export async function closedMonthsOfBatch(db: Kysely<Database>, batch: number): Promise<Month[]> {
  const written = await db.selectFrom('receipts').select(['county', 'month']).distinct().where('batch', '=', batch).execute();
  const kept = await db
    .selectFrom('import_changes')
    .select('before')
    .where('batch', '=', batch)
    .where('relation', '=', 'receipts')
    .execute();
  const replaced = kept.map(({ before }) => JSON.parse(before) as Database['receipts']);
  const touched = [...written, ...replaced];
  const closed = await closedMonths(db, [...new Set(touched.map(({ county }) => county))]);
  const months = touched.filter(({ county, month }) => closed.get(county)?.has(month)).map(({ month }) => month);
  return [...new Set(months)].toSorted((left, right) => left - right);
}
