import { formatMonth, type Month } from '../base/month.js';
import { readAmount, readIndustry, readMode, readMonth, readText } from './cells.js';
import type { Findings } from './findings.js';
import type { ItemIndex } from './item-index.js';
import type { Notice } from './notice.js';
import { receiptKey } from './receipt-key.js';
import type { Table } from './table.js';
import { rowsOf, type TableRow } from './table-row.js';
import type { ReceiptRow } from './tables.js';
import type { VillageIndex } from './village-index.js';
import { writtenAmount } from './written-amount.js';

/** What receipts may refer to. */
export interface ReceiptReferences {
  readonly villages: VillageIndex;
  readonly parks: ItemIndex;
  readonly projects: ItemIndex;
  /** The present month: nothing can have been received after it. */
  readonly present: Month;
}

/**
 * Reads the receipts; what does not fit goes to `findings`. Equal keys in one file are summed, and noticed; equal keys
 * in two files of one import are the same receipt where the amounts agree, and refused where they differ.
 */
export function readReceiptRows(
  tables: readonly Table[],
  references: ReceiptReferences,
  findings: Findings,
  notices: Notice[],
): ReceiptRow[] {
  const all = new Map<string, ReceiptRow>();
  for (const table of tables) {
    for (const [key, { receipt, rows }] of readFile(table, references, findings, notices)) {
      if (rows.length > 1) {
        const details = { rows: rows.join(', '), amount: writtenAmount(receipt.amount) };
        notices.push({ place: { file: table.file.name }, code: 'KEYS_SUMMED', details });
      }
      const first = all.get(key);
      if (!first) all.set(key, receipt);
      else if (first.amount !== receipt.amount) {
        const { file, row } = first.source;
        const amounts = { first: writtenAmount(first.amount), value: writtenAmount(receipt.amount) };
        findings.add(receipt.source, 'CONFLICTING_RECEIPT', { firstFile: file, firstRow: row, ...amounts });
      }
    }
  }
  return [...all.values()];
}

/** A file's receipts by key, with the rows that each was summed from. */
function readFile(
  table: Table,
  references: ReceiptReferences,
  findings: Findings,
  notices: Notice[],
): Map<string, { receipt: ReceiptRow; rows: number[] }> {
  const read = new Map<string, { receipt: ReceiptRow; rows: number[] }>();
  for (const row of rowsOf(table, findings)) {
    const receipt = readReceipt(row, references, notices);
    if (!receipt) continue;
    const key = receiptKey(receipt);
    const first = read.get(key);
    if (first) {
      first.receipt = { ...first.receipt, amount: first.receipt.amount + receipt.amount };
      first.rows.push(row.row.row);
    } else read.set(key, { receipt, rows: [row.row.row] });
  }
  return read;
}

function readReceipt(row: TableRow, { villages, parks, projects, present }: ReceiptReferences, notices: Notice[]): ReceiptRow | undefined {
  const village = villages.read(row);
  const mode = readMode(row, 'mode');
  const industry = readIndustry(row, 'industry');
  const park = parks.read(row, 'park', village?.code ?? '');
  const project = projects.read(row, 'project', village?.code ?? '');
  const month = readMonth(row, 'month');
  const amount = readAmount(row, 'amount');
  const reference = readText(row, 'reference');
  if (month !== undefined && month > present) return row.refuse('month', 'FUTURE_MONTH', { value: formatMonth(month) });
  if (village === undefined || mode === undefined || industry === undefined || park === undefined) return undefined;
  if (project === undefined || month === undefined || amount === undefined || reference === undefined) return undefined;
  if (project && project.home !== village.code) {
    const owner = villages.get(project.home ?? '');
    const details = {
      project: project.code,
      owner: owner ? `${owner.township}/${owner.name}` : '',
      village: `${village.township}/${village.name}`,
    };
    notices.push({ place: row.place('project'), code: 'PROJECT_OF_OTHER_VILLAGE', details });
  }
  return {
    village: village.code,
    mode,
    industry,
    month,
    amount,
    reference,
    source: row.source,
    park: park?.code ?? null,
    project: project?.code ?? null,
  };
}
