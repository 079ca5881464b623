import type { Database } from '../store/database.js';
import type { Relation, Unstamped } from '../store/relations.js';

/** A row that an import replaces by another. */
export interface ChangedRow<Name extends Relation> {
  readonly before: Database[Name];
  readonly after: Unstamped<Name>;
}

/** What an import does to a table. */
export interface Changes<Name extends Relation> {
  readonly added: readonly Unstamped<Name>[];
  readonly changed: readonly ChangedRow<Name>[];
  readonly removed: readonly Database[Name][];
  /** Stored rows that the files repeat as they are. */
  readonly same: readonly Database[Name][];
}

/** Columns that tell where a row came from, not what it says. */
const PROVENANCE: ReadonlySet<string> = new Set(['id', 'batch', 'revision', 'source_file', 'source_row']);

/** Names of the columns in which two rows say something different. */
export const differingColumns = (before: object, after: object): string[] =>
  Object.entries(after)
    .filter(([column, value]) => !PROVENANCE.has(column) && (before as Record<string, unknown>)[column] !== value)
    .map(([column]) => column);

/** Compares what the files say with what is stored under the same key. */
export function compareRows<Name extends Relation>(
  pairs: Iterable<{ readonly before: Database[Name] | undefined; readonly after: Unstamped<Name> }>,
  removed: readonly Database[Name][] = [],
): Changes<Name> {
  const added: Unstamped<Name>[] = [];
  const changed: ChangedRow<Name>[] = [];
  const same: Database[Name][] = [];
  for (const { before, after } of pairs) {
    if (before === undefined) added.push(after);
    else if (differingColumns(before, after).length) changed.push({ before, after });
    else same.push(before);
  }
  return { added, changed, removed, same };
}

/** Whether an import writes anything to a table. */
export const writesAnything = (changes: {
  readonly added: readonly unknown[];
  readonly changed: readonly unknown[];
  readonly removed: readonly unknown[];
}): boolean => changes.added.length + changes.changed.length + changes.removed.length > 0;
