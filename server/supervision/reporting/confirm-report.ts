import type { Kysely } from 'kysely';
import { Problem } from '../../base/errors/problem.js';
import type { Database } from '../../store/database.js';
import { lockWorkspace } from '../../store/revision.js';
import { inTransaction } from '../../store/transaction.js';
import { entriesOf, entryOf, keepEntry } from '../register/register-book.js';
import type { EntryOf } from '../register/register.js';
import { reports } from '../registers/report.js';
import type { ClosingTerms } from './close-month.js';

type Report = EntryOf<typeof reports>;

/**
 * Confirms the figure of one report where several sources give one of the same village and month; what others had confirmed
 * before is confirmed no longer. Gives all reports of that village and month.
 * @throws Problem SIGNATURE_NEEDED, UNKNOWN_ENTRY, ENTRY_CHANGED_MEANWHILE, REPORT_WITHOUT_FIGURE, MONTH_CLOSED
 */
export const confirmReport = (
  db: Kysely<Database>,
  { id, revision }: { readonly id: string; readonly revision: number | null },
  { known, change }: ClosingTerms,
): Promise<readonly Report[]> =>
  inTransaction(db, async (db) => {
    await lockWorkspace(db);
    if (!change.by) throw new Problem('SIGNATURE_NEEDED', {}, ['by']);
    const report = await entryOf(db, reports, id);
    if (!report) {
      throw new Problem('UNKNOWN_ENTRY', { registerZh: reports.label.zh, registerEn: reports.label.en, value: id }, ['id']);
    }
    if (report.values.amount === null) throw new Problem('REPORT_WITHOUT_FIGURE', { value: report.values.source }, ['id']);
    await keepEntry(db, reports, { id, revision, fields: { confirmed: true } }, { known, change });
    const { village, month } = report.values;
    const ofMonth = async () => (await entriesOf(db, reports, { villages: [village] })).filter(({ values }) => values.month === month);
    for (const other of await ofMonth()) {
      if (other.id !== id && other.values.confirmed) {
        await keepEntry(db, reports, { id: other.id, fields: { confirmed: false } }, { known, change });
      }
    }
    return ofMonth();
  });
