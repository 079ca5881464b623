import type { EntryOf } from '../register/register.js';
import type { milestones } from '../registers/milestone.js';
import type { payments } from '../registers/payment.js';

/** How a project stands against what was agreed; money in fen. */
export interface ProjectProgress {
  /** Owed by contract up to the day. */
  readonly accrued: number;
  /** What of it has come. */
  readonly paid: number;
  readonly overdue: number;
  readonly overdueMilestones: readonly { readonly what: string; readonly dueOn: string }[];
}

/**
 * @param own entries of one project
 * @param today YYYY-MM-DD
 */
export function projectProgress(
  own: { readonly milestones: readonly EntryOf<typeof milestones>[]; readonly payments: readonly EntryOf<typeof payments>[] },
  today: string,
): ProjectProgress {
  const due = own.payments.filter(({ values }) => values.dueOn <= today).map(({ values }) => values);
  return {
    accrued: due.reduce((sum, { amount }) => sum + amount, 0),
    paid: due.reduce((sum, { received }) => sum + (received ?? 0), 0),
    overdue: due.reduce((sum, { amount, received }) => sum + Math.max(0, amount - (received ?? 0)), 0),
    overdueMilestones: own.milestones.flatMap(({ values }) =>
      !values.doneOn && values.dueOn < today ? [{ what: values.name, dueOn: values.dueOn }] : [],
    ),
  };
}
