import type { Fen } from '../base/money.js';
import { type Month, yearOf } from '../base/month.js';
import { regionAt } from '../base/region.js';
import type { Unstamped } from '../store/relations.js';
import type { ChangedRow } from './changes.js';
import type { ImportPlan, PlannedCounty } from './plan.js';
import { type StoredReceipt, writtenReceipts } from './receipt-history.js';
import type { ReceiptRow } from './tables.js';

/** Something that may be right but deserves a look before money is decided on it. */
export type Suspicion =
  /** A receipt far from what its village and mode usually bring, most likely yuan and 10,000 yuan mixed up. */
  | { readonly kind: 'AMOUNT'; readonly receipt: Unstamped<'receipts'>; readonly usual: Fen }
  /** Half of a file's receipts are below, or above, what a receipt can be. */
  | { readonly kind: 'UNIT'; readonly file: string; readonly median: Fen }
  /** Months more than two years away from all others. */
  | { readonly kind: 'MONTH'; readonly county: PlannedCounty; readonly months: readonly Month[]; readonly receipts: number }
  /** A village whose corrections exceed what it received in a year. */
  | { readonly kind: 'NEGATIVE_YEAR'; readonly village: string; readonly year: number; readonly total: Fen }
  /** A village that received something in the same months of last year, and nothing now. */
  | { readonly kind: 'SILENT'; readonly village: string; readonly from: Month; readonly to: Month; readonly lastYear: Fen }
  /** A target or a capital that looks as if its unit were wrong. */
  | { readonly kind: 'TARGET'; readonly village: string; readonly year: number; readonly amount: Fen }
  | { readonly kind: 'CAPITAL'; readonly project: string; readonly name: string; readonly amount: Fen }
  /** A figure that counts from January and is below what was received before. */
  | { readonly kind: 'CUMULATIVE_FALLS'; readonly figure: ReceiptRow; readonly before: Fen }
  /** Figures that count from January, behind months of which nothing is known. */
  | { readonly kind: 'CUMULATIVE_GAP'; readonly county: string; readonly from: Month; readonly month: Month; readonly receipts: number }
  /** Receipts that are stored but lie after the as-of month, so that nothing reads them. */
  | { readonly kind: 'AFTER_AS_OF'; readonly county: PlannedCounty; readonly receipts: number };

/** Looks through what an import would write, beside what is stored; tells everything that looks wrong. */
export function findSuspicions(plan: ImportPlan, history: readonly StoredReceipt[]): Suspicion[] {
  const { added, changed } = plan.changes.receipts;
  const written = writtenReceipts(plan);
  return [
    ...unusualUnits(written),
    ...unusualAmounts(added, history),
    ...changed.flatMap(unusualChange),
    ...plan.counties.flatMap((county) => farMonths(county, written, history)),
    ...negativeYears(written, history),
    ...plan.counties.flatMap((county) => silentVillages(county, written, history)),
    ...unusualPlans(plan),
    ...plan.counties.flatMap((county) => unreadReceipts(county, written)),
  ];
}

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

/** A receipt below ten yuan or above five million is rare; half of a file being so is a wrong unit. */
function unusualUnits(written: readonly Unstamped<'receipts'>[]): Suspicion[] {
  return [...Map.groupBy(written, (receipt) => receipt.source_file)].flatMap(([file, receipts]): Suspicion[] => {
    const middle = median(receipts.map((receipt) => Math.abs(receipt.amount)));
    return receipts.length >= 3 && (middle < 1_000 || middle > 500_000_000) ? [{ kind: 'UNIT', file, median: middle }] : [];
  });
}

/** Beyond these multiples of the usual amount, a unit is more likely than luck. */
const TIMES_ABOVE = 300;
const TIMES_BELOW = 1_000;
/** So many receipts make an amount "usual". */
const LEAST_PEERS = 4;

function unusualAmounts(written: readonly Unstamped<'receipts'>[], history: readonly StoredReceipt[]): Suspicion[] {
  const stream = (receipt: StoredReceipt) => `${receipt.village} ${receipt.mode}`;
  const stored = Map.groupBy(history, stream);
  return [...Map.groupBy(written, stream)].flatMap(([key, receipts]) => {
    const known = stored.get(key) ?? [];
    const peers = (known.length >= LEAST_PEERS ? known : [...known, ...receipts])
      .map((receipt) => Math.abs(receipt.amount))
      .filter((amount) => amount > 0);
    if (peers.length < LEAST_PEERS) return [];
    const usual = median(peers);
    return receipts
      .filter(({ amount }) => amount !== 0 && (Math.abs(amount) >= usual * TIMES_ABOVE || Math.abs(amount) * TIMES_BELOW <= usual))
      .map((receipt): Suspicion => ({ kind: 'AMOUNT', receipt, usual }));
  });
}

