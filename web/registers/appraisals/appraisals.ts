import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { Named } from '../operations.js';
import type { AppraisalWords } from './words.js';

export interface UnitSummary {
  readonly unit: string;
  readonly township: Named | null;
  readonly due: number;
  readonly done: number;
  readonly overdue: number;
  readonly withEvidence: number;
  readonly appraisals: readonly { readonly kind: string; readonly score: number | null; readonly finding: string | null }[];
}

export interface TownshipResult {
  readonly township: Named;
  readonly villages: number;
  readonly received: number;
  readonly target: number;
  readonly green: number;
  readonly red: number;
}

export interface AppraisalAnswer {
  readonly unitSummaries: readonly UnitSummary[];
  readonly bulletin: { readonly month: string; readonly townships: readonly TownshipResult[] };
}

/** What a year's appraisals go by, as far as the books reach. @param month the last of the year that is booked */
export const unitSummaries = (county: string, year: number, month: string): Request<AppraisalAnswer> => ({
  query: `query UnitSummaries($scope: [ID!], $year: Int!, $month: YearMonth!) {
    unitSummaries(scope: $scope, year: $year, asOf: $month) { unit township { code name } due done overdue withEvidence
      appraisals { kind score finding } }
    bulletin(scope: $scope, month: $month) { month townships { township { code name } villages received target green red } } }`,
  variables: { scope: [county], year, month },
});

/** The last month of a year that the books hold. */
export const lastMonthOf = (year: number, asOf: string): string => (asOf.startsWith(`${year}`) ? asOf : `${year}-12`);

/** A line for each unit; what its villages come to stands with those of a township. */
export function appraisalTable(
  { unitSummaries: units, bulletin }: AppraisalAnswer,
  year: number,
  words: AppraisalWords,
  county: string,
): DataTable {
  const results = new Map(bulletin.townships.map((one) => [one.township.code, one]));
  const kinds = Object.keys(words.kinds);
  return {
    name: 'unit-summaries',
    title: `${county} ${year} ${words.title}`,
    columns: [
      { title: words.unit, format: 'text', strong: true },
      { title: words.township, format: 'text' },
      { title: words.due, format: 'number' },
      { title: words.done, format: 'number' },
      { title: words.overdue, format: 'number' },
      { title: words.evidence, format: 'number' },
      ...kinds.map((kind) => ({ title: words.kinds[kind]!, format: 'number' }) as const),
      { title: words.villages, format: 'number' },
      { title: words.received, format: 'money' },
      { title: words.target, format: 'money' },
      { title: words.onTrack, format: 'number' },
      { title: words.atRisk, format: 'number' },
      { title: words.findings, format: 'text' },
    ],
    rows: units.map(({ unit, township, due, done, overdue, withEvidence, appraisals }) => {
      const result = township === null ? undefined : results.get(township.code);
      return [
        unit,
        township?.name ?? null,
        due,
        done,
        overdue,
        withEvidence,
        ...kinds.map((kind) => appraisals.find((one) => one.kind === kind)?.score ?? null),
        result?.villages ?? null,
        result?.received ?? null,
        result?.target ?? null,
        result?.green ?? null,
        result?.red ?? null,
        appraisals.flatMap(({ finding }) => (finding === null ? [] : [finding])).join('; ') || null,
      ];
    }),
    source: words.source(bulletin.month),
  };
}
