import type { ProblemCode } from '../base/errors/catalogue.js';
import type { ProblemDetails } from '../base/errors/problem.js';
import type { Findings, Place } from './findings.js';
import type { PlacedColumn } from './header.js';
import type { SheetRow } from './sheet.js';
import type { Table } from './table.js';
import type { Source } from './tables.js';

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|total|sum)[::]?$/i;

/** One row of a table, its cells found by the contract's column names. */
export class TableRow {
  constructor(
    readonly table: Table,
    readonly row: SheetRow,
    readonly findings: Pick<Findings, 'add'>,
  ) {}

  get source(): Source {
    return { file: this.table.file.name, row: this.row.row };
  }

  column(name: string): PlacedColumn | undefined {
    return this.table.header.columns.get(name);
  }

  /** Whether the file has such a column. */
  has(name: string): boolean {
    return this.table.header.columns.has(name);
  }

  /** The cell's text; empty where the file has no such column. */
  text(name: string): string {
    const column = this.column(name);
    return column ? (this.row.cells[column.index] ?? '') : '';
  }

  place(name?: string): Place {
    if (name === 'amount' && this.row.amountColumn !== undefined) return { ...this.source, column: this.row.amountColumn };
    return { ...this.source, column: name === undefined ? undefined : this.column(name)?.written };
  }

  /** Tells what is wrong with a cell. */
  refuse(name: string, code: ProblemCode, details: ProblemDetails = {}): undefined {
    this.findings.add(this.place(name), code, { value: this.text(name), ...details });
    return undefined;
  }
}

/** The rows of a table that have as many cells as its header and are no totals; the others go to `findings`. */
export function* rowsOf(table: Table, findings: Pick<Findings, 'add'>): Generator<TableRow> {
  const expected = Math.max(...[...table.header.columns.values()].map((column) => column.index)) + 1;
  const width = table.header.width;
  for (const row of table.rows) {
    const total = row.cells.find((cell) => TOTAL.test(cell));
    const written = row.cells.findLastIndex((cell) => cell !== '') + 1;
    const place = { file: table.file.name, row: row.row };
    if (total !== undefined) findings.add(place, 'TOTAL_ROW', { value: total });
    else if (row.cells.length < expected || written > width) {
      findings.add(place, 'WRONG_COLUMN_COUNT', { value: row.cells.length, expected: width });
    } else yield new TableRow(table, row, findings);
  }
}
