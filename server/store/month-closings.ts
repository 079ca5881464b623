import type { Kysely } from 'kysely';
import { type Month, parseMonth } from '../base/month.js';
import type { Database } from './database.js';
import { listEntries } from './entries.js';

/** The register that says which months a county has closed. */
export const MONTH_CLOSINGS = 'monthClosing';

/** By county: the months that are closed, whose figures do not change until one is opened again. */
export async function closedMonths(db: Kysely<Database>, counties: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<Month>>> {
  const closed = new Map<string, Set<Month>>();
  for (const { county, fields } of await listEntries(db, { register: MONTH_CLOSINGS, counties })) {
    const { month, state } = JSON.parse(fields) as { readonly month: string; readonly state: string };
    if (state !== 'CLOSED') continue;
    closed.set(county, (closed.get(county) ?? new Set()).add(parseMonth(month)!));
  }
  return closed;
}
