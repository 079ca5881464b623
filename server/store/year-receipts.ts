import { type Kysely, sql } from 'kysely';
import type { Mode } from '../base/vocabulary.js';
import type { Fen } from '../base/money.js';
import type { Database } from './database.js';
import { textList } from './dialect.js';
import { snapshot } from './snapshot.js';

/** What reached a village's accounts in a calendar year, up to the as-of month of its county. */
export interface YearReceipts {
  readonly village: string;
  readonly year: number;
  /** By mode; modes without receipts are left out. */
  readonly byMode: ReadonlyMap<Mode, Fen>;
  /** Months in which anything was booked. */
  readonly months: number;
}

/** The receipts of villages in some years, summed; a village's year without any is left out. */
export const readYearReceipts = (
  db: Kysely<Database>,
  villages: readonly string[],
  years: readonly number[],
): Promise<readonly YearReceipts[]> =>
  snapshot(db, async (db) => {
    const year = sql<number>`(receipts.month / 12)`;
    const asked = db
      .selectFrom('receipts')
      .innerJoin('counties', 'counties.code', 'receipts.county')
      .whereRef('receipts.month', '<=', 'counties.as_of')
      .where(sql<boolean>`receipts.village in ${textList(db, villages)}`)
      .where('receipts.month', '>=', Math.min(...years) * 12)
      .where('receipts.month', '<', (Math.max(...years) + 1) * 12)
      .groupBy(['receipts.village', year]);
    const sums = await asked
      .select(['receipts.village', 'receipts.mode', year.as('year'), sql<Fen>`cast(sum(receipts.amount) as bigint)`.as('amount')])
      .groupBy('receipts.mode')
      .execute();
    const months = await asked
      .select(['receipts.village', year.as('year'), sql<number>`count(distinct receipts.month)`.as('months')])
      .execute();
    const key = (row: { readonly village: string; readonly year: number }) => `${row.village} ${row.year}`;
    const byKey = Map.groupBy(sums, key);
    return months
      .filter((row) => years.includes(row.year))
      .map((row) => ({
        village: row.village,
        year: row.year,
        months: row.months,
        byMode: new Map(byKey.get(key(row))!.map(({ mode, amount }) => [mode, amount])),
      }));
  });
