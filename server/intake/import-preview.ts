import type { MoneyUnit } from '../base/money.js';
import type { RowCounts } from '../store/import-batches.js';
import type { Relation, Unstamped } from '../store/relations.js';
import type { ChangedRow } from './changes.js';
import { countRows } from './commit.js';
import type { Finding, ImportRefused } from './findings.js';
import type { ImportOutcome } from './import-files.js';
import type { Notice } from './notice.js';
import type { ImportPlan, PlannedCounty } from './plan.js';
import { REPORTED, type Reported } from './report/change-text.js';
import type { Suspicion } from './suspicion.js';
import type { Table } from './table.js';
import type { TableKind } from './table-kind.js';
import type { UnitJump } from './unit-jump.js';

/** A list cut to what people read, with how long it was. */
export interface Shortened<Entry> {
  readonly total: number;
  readonly kept: readonly Entry[];
}

/** A sheet as it was understood. */
export interface PreviewedTable {
  /** The file's name; a workbook's sheet by `workbook.xlsx/sheet`. */
  readonly name: string;
  readonly kind: TableKind;
  readonly rows: number;
  readonly encoding: string;
  /** Null where the table holds no amounts. */
  readonly unit: MoneyUnit | null;
  readonly unitFrom: Table['unitFrom'];
}

export interface PreviewedChange {
  readonly relation: Reported;
  readonly row: ChangedRow<Reported>;
}

export interface PreviewedRow {
  readonly relation: Reported;
  readonly row: Unstamped<Reported>;
}

/** What an import would do, small enough to be kept until someone decides. */
export interface ImportPreview {
  readonly tables: readonly PreviewedTable[];
  /** Why it cannot be imported as it is; the rest is empty then. */
  readonly findings: Shortened<Finding>;
  readonly unitJumps: Shortened<UnitJump>;
  readonly suspicions: Shortened<Suspicion>;
  readonly changes: Shortened<PreviewedChange>;
  readonly added: Shortened<PreviewedRow>;
  readonly same: Shortened<PreviewedRow>;
  readonly notices: Shortened<Notice>;
  readonly counts: Readonly<Partial<Record<Relation, RowCounts>>>;
  readonly counties: readonly PlannedCounty[];
  /** The demonstration county that would go. */
  readonly removes: { readonly code: string; readonly name: string } | null;
  readonly villageNames: ReadonlyMap<string, string>;
}

const MOST_KEPT = 1_000;

const shorten = <Entry>(entries: readonly Entry[]): Shortened<Entry> => ({ total: entries.length, kept: entries.slice(0, MOST_KEPT) });

const NOTHING = { total: 0, kept: [] } as const;

/** The preview of files that cannot be imported. */
export const previewRefused = ({ findings }: ImportRefused): ImportPreview => ({
  tables: [],
  findings: shorten(findings),
  unitJumps: NOTHING,
  suspicions: NOTHING,
  changes: NOTHING,
  added: NOTHING,
  same: NOTHING,
  notices: NOTHING,
  counts: {},
  counties: [],
  removes: null,
  villageNames: new Map(),
});

/** The preview of what a dry run found. */
export const previewOutcome = ({ files, plan, notices, suspicions, unitJumps, villageNames }: ImportOutcome): ImportPreview => ({
  tables: files.map(previewTable),
  findings: NOTHING,
  unitJumps: shorten(unitJumps),
  suspicions: shorten(suspicions),
  changes: shorten(
    REPORTED.flatMap((relation) => plan.changes[relation].changed.map((row) => ({ relation, row: row as ChangedRow<Reported> }))),
  ),
  added: previewRows(plan, 'added'),
  same: previewRows(plan, 'same'),
  notices: shorten(notices),
  counts: countRows(plan.changes),
  counties: plan.counties,
  removes: plan.removal ? { code: plan.removal.county.code, name: plan.removal.county.name } : null,
  villageNames,
});

const previewRows = ({ changes }: ImportPlan, which: 'added' | 'same'): Shortened<PreviewedRow> => ({
  total: REPORTED.reduce((sum, relation) => sum + changes[relation][which].length, 0),
  // Cut table by table: there may be hundreds of thousands.
  kept: REPORTED.flatMap((relation) => changes[relation][which].slice(0, MOST_KEPT).map((row) => ({ relation, row }))).slice(0, MOST_KEPT),
});

function previewTable({ file, kind, rows, encoding, unit, unitFrom, header }: Table): PreviewedTable {
  const hasMoney = header.columns.has('amount') || header.columns.has('capital');
  return { name: file.name, kind, rows: rows.length, encoding, unit: hasMoney ? unit : null, unitFrom };
}
