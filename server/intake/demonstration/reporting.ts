import { toFen } from '../../base/money.js';
import { formatMonth, monthInYear, yearOf, type Month } from '../../base/month.js';
import type { ReceiptRow } from '../tables.js';
import { between, happens } from './draws.js';
import type { Payment } from './payments.js';
import { AS_OF } from './period.js';

/** A village is late with a month's report this often, some villages much more; a few have stopped in spring 2020. */
const REPORTING = { late: 0.07, slackShare: 0.12, lateIfSlack: 0.35, silentShare: 0.06 } as const;

/** Most bookkeepers note the voucher's number. */
const VOUCHER_SHARE = 0.7;

/**
 * What a village has reported by the as-of month: payments of a month that was not reported in time stand in the next
 * month that was, and what is due after its last report is not in yet. December's books close with the year, so nothing
 * moves into another year. Payments that meet under one key are summed.
 */
export function reported(village: string, payments: readonly Payment[]): Payment[] {
  const late = happens(REPORTING.slackShare, 'slack', village) ? REPORTING.lateIfSlack : REPORTING.late;
  const silent = happens(REPORTING.silentShare, 'silent', village) ? between(1, 3, 'silent months', village) : 0;
  const writesVouchers = happens(VOUCHER_SHARE, 'writes vouchers', village);

  const booked = new Map<string, Payment>();
  for (const payment of payments) {
    const month = bookedMonth(village, payment.month, late);
    if (month > AS_OF - silent) continue;
    const reference = payment.reference ?? (writesVouchers ? voucher(village, month) : null);
    const key = [payment.mode, payment.industry, payment.park, payment.project, month, reference].join('|');
    booked.set(key, { ...payment, month, reference, yuan: payment.yuan + (booked.get(key)?.yuan ?? 0) });
  }
  return [...booked.values()];
}

function bookedMonth(village: string, due: Month, late: number): Month {
  let month = due;
  while (monthInYear(month) < 12 && happens(late, 'late report', village, yearOf(month), monthInYear(month))) month++;
  return month;
}

/** The voucher in the village's books; one a month, however many receipts it covers. */
function voucher(village: string, month: Month): string {
  const number = between(1, 48, 'voucher', village, yearOf(month), monthInYear(month));
  return `记${formatMonth(month)}-${String(number).padStart(3, '0')}`;
}

/** The county's sheet of receipts, by month and village. */
export function receiptRows(payments: readonly Payment[]): ReceiptRow[] {
  return payments
    .toSorted((left, right) => left.month - right.month || Number(left.village) - Number(right.village))
    .map(({ yuan, ...receipt }, index) => ({ ...receipt, amount: toFen(yuan), source: { file: 'demonstration', row: index + 2 } }));
}
