import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { StoredDocument } from '../operations.js';
import type { ReportingWords } from './words.js';

export type ReportingState = 'ON_TIME' | 'LATE' | 'PENDING' | 'MISSING';
export type FigureState = 'NONE' | 'AGREED' | 'DIFFERING' | 'CONFIRMED';

export interface ReportingCounts {
  readonly villages: number;
  readonly onTime: number;
  readonly late: number;
  readonly pending: number;
  readonly missing: number;
  readonly differing: number;
  readonly withEvidence: number;
}

export interface Closing {
  readonly id: string;
  readonly state: 'CLOSED' | 'REOPENED';
  readonly missing: number | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

export interface Report {
  readonly id: string;
  readonly revision: number;
  readonly source: string;
  readonly amount: number | null;
  readonly reportedOn: string;
  readonly reportedBy: string;
  readonly confirmed: boolean | null;
  readonly documents: readonly StoredDocument[];
}

export interface VillageReporting {
  readonly village: { readonly code: string; readonly name: string; readonly township: { readonly name: string } };
  readonly state: ReportingState;
  readonly reportedOn: string | null;
  readonly lateDays: number;
  readonly figure: FigureState;
  readonly amount: number | null;
  readonly reports: readonly Report[];
  readonly booked: { readonly amount: number; readonly importedAt: string; readonly importedBy: string | null } | null;
  readonly bookedDifference: number | null;
  readonly responsible: readonly string[];
}

export interface ReportingMonth {
  readonly month: string;
  readonly dueOn: string;
  readonly counts: ReportingCounts;
  readonly closing: Closing | null;
}

export interface Reporting extends ReportingMonth {
  readonly on: string;
  readonly villages: readonly VillageReporting[];
}

interface UserError {
  readonly message: string;
}

const COUNTS = 'counts { villages onTime late pending missing differing withEvidence }';
const CLOSING = 'closing { id state missing updatedAt updatedBy }';

/** Who reported a month of a county. */
export const reporting = (county: string, month: string): Request<{ reporting: Reporting }> => ({
  query: `query Reporting($county: ID!, $month: YearMonth!) { reporting(county: $county, month: $month) {
    month on dueOn ${COUNTS} ${CLOSING}
    villages { village { code name township { name } } state reportedOn lateDays figure amount bookedDifference responsible
      reports { id revision source amount reportedOn reportedBy confirmed documents { id name } }
      booked { amount importedAt importedBy } } } }`,
  variables: { county, month },
});

/** The months of a year. */
export const reportingYear = (county: string, year: number): Request<{ reportingYear: readonly ReportingMonth[] }> => ({
  query: `query ReportingYear($county: ID!, $year: Int!) { reportingYear(county: $county, year: $year) { month dueOn ${COUNTS} ${CLOSING} } }`,
  variables: { county, year },
});

/** Who does something, and why. */
export interface Signature {
  readonly by: string;
  readonly reason: string;
}

const signed = ({ by, reason }: Signature) => ({ by, reason: reason || null });

/** Says that the figure of one source counts. */
export const confirmReport = (
  { id, revision }: Pick<Report, 'id' | 'revision'>,
  signature: Signature,
): Request<{ done: { userErrors: readonly UserError[] } }> => ({
  query: `mutation ConfirmReport($input: ConfirmReportInput!) { done: confirmReport(input: $input) { userErrors { message } } }`,
  variables: { input: { id, revision, ...signed(signature) } },
});

/** Closes a month, or opens it again. */
export const settleMonth = (
  what: 'closeMonth' | 'reopenMonth',
  place: { readonly county: string; readonly month: string },
  signature: Signature,
): Request<{ done: { userErrors: readonly UserError[] } }> => ({
  query: `mutation SettleMonth($input: CloseMonthInput!) { done: ${what}(input: $input) { userErrors { message } } }`,
  variables: { input: { ...place, ...signed(signature) } },
});

/** Which villages a reader looks at. */
export type Choice = 'ALL' | 'MISSING' | 'LATE' | 'DIFFERING';

/** Those of a choice; what is overdue longest first among the late and the missing. */
export function chosen(villages: readonly VillageReporting[], choice: Choice): readonly VillageReporting[] {
  if (choice === 'ALL') return villages;
  if (choice === 'DIFFERING') return villages.filter(({ figure }) => figure === 'DIFFERING');
  return villages.filter(({ state }) => state === choice).toSorted((left, right) => right.lateDays - left.lateDays);
}

/** What is shown as a table to take away, a row for each source so that two stand side by side. */
export function reportingTable(
  { month, on, dueOn }: Reporting,
  villages: readonly VillageReporting[],
  words: ReportingWords,
  county: string,
): DataTable {
  return {
    name: 'reporting',
    title: `${county} ${month} ${words.title}`,
    columns: [
      { title: words.township, format: 'text' },
      { title: words.village, format: 'text', strong: true },
      { title: words.state, format: 'text' },
      { title: words.lateDays, format: 'number' },
      { title: words.source, format: 'text' },
      { title: words.reportedOn, format: 'text' },
      { title: words.reportedBy, format: 'text' },
      { title: words.amount, format: 'money' },
      { title: words.confirmed, format: 'text' },
      { title: words.evidence, format: 'number' },
      { title: words.booked, format: 'money' },
      { title: words.responsible, format: 'text' },
    ],
    rows: villages.flatMap(({ village, state, lateDays, reports, booked, responsible }) =>
      (reports.length ? reports : [undefined]).map((report) => [
        village.township.name,
        village.name,
        words.states[state],
        lateDays,
        report?.source ?? null,
        report?.reportedOn ?? null,
        report?.reportedBy ?? null,
        report?.amount ?? null,
        report?.confirmed ? words.yes : null,
        report?.documents.length ?? null,
        booked?.amount ?? null,
        responsible.join('、'),
      ]),
    ),
    source: words.basis(on, dueOn),
  };
}
