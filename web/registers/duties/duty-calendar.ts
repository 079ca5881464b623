import type { Request } from '../../api/client.js';
import type { DataTable } from '../../tables/data-table.js';
import type { StoredDocument } from '../operations.js';
import type { DutyWords } from './words.js';

export type DutyState = 'DONE' | 'OPEN' | 'AHEAD' | 'OVERDUE';

export interface DutyPeriod {
  readonly first: string;
  readonly last: string;
  readonly dueOn: string;
  readonly state: DutyState;
  readonly withEvidence: number;
  readonly records: readonly {
    readonly id: string;
    readonly heldOn: string;
    readonly topic: string;
    readonly documents: readonly StoredDocument[];
  }[];
}

export interface DutyRow {
  readonly duty: { readonly id: string; readonly owner: string; readonly what: string; readonly cadence: string };
  readonly periods: readonly DutyPeriod[];
}

export interface DutyCalendar {
  readonly year: number;
  readonly asOf: string;
  readonly duties: readonly DutyRow[];
  readonly owners: readonly {
    readonly owner: string;
    readonly due: number;
    readonly done: number;
    readonly overdue: number;
    readonly withEvidence: number;
  }[];
}

export const dutyCalendar = (county: string, year: number, asOf: string | null): Request<{ dutyCalendar: DutyCalendar }> => ({
  query: `query DutyCalendar($scope: [ID!], $year: Int!, $asOf: YearMonth) { dutyCalendar(scope: $scope, year: $year, asOf: $asOf) {
    year asOf owners { owner due done overdue withEvidence }
    duties { duty { id owner what cadence } periods { first last dueOn state withEvidence records { id heldOn topic documents { id name } } } } } }`,
  variables: { scope: [county], year, asOf },
});

/** A stretch of a row of twelve months: a period of the duty, or months in which it does not hold. */
export interface Stretch {
  readonly months: number;
  readonly period: DutyPeriod | undefined;
}

const monthNumber = (month: string): number => Number(month.slice(5));

/** Twelve months as they follow each other, gaps included. */
export function stretches(periods: readonly DutyPeriod[]): Stretch[] {
  const found: Stretch[] = [];
  let next = 1;
  for (const period of periods) {
    const first = monthNumber(period.first);
    const last = monthNumber(period.last);
    if (first > next) found.push({ months: first - next, period: undefined });
    found.push({ months: last - first + 1, period });
    next = last + 1;
  }
  return next <= 12 ? [...found, { months: 13 - next, period: undefined }] : found;
}

/** The calendar as a table to take away, a row for each period. */
export function periodTable({ duties, year, asOf }: DutyCalendar, words: DutyWords, county: string): DataTable {
  return {
    name: 'duty-periods',
    title: `${county} ${year} ${words.periods}`,
    columns: [
      { title: words.owner, format: 'text' },
      { title: words.what, format: 'text' },
      { title: words.from, format: 'month' },
      { title: words.until, format: 'month' },
      { title: words.due, format: 'text' },
      { title: words.state, format: 'text' },
      { title: words.records, format: 'number' },
      { title: words.evidence, format: 'number' },
      { title: words.topics, format: 'text' },
    ],
    rows: duties.flatMap(({ duty, periods }) =>
      periods.map(({ first, last, dueOn, state, records, withEvidence }) => [
        duty.owner,
        duty.what,
        first,
        last,
        dueOn,
        words.states[state],
        records.length,
        withEvidence,
        records.map(({ heldOn, topic }) => `${heldOn} ${topic}`).join('; '),
      ]),
    ),
    source: words.source(asOf),
  };
}

/** How each owner has kept its duties. */
export const ownerTable = ({ owners, year, asOf }: DutyCalendar, words: DutyWords, county: string): DataTable => ({
  name: 'duty-owners',
  title: `${county} ${year} ${words.byOwner}`,
  columns: [
    { title: words.owner, format: 'text', strong: true },
    { title: words.toBeDone, format: 'number' },
    { title: words.states.DONE, format: 'number' },
    { title: words.states.OVERDUE, format: 'number' },
    { title: words.evidence, format: 'number' },
  ],
  rows: owners.map(({ owner, due, done, overdue, withEvidence }) => [owner, due, done, overdue, withEvidence]),
  source: words.source(asOf),
});
