import type { Findings } from '../findings.js';
import type { Notice } from '../notice.js';
import type { SheetRow } from '../sheet.js';

const SUBTOTAL = /^(?:.*小\s*计|sub-?total)[::]?$/i;
const TOTAL = /^(?:.*(?:合|总)\s*计|total|sum|全县|全县合计)[::]?$/i;
/** The label of a total stands among the first columns. */
const LABEL_COLUMNS = 5;

/** A number as it stands in a cell; undefined where it is none. A bare dash is nothing. */
function numberIn(cell: string | undefined): number | undefined {
  const plain = (cell ?? '')
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')
    .replace(/(?:万元|万|元)$/, '');
  if (plain === '' || /^[-—–/]+$/.test(plain)) return 0;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const decimalsIn = (cell: string): number => /\.(\d+)/.exec(cell)?.[1]?.length ?? 0;

/**
 * Takes rows of totals (合计, 小计) out of a sheet, each checked against the rows that it sums: a subtotal those since the last
 * subtotal, a total all of them. One that differs is told, for a row is missing or the total is old.
 * @param amounts the columns that hold amounts
 */
export function withoutTotals(
  rows: readonly SheetRow[],
  { file, amounts, header }: { readonly file: string; readonly amounts: readonly number[]; readonly header: readonly string[] },
  findings: Pick<Findings, 'add'>,
  notices: Notice[],
): readonly SheetRow[] {
  const sinceTotal: SheetRow[] = [];
  const sinceSubtotal: SheetRow[] = [];
  let checked = 0;
  for (const row of rows) {
    const label = row.cells.slice(0, LABEL_COLUMNS).find((cell) => SUBTOTAL.test(cell) || TOTAL.test(cell));
    if (label === undefined) {
      sinceTotal.push(row);
      sinceSubtotal.push(row);
      continue;
    }
    const summed = SUBTOTAL.test(label) ? sinceSubtotal : sinceTotal;
    // A total above its rows, as some sheets have it, sums nothing yet: it is checked against all rows in the end.
    const over = summed.length > 0 ? summed : rows.filter((other) => other.row > row.row && !isTotal(other));
    checked += 1;
    for (const column of amounts) {
      const written = row.cells[column] ?? '';
      const value = numberIn(written);
      const parts = over.map((other) => numberIn(other.cells[column]) ?? 0);
      const sum = parts.reduce((total, part) => total + part, 0);
      if (written === '' || value === undefined) continue;
      // Every part may have been rounded to the digits that the total shows.
      const tolerance = 0.5 * 10 ** -decimalsIn(written) * (over.length + 1) * (decimalsIn(written) < 2 ? 1 : 0.5) + 1e-6;
      if (Math.abs(value - sum) > Math.min(tolerance, Math.max(1e-6, Math.abs(sum) * 0.01))) {
        const shownSum = String(Number(sum.toFixed(6)));
        findings.add({ file, row: row.row, column: header[column] }, 'TOTAL_DIFFERS', { label, value: written, sum: shownSum });
      }
    }
    if (SUBTOTAL.test(label)) sinceSubtotal.length = 0;
  }
  if (checked) notices.push({ place: { file }, code: 'TOTALS_CHECKED', details: { count: checked } });
  return sinceTotal;
}

const isTotal = ({ cells }: SheetRow): boolean => cells.slice(0, LABEL_COLUMNS).some((cell) => SUBTOTAL.test(cell) || TOTAL.test(cell));
