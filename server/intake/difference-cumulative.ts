import type { Kysely } from 'kysely';
import type { Fen } from '../base/money.js';
import { type Month, monthOf, yearOf } from '../base/month.js';
import { regionAt } from '../base/region.js';
import type { Database } from '../store/database.js';
import type { Findings } from './findings.js';
import type { Notice } from './notice.js';
import { receiptKey } from './receipt-key.js';
import { readStoredReceipts, type StoredState } from './stored-state.js';
import type { Suspicion } from './suspicion.js';
import type { ReceiptRow } from './tables.js';
import { writtenAmount } from './written-amount.js';

/** What year-to-date figures are once each month stands alone. */
export interface Differenced {
  readonly receipts: readonly ReceiptRow[];
  readonly notices: readonly Notice[];
  readonly suspicions: readonly Suspicion[];
  /** The batches of the stored receipts that were taken off: taking one back would make the months wrong. */
  readonly bases: ReadonlySet<number>;
}

type Known = Omit<ReceiptRow, 'source'>;

/**
 * Turns figures that count from January to their month (累计) into what each month brought: the figure less all that the same
 * village and mode received earlier in the year, in this file, in the others of the import, or in the database. Where the figure
 * names an industry, park, project or reference, only receipts of the same one count. A figure that falls gives a negative
 * receipt and is told as a suspicion, and so is a figure that takes in months of which nothing is known.
 * @param cumulative the receipts as the files write them, each key once
 * @param plain the receipts of the same import that stand for their month alone
 */
export async function differenceCumulative(
  db: Kysely<Database>,
  cumulative: readonly ReceiptRow[],
  plain: readonly ReceiptRow[],
  counties: StoredState['counties'],
  findings: Findings,
): Promise<Differenced> {
  if (cumulative.length === 0) return { receipts: [], notices: [], suspicions: [], bases: new Set() };
  const told = new Set([...cumulative, ...plain].map(receiptKey));
  const plainKeys = new Map(plain.map((receipt) => [receiptKey(receipt), receipt]));
  const stored = await storedOfYears(db, cumulative, counties);
  const storedKeys = new Set(stored.map(receiptKey));
  const others = Map.groupBy([...stored.filter((receipt) => !told.has(receiptKey(receipt))), ...plain], streamYear);
  const receipts: ReceiptRow[] = [];
  const suspicions: Suspicion[] = [];
  for (const [year, figures] of Map.groupBy(cumulative, streamYear)) {
    const streams = [...Map.groupBy(figures, (figure) => receiptKey({ ...figure, month: 0 })).values()];
    const parts = Map.groupBy(others.get(year) ?? [], (receipt) => nearestStream(receipt, streams));
    for (const stream of streams) {
      const known = parts.get(stream) ?? [];
      let counted: Fen = 0;
      for (const figure of stream.toSorted((left, right) => left.month - right.month)) {
        const before = counted + sum(known.filter(({ month }) => month <= figure.month));
        const amount = figure.amount - before;
        const key = receiptKey(figure);
        const same = plainKeys.get(key);
        if (same && amount !== 0) {
          const amounts = { first: writtenAmount(same.amount), value: writtenAmount(same.amount + amount) };
          findings.add(figure.source, 'CONFLICTING_RECEIPT', { firstFile: same.source.file, firstRow: same.source.row, ...amounts });
        }
        if (amount < 0) suspicions.push({ kind: 'CUMULATIVE_FALLS', figure, before });
        if (!same && (amount !== 0 || storedKeys.has(key))) receipts.push({ ...figure, amount });
        counted += amount;
      }
    }
  }
  return {
    receipts,
    notices: noticesOf(cumulative, receipts),
    suspicions: [...suspicions, ...gaps(cumulative, [...plain, ...stored], counties)],
    bases: new Set(stored.map(({ batch }) => batch)),
  };
}

const streamYear = ({ village, mode, month }: Known): string => `${village} ${mode} ${yearOf(month)}`;

const sum = (receipts: readonly Known[]): Fen => receipts.reduce((total, { amount }) => total + amount, 0);

const NAMED = ['industry', 'park', 'project', 'reference'] as const;

/** The figures that a receipt is counted in: those that name nothing else than it does, and of these the ones that name most. */
function nearestStream(receipt: Known, streams: readonly (readonly ReceiptRow[])[]): readonly ReceiptRow[] | undefined {
  const fitting = streams.filter(([figure]) => NAMED.every((name) => figure![name] === null || receipt[name] === figure![name]));
  const names = ([figure]: readonly ReceiptRow[]) => NAMED.filter((name) => figure![name] !== null).length;
  return fitting.toSorted((left, right) => names(right) - names(left))[0];
}

/** What is stored of the villages in the years of the figures; a demonstration county goes with its first real import. */
function storedOfYears(db: Kysely<Database>, figures: readonly ReceiptRow[], counties: StoredState['counties']) {
  const real = figures.filter(({ village }) => counties.get(regionAt(village, 'COUNTY'))?.demonstration === 0);
  const months = monthsOf(real);
  const span = { from: monthOf(yearOf(months[0] ?? 0), 1), to: months.at(-1) ?? 0 };
  return readStoredReceipts(db, [...new Set(real.map(({ village }) => village))], span);
}

/** Ascending, each once. */
const monthsOf = (receipts: readonly Known[]): Month[] =>
  [...new Set(receipts.map(({ month }) => month))].toSorted((left, right) => left - right);

function noticesOf(cumulative: readonly ReceiptRow[], receipts: readonly ReceiptRow[]): Notice[] {
  const made = Map.groupBy(receipts, ({ source }) => source.file);
  return [...new Set(cumulative.map(({ source }) => source.file))].map((file) => ({
    place: { file },
    code: 'CUMULATIVE_DIFFERENCED',
    details: { figures: cumulative.filter(({ source }) => source.file === file).length, count: made.get(file)?.length ?? 0 },
  }));
}

/** Figures behind months of a county of which nothing is known: what came in those months is counted in the figure's. */
function gaps(cumulative: readonly ReceiptRow[], others: readonly Known[], counties: StoredState['counties']): Suspicion[] {
  const countyOf = ({ village }: Known) => regionAt(village, 'COUNTY');
  const othersOf = Map.groupBy(others, countyOf);
  return [...Map.groupBy(cumulative, countyOf)].flatMap(([code, own]): Suspicion[] => {
    const stored = counties.get(code);
    const asOf = stored?.demonstration === 0 ? stored.as_of : null;
    const known = [...monthsOf([...own, ...(othersOf.get(code) ?? [])]), ...(asOf === null ? [] : [asOf])];
    return monthsOf(own).flatMap((month): Suspicion[] => {
      const january = monthOf(yearOf(month), 1);
      const last = Math.max(january - 1, ...known.filter((other) => other < month));
      if (month - last <= 1) return [];
      const receipts = own.filter((receipt) => receipt.month === month).length;
      return [{ kind: 'CUMULATIVE_GAP', county: stored?.name ?? code, from: last + 1, month, receipts }];
    });
  });
}
