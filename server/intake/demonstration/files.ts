import { toYuan } from '../../base/money.js';
import { formatMonth } from '../../base/month.js';
import { CRITERIA } from '../../base/vocabulary.js';
import type { ImportTables, ParkRow, ProjectRow, ReceiptRow, TargetRow, VillageRow } from '../tables.js';

type Cell = string | number | boolean | null | undefined;

/** The columns of a file: header and what stands under it, in order. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

const VILLAGES: Columns<VillageRow> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  township_code: ({ townshipCode }) => townshipCode,
  township: ({ township }) => township,
  ...Object.fromEntries(CRITERIA.map((criterion, index) => [`criterion_${index + 1}`, ({ criteria }: VillageRow) => criteria[criterion]])),
};

const RECEIPTS: Columns<ReceiptRow> = {
  village: ({ village }) => village,
  mode: ({ mode }) => mode,
  industry: ({ industry }) => industry,
  park: ({ park }) => park,
  project: ({ project }) => project,
  month: ({ month }) => formatMonth(month),
  amount: ({ amount }) => toYuan(amount),
  reference: ({ reference }) => reference,
};

const TARGETS: Columns<TargetRow> = {
  village: ({ village }) => village,
  year: ({ year }) => year,
  amount: ({ amount }) => toYuan(amount),
};

const PARKS: Columns<ParkRow> = {
  code: ({ code }) => code,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  payer: ({ payer }) => payer,
};

const PROJECTS: Columns<ProjectRow> = {
  code: ({ code }) => code,
  village: ({ village }) => village,
  name: ({ name }) => name,
  mode: ({ mode }) => mode,
  industry: ({ industry }) => industry,
  park: ({ park }) => park,
  funder: ({ funder }) => funder,
  capital: ({ capital }) => toYuan(capital),
  rate: ({ terms }) => terms.rate,
  sd: ({ terms }) => terms.sd,
  start: ({ start }) => formatMonth(start),
  delay: ({ terms }) => terms.delay,
  failure: ({ terms }) => terms.failure,
  insured: ({ terms }) => terms.insured,
  premium: ({ terms }) => terms.premium,
  late: ({ terms }) => terms.late,
  stage: ({ stage }) => stage.toLowerCase(),
};

/** Import files of a county by name: UTF-8 CSV with English headers and codes, amounts in yuan. */
export const importFiles = (tables: ImportTables): Record<string, string> => ({
  'villages.csv': csv(VILLAGES, tables.villages),
  'receipts.csv': csv(RECEIPTS, tables.receipts),
  'targets.csv': csv(TARGETS, tables.targets),
  'parks.csv': csv(PARKS, tables.parks),
  'projects.csv': csv(PROJECTS, tables.projects),
});

function csv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  return [Object.keys(columns), ...cells].map((line) => `${line.map(written).join(',')}\n`).join('');
}

/** A cell as RFC 4180 has it; conditions met are 1, others 0, what is not known is empty. */
function written(cell: Cell): string {
  const text = typeof cell === 'boolean' ? String(Number(cell)) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
