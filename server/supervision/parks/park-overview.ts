import { daysBetween } from '../bulletin/days.js';
import type { EntryOf } from '../register/register.js';
import type { milestones } from '../registers/milestone.js';
import type { parkContracts } from '../registers/park-contract.js';
import type { payments } from '../registers/payment.js';
import type { stakes } from '../registers/stake.js';
import type { supportActions } from '../registers/support-action.js';

/** What the registers hold of one park. */
export interface ParkEntries {
  readonly stakes: readonly EntryOf<typeof stakes>[];
  readonly contracts: readonly EntryOf<typeof parkContracts>[];
  readonly payments: readonly EntryOf<typeof payments>[];
  readonly milestones: readonly EntryOf<typeof milestones>[];
  readonly supportActions: readonly EntryOf<typeof supportActions>[];
}

/** A park as its villages depend on it; money in fen. */
export interface ParkOverview {
  /** Villages with a stake, a payment or income of the park. */
  readonly villages: readonly string[];
  readonly stakes: number;
  readonly capital: number;
  /** What the stakes promise a year; those without a promised return count as nothing. */
  readonly promisedYearly: number;
  /** Owed up to the day, by contract. */
  readonly due: number;
  readonly received: number;
  /** Owed up to the day and not come. */
  readonly overdue: number;
  readonly overduePayments: number;
  /** Days since the oldest payment that is overdue was due; null where none is. */
  readonly longestOverdueDays: number | null;
  readonly contracts: number;
  /** Contracts that lack something that is not mended. */
  readonly gaps: readonly { readonly subject: string; readonly gap: string }[];
  readonly overdueMilestones: readonly { readonly name: string; readonly dueOn: string }[];
  readonly openActions: number;
  readonly overdueActions: readonly { readonly what: string; readonly owner: string; readonly dueOn: string }[];
}

/**
 * @param income what came from the park, by village, fen
 * @param today YYYY-MM-DD: what is due counts up to it
 */
export function parkOverview(entries: ParkEntries, income: ReadonlyMap<string, number>, today: string): ParkOverview {
  const due = entries.payments.filter(({ values }) => values.dueOn <= today);
  const unpaid = due
    .map(({ values }) => ({ dueOn: values.dueOn, left: values.amount - (values.received ?? 0) }))
    .filter(({ left }) => left > 0);
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const villages = new Set([
    ...entries.stakes.map(({ values }) => values.village),
    ...entries.payments.map(({ values }) => values.village),
    ...[...income].filter(([, amount]) => amount !== 0).map(([village]) => village),
  ]);
  const oldest = unpaid.map(({ dueOn }) => dueOn).toSorted()[0];
  const open = entries.supportActions.filter(({ values }) => !values.doneOn);
  return {
    villages: [...villages].toSorted(),
    stakes: entries.stakes.length,
    capital: sum(entries.stakes.map(({ values }) => values.capital)),
    promisedYearly: Math.round(sum(entries.stakes.map(({ values }) => values.capital * (values.promisedRate ?? 0)))),
    due: sum(due.map(({ values }) => values.amount)),
    received: sum(due.map(({ values }) => values.received ?? 0)),
    overdue: sum(unpaid.map(({ left }) => left)),
    overduePayments: unpaid.length,
    longestOverdueDays: oldest === undefined ? null : daysBetween(oldest, today),
    contracts: entries.contracts.length,
    gaps: entries.contracts.flatMap(({ values }) => (values.gap && !values.mendedOn ? [{ subject: values.subject, gap: values.gap }] : [])),
    overdueMilestones: entries.milestones.flatMap(({ values }) =>
      !values.doneOn && values.dueOn < today ? [{ name: values.name, dueOn: values.dueOn }] : [],
    ),
    openActions: open.length,
    overdueActions: open.flatMap(({ values }) =>
      values.dueOn < today ? [{ what: values.what, owner: values.owner, dueOn: values.dueOn }] : [],
    ),
  };
}
