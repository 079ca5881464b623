import { Problem } from '../base/errors/problem.js';

/** The most entries of one page. */
export const MOST_PER_PAGE = 1000;

/** @param most the most entries of a page of this list */
export function checkFirst(first: number, most = MOST_PER_PAGE): number {
  if (first < 1 || first > most) throw new Problem('PAGE_SIZE', { value: first, most }, ['first']);
  return first;
}

/** Pages of villages: the cursor is the code of the last village of the page before. */
export function checkVillagePage(first: number, after: string | null | undefined): { readonly first: number; readonly after?: string } {
  checkFirst(first);
  if (after === null || after === undefined) return { first };
  if (!/^\d{12}$/.test(after)) throw new Problem('BAD_CURSOR', { value: after }, ['after']);
  return { first, after };
}

/** One page of a list that is in memory, in the order of a key that serves as cursor. */
export interface Page<Entry> {
  readonly totalCount: number;
  readonly entries: readonly Entry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The entries behind the one at which the page before ended. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  first: number,
  after: string | null | undefined,
): Page<Entry> {
  checkFirst(first);
  const begin = after === null || after === undefined ? 0 : entries.findIndex((entry) => keyOf(entry) === after) + 1;
  if (begin === 0 && typeof after === 'string') throw new Problem('BAD_CURSOR', { value: after }, ['after']);
  const page = entries.slice(begin, begin + first);
  const last = page.at(-1);
  return {
    totalCount: entries.length,
    entries: page,
    pageInfo: { hasNextPage: begin + first < entries.length, endCursor: last === undefined ? null : keyOf(last) },
  };
}