/** A receipt whose amount becomes hundreds of times what it was, or a thousandth. */
function unusualChange({ before, after }: ChangedRow<'receipts'>): Suspicion[] {
  const [old, now] = [Math.abs(before.amount), Math.abs(after.amount)];
  const far = old !== 0 && now !== 0 && (now >= old * TIMES_ABOVE || now * TIMES_BELOW <= old);
  return far ? [{ kind: 'AMOUNT', receipt: after, usual: before.amount }] : [];
}

/** A gap of more than so many months sets months apart from the others. */
const FAR_MONTHS = 24;

function farMonths(county: PlannedCounty, written: readonly Unstamped<'receipts'>[], history: readonly StoredReceipt[]): Suspicion[] {
  const here = (receipt: StoredReceipt) => regionAt(receipt.village, 'COUNTY') === county.code;
  const counts = new Map<Month, { all: number; written: number }>();
  const count = (month: Month, isWritten: number) => {
    const seen = counts.get(month) ?? { all: 0, written: 0 };
    counts.set(month, { all: seen.all + 1, written: seen.written + isWritten });
  };
  for (const receipt of history) if (here(receipt)) count(receipt.month, 0);
  for (const receipt of written) if (here(receipt)) count(receipt.month, 1);
  const groups: { months: Month[]; all: number; written: number }[] = [];
  for (const [month, seen] of [...counts].sort(([left], [right]) => left - right)) {
    const last = groups.at(-1);
    if (last && month - last.months.at(-1)! <= FAR_MONTHS) {
      last.months.push(month);
      last.all += seen.all;
      last.written += seen.written;
    } else groups.push({ months: [month], all: seen.all, written: seen.written });
  }
  const most = Math.max(...groups.map((group) => group.all));
  const main = groups.findLast((group) => group.all === most);
  return groups
    .filter((group) => group !== main && group.written > 0)
    .map(({ months, written: receipts }): Suspicion => ({ kind: 'MONTH', county, months, receipts }));
}

function negativeYears(written: readonly Unstamped<'receipts'>[], history: readonly StoredReceipt[]): Suspicion[] {
  const year = (receipt: StoredReceipt) => `${receipt.village} ${yearOf(receipt.month)}`;
  const touched = new Set(written.map(year));
  const totals = new Map<string, Fen>();
  for (const receipt of [...history, ...written]) {
    const key = year(receipt);
    if (touched.has(key)) totals.set(key, (totals.get(key) ?? 0) + receipt.amount);
  }
  return [...totals].flatMap(([key, total]): Suspicion[] => {
    const [village = '', inYear = ''] = key.split(' ');
    return total < 0 ? [{ kind: 'NEGATIVE_YEAR', village, year: Number(inYear), total }] : [];
  });
}

function silentVillages(county: PlannedCounty, written: readonly Unstamped<'receipts'>[], history: readonly StoredReceipt[]): Suspicion[] {
  const { asOfBefore, asOf } = county;
  if (asOfBefore === null || asOf === null || asOf <= asOfBefore) return [];
  const [from, to] = [Math.max(asOfBefore + 1, asOf - 11), asOf];
  const lastYear = new Map<string, Fen>();
  const heard = new Set<string>();
  for (const receipt of [...history, ...written]) {
    if (regionAt(receipt.village, 'COUNTY') !== county.code) continue;
    const { village, month, amount } = receipt;
    if (month >= from && month <= to) heard.add(village);
    if (month >= from - 12 && month <= to - 12) lastYear.set(village, (lastYear.get(village) ?? 0) + amount);
  }
  return [...lastYear]
    .filter(([village, amount]) => amount > 0 && !heard.has(village))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([village, amount]): Suspicion => ({ kind: 'SILENT', village, from, to, lastYear: amount }));
}

/** A target or a capital below 1,000 yuan, or a target above 10 million, is most likely in the wrong unit. */
function unusualPlans(plan: ImportPlan): Suspicion[] {
  const { targets, projects } = plan.changes;
  const newTargets = [...targets.added, ...targets.changed.map(({ after }) => after)];
  const newProjects = [...projects.added, ...projects.changed.map(({ after }) => after)];
  return [
    ...newTargets
      .filter(({ amount }) => (amount > 0 && amount < 100_000) || amount > 1_000_000_000)
      .map(({ village, year, amount }): Suspicion => ({ kind: 'TARGET', village, year, amount })),
    ...newProjects
      .filter(({ capital }) => capital > 0 && capital < 100_000)
      .map(({ code, name, capital }): Suspicion => ({ kind: 'CAPITAL', project: code, name, amount: capital })),
  ];
}

function unreadReceipts(county: PlannedCounty, written: readonly Unstamped<'receipts'>[]): Suspicion[] {
  const after = written.filter((receipt) => receipt.county === county.code && county.asOf !== null && receipt.month > county.asOf);
  return after.length ? [{ kind: 'AFTER_AS_OF', county, receipts: after.length }] : [];
}
