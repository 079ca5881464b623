import type { EntryOf } from '../register/register.js';
import type { fundings } from '../registers/funding.js';

type Funding = EntryOf<typeof fundings>;

/** What a funder has given and what became of it; money in fen. */
export interface FunderAccount {
  readonly funder: string;
  /** As its first booking says; null where nothing is booked. */
  readonly level: Funding['values']['level'] | null;
  /** 下达: made available. */
  readonly allotted: number;
  /** 拨付: paid out, before anything was taken back. */
  readonly paid: number;
  /** 收回: taken back of what was paid out. */
  readonly returned: number;
  /** Made available and not with a village: allotted − paid + returned. Below nothing: more was paid than allotted. */
  readonly left: number;
  /** Capital of the library's committed projects that name the funder. */
  readonly committed: number;
  readonly committedProjects: number;
  /** Capital of those still in the stages of approval. */
  readonly inApproval: number;
  readonly bookings: number;
}

/** A project as the ledger looks at it; capital in fen. */
export interface FundedProject {
  readonly funder: string | null;
  readonly capital: number;
  readonly committed: boolean;
}

/** The ledger by funder, the one with most allotted first; funders that only projects name come with nothing booked. */
export function funderAccounts(entries: readonly Funding[], projects: readonly FundedProject[]): FunderAccount[] {
  const booked = Map.groupBy(entries, ({ values }) => values.funder);
  const funded = Map.groupBy(
    projects.filter(({ funder }) => funder !== null),
    ({ funder }) => funder!,
  );
  return [...new Set([...booked.keys(), ...funded.keys()])]
    .map((funder) => {
      const own = booked.get(funder) ?? [];
      const sum = (kind: Funding['values']['kind']) =>
        own.filter(({ values }) => values.kind === kind).reduce((total, { values }) => total + values.amount, 0);
      const capitalOf = (some: readonly FundedProject[]) => some.reduce((total, { capital }) => total + capital, 0);
      const [allotted, paid, returned] = [sum('ALLOTTED'), sum('PAID'), sum('RETURNED')];
      const { true: committed = [], false: open = [] } = Object.groupBy(funded.get(funder) ?? [], (one) =>
        one.committed ? 'true' : 'false',
      );
      return {
        funder,
        level: own[0]?.values.level ?? null,
        allotted,
        paid,
        returned,
        left: allotted - paid + returned,
        committed: capitalOf(committed),
        committedProjects: committed.length,
        inApproval: capitalOf(open),
        bookings: own.length,
      };
    })
    .sort((left, right) => right.allotted - left.allotted || right.committed - left.committed || (left.funder < right.funder ? -1 : 1));
}
