import type { Kysely } from 'kysely';
import { Problem } from '../../base/errors/problem.js';
import { formatMonth, type Month } from '../../base/month.js';
import type { Database } from '../../store/database.js';
import type { Change } from '../../store/entries.js';
import { lockWorkspace } from '../../store/revision.js';
import { inTransaction } from '../../store/transaction.js';
import { entriesOf, keepEntry, type Known } from '../register/register-book.js';
import type { EntryOf } from '../register/register.js';
import { monthClosings } from '../registers/month-closing.js';
import { reports } from '../registers/report.js';
import { monthReporting } from './reporting.js';

export type MonthClosing = EntryOf<typeof monthClosings>;

export interface CountyMonth {
  readonly county: string;
  readonly month: Month;
}

/** What a closing or reopening stands on. */
export interface ClosingTerms {
  readonly known: Known;
  readonly change: Change;
}

const MOST_NAMED = 3;

/** A county's closing of a month; undefined where it was never closed. */
export const closingOf = async (db: Kysely<Database>, { county, month }: CountyMonth): Promise<MonthClosing | undefined> =>
  (await entriesOf(db, monthClosings, { counties: [county] })).find(({ values }) => values.month === formatMonth(month));

/**
 * Closes a month of a county: from then on its reports and receipts do not change.
 * @param dueDay day of the following month by which reports are due
 * @throws Problem SIGNATURE_NEEDED, MONTH_NOT_OVER, MONTH_ALREADY_CLOSED, or FIGURES_UNSETTLED while two sources differ on a figure
 */
export const closeMonth = (
  db: Kysely<Database>,
  place: CountyMonth,
  { known, change, dueDay }: ClosingTerms & { readonly dueDay: number },
): Promise<MonthClosing> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    const value = formatMonth(place.month);
    if (!change.by) throw new Problem('SIGNATURE_NEEDED', {}, ['by']);
    const before = await closingOf(db, place);
    if (before?.values.state === 'CLOSED') throw new Problem('MONTH_ALREADY_CLOSED', { value }, ['month']);
    const county = await db.selectFrom('counties').select('as_of').where('code', '=', place.county).executeTakeFirstOrThrow();
    if (county.as_of === null || place.month > county.as_of) {
      throw new Problem('MONTH_NOT_OVER', { value, asOf: county.as_of === null ? '—' : formatMonth(county.as_of) }, ['month']);
    }
    const villages = await db.selectFrom('villages').select(['code', 'name']).where('county', '=', place.county).orderBy('code').execute();
    const sources = {
      villages: villages.map(({ code }) => code),
      reports: await entriesOf(db, reports, { counties: [place.county] }),
      booked: new Map(),
    };
    const stands = monthReporting(sources, { month: place.month, dueDay, on: '9999-12-31' }).villages;
    const differing = stands.filter(({ figure }) => figure === 'DIFFERING');
    if (differing.length) {
      const names = new Map(villages.map(({ code, name }) => [code, name]));
      const few = differing.slice(0, MOST_NAMED).map(({ village }) => names.get(village));
      throw new Problem('FIGURES_UNSETTLED', { value, count: differing.length, villages: few.join('、') }, ['month']);
    }
    const missing = stands.filter((village) => village.reports.length === 0).length;
    return keep(db, place, before, { state: 'CLOSED', missing }, { known, change });
  });

/**
 * Opens a closed month again; who did and why stays in the changes.
 * @throws Problem SIGNATURE_NEEDED, REOPENING_UNEXPLAINED, MONTH_NOT_CLOSED
 */
export const reopenMonth = (db: Kysely<Database>, place: CountyMonth, { known, change }: ClosingTerms): Promise<MonthClosing> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    if (!change.by) throw new Problem('SIGNATURE_NEEDED', {}, ['by']);
    if (!change.reason) throw new Problem('REOPENING_UNEXPLAINED', {}, ['reason']);
    const before = await closingOf(db, place);
    if (before?.values.state !== 'CLOSED') throw new Problem('MONTH_NOT_CLOSED', { value: formatMonth(place.month) }, ['month']);
    return keep(db, place, before, { state: 'REOPENED', missing: null }, { known, change });
  });

const keep = (
  db: Kysely<Database>,
  { county, month }: CountyMonth,
  before: MonthClosing | undefined,
  fields: Readonly<Record<string, unknown>>,
  terms: ClosingTerms,
): Promise<MonthClosing> =>
  keepEntry(
    db,
    monthClosings,
    { county, ...(before ? { id: before.id, revision: before.revision } : {}), fields: { month: formatMonth(month), ...fields } },
    terms,
  );
