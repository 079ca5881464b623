import type { Fen } from '../../base/money.js';
import { formatMonth, type Month } from '../../base/month.js';
import type { BookedReceipts } from '../../store/booked-receipts.js';
import { dayAfter, daysBetween } from '../bulletin/days.js';
import type { EntryOf } from '../register/register.js';
import type { reports } from '../registers/report.js';

type Report = EntryOf<typeof reports>;

/** How a village has reported a month: by the due day, after it, not yet with the due day ahead, or not at all. */
export const REPORTING_STATES = ['ON_TIME', 'LATE', 'PENDING', 'MISSING'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

/** What is known of a figure: nothing, one value (from however many sources), values that differ, or one that was confirmed. */
export const FIGURE_STATES = ['NONE', 'AGREED', 'DIFFERING', 'CONFIRMED'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** How one village has reported one month. */
export interface VillageReporting {
  readonly village: string;
  readonly state: ReportingState;
  /** The day of the first report; null where there is none. */
  readonly reportedOn: string | null;
  /** Days after the due day: of the first report, or so far where there is none. */
  readonly lateDays: number;
  /** Every source side by side, the earliest first. */
  readonly reports: readonly Report[];
  /** Reports with a document. */
  readonly withEvidence: number;
  readonly figure: FigureState;
  /** The confirmed figure, else the one that all sources agree on; null where there is none. */
  readonly amount: Fen | null;
  readonly booked: BookedReceipts | null;
  /** What was booked less the figure; null where either is missing. */
  readonly bookedDifference: Fen | null;
}

/** How the villages of a county have reported a month. */
export interface MonthReporting {
  readonly month: Month;
  /** The day by which reports were due. */
  readonly dueOn: string;
  readonly villages: readonly VillageReporting[];
}

/** What a month's reporting is told from. */
export interface ReportingSources {
  /** Codes, in the order in which they are listed. */
  readonly villages: readonly string[];
  readonly reports: readonly Report[];
  readonly booked: ReadonlyMap<string, BookedReceipts>;
}

/**
 * Who reported a month, when, with which figures (SEED, R: true and timely data), as it stood on a day.
 * @param dueDay day of the following month
 * @param on YYYY-MM-DD; reports of later days are not counted
 */
export function monthReporting(
  { villages, reports, booked }: ReportingSources,
  { month, dueDay, on }: { readonly month: Month; readonly dueDay: number; readonly on: string },
): MonthReporting {
  const dueOn = dayAfter(month, dueDay);
  const written = formatMonth(month);
  const known = Map.groupBy(
    reports.filter(({ values }) => values.month === written && values.reportedOn <= on),
    ({ values }) => values.village,
  );
  return {
    month,
    dueOn,
    villages: villages.map((village) => {
      const own = (known.get(village) ?? []).toSorted((left, right) => (left.values.reportedOn < right.values.reportedOn ? -1 : 1));
      const reportedOn = own[0]?.values.reportedOn ?? null;
      const lateDays = Math.max(0, daysBetween(dueOn, reportedOn ?? on));
      const figure = figureOf(own);
      const amount = booked.get(village) ?? null;
      return {
        village,
        state: stateOf(reportedOn, lateDays),
        reportedOn,
        lateDays,
        reports: own,
        withEvidence: own.filter(({ values }) => (values.documents?.length ?? 0) > 0).length,
        ...figure,
        booked: amount,
        bookedDifference: amount && figure.amount !== null ? amount.amount - figure.amount : null,
      };
    }),
  };
}

function stateOf(reportedOn: string | null, lateDays: number): ReportingState {
  if (reportedOn !== null) return lateDays > 0 ? 'LATE' : 'ON_TIME';
  return lateDays > 0 ? 'MISSING' : 'PENDING';
}

/** A figure that was confirmed counts, whatever others say; where two are (each by its own hand), the one confirmed last. */
function figureOf(reports: readonly Report[]): { readonly figure: FigureState; readonly amount: Fen | null } {
  const figures = reports.filter(({ values }) => values.amount !== null);
  const [confirmed] = figures
    .filter(({ values }) => values.confirmed)
    .toSorted((left, right) => (left.updatedAt < right.updatedAt ? 1 : -1));
  if (confirmed) return { figure: 'CONFIRMED', amount: confirmed.values.amount };
  const amounts = new Set(figures.map(({ values }) => values.amount));
  if (amounts.size > 1) return { figure: 'DIFFERING', amount: null };
  return amounts.size ? { figure: 'AGREED', amount: figures[0]!.values.amount } : { figure: 'NONE', amount: null };
}

/** How many villages stand how. */
export interface ReportingCounts {
  readonly villages: number;
  readonly onTime: number;
  readonly late: number;
  readonly pending: number;
  readonly missing: number;
  readonly differing: number;
  readonly withEvidence: number;
}

export function reportingCounts(villages: readonly VillageReporting[]): ReportingCounts {
  const count = (holds: (village: VillageReporting) => boolean) => villages.filter(holds).length;
  const inState = (wanted: ReportingState) => count(({ state }) => state === wanted);
  return {
    villages: villages.length,
    onTime: inState('ON_TIME'),
    late: inState('LATE'),
    pending: inState('PENDING'),
    missing: inState('MISSING'),
    differing: count(({ figure }) => figure === 'DIFFERING'),
    withEvidence: count(({ withEvidence }) => withEvidence > 0),
  };
}
