import { formatMonth, monthOf, parseMonth, type Month } from '../../base/month.js';
import { lastDayOf } from '../bulletin/days.js';
import type { EntryOf } from '../register/register.js';
import type { duties } from '../registers/duty.js';
import type { dutyRecords } from '../registers/duty-record.js';

type Duty = EntryOf<typeof duties>;
type DutyRecord = EntryOf<typeof dutyRecords>;

/** How a duty stands in one of its periods: done, not over yet, not begun yet, or over without a record. */
export const DUTY_STATES = ['DONE', 'OPEN', 'AHEAD', 'OVERDUE'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** A month, quarter, half year or year in which a duty is to be done at least once. */
export interface DutyPeriod {
  readonly first: Month;
  readonly last: Month;
  /** Its last day, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly state: DutyState;
  /** The records that fall into it, the earliest first. */
  readonly records: readonly DutyRecord[];
  /** How many of the records have a document. */
  readonly withEvidence: number;
}

export interface DutyRow {
  readonly duty: Duty;
  readonly periods: readonly DutyPeriod[];
}

const CADENCE_MONTHS = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 } as const;

/**
 * The periods of a calendar year in which each duty is to be done, and whether it was (SEED, O: at least half-yearly, quarterly,
 * monthly). A period counts while the duty holds in any of its months.
 * @param today YYYY-MM-DD: what is over by then without a record is overdue
 */
export function dutyCalendar(
  all: readonly Duty[],
  records: readonly DutyRecord[],
  { year, today }: { readonly year: number; readonly today: string },
): DutyRow[] {
  const recordsOf = Map.groupBy(records, ({ values }) => values.duty);
  return all.flatMap((duty) => {
    const periods = periodsOf(duty, year).map((period) => withRecords(period, recordsOf.get(duty.id) ?? [], today));
    return periods.length ? [{ duty, periods }] : [];
  });
}

function periodsOf({ values }: Duty, year: number): { readonly first: Month; readonly last: Month }[] {
  const months = CADENCE_MONTHS[values.cadence as keyof typeof CADENCE_MONTHS];
  const since = parseMonth(values.since) ?? 0;
  const until = (values.until && parseMonth(values.until)) || Infinity;
  return Array.from({ length: 12 / months }, (_, index) => {
    const first = monthOf(year, 1) + index * months;
    return { first, last: first + months - 1 };
  }).filter(({ first, last }) => last >= since && first <= until);
}

function withRecords(
  { first, last }: { readonly first: Month; readonly last: Month },
  records: readonly DutyRecord[],
  today: string,
): DutyPeriod {
  const dueOn = lastDayOf(last);
  const own = records
    .filter(({ values }) => values.heldOn >= `${formatMonth(first)}-01` && values.heldOn <= dueOn)
    .toSorted((left, right) => (left.values.heldOn < right.values.heldOn ? -1 : 1));
  const state = own.length ? 'DONE' : today > dueOn ? 'OVERDUE' : today < `${formatMonth(first)}-01` ? 'AHEAD' : 'OPEN';
  return { first, last, dueOn, state, records: own, withEvidence: own.filter(({ values }) => (values.documents?.length ?? 0) > 0).length };
}

/** How many of its periods an owner has done, of those that are over or done. */
export interface DutySummary {
  readonly owner: string;
  readonly due: number;
  readonly done: number;
  readonly overdue: number;
  readonly withEvidence: number;
}

/** Of every owner, the one with most overdue first. */
export const dutySummaries = (rows: readonly DutyRow[]): DutySummary[] =>
  [...Map.groupBy(rows, ({ duty }) => duty.values.owner)]
    .map(([owner, own]) => {
      const periods = own.flatMap((row) => row.periods);
      const count = (state: DutyState) => periods.filter((period) => period.state === state).length;
      return {
        owner,
        due: count('DONE') + count('OVERDUE'),
        done: count('DONE'),
        overdue: count('OVERDUE'),
        withEvidence: periods.filter(({ withEvidence }) => withEvidence > 0).length,
      };
    })
    .toSorted((left, right) => right.overdue - left.overdue || (left.owner < right.owner ? -1 : 1));
