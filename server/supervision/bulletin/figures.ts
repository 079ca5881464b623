import type { CountyRecord } from '../../base/county.js';
import { monthOf, yearOf, type Month } from '../../base/month.js';

/** What reached one village's account, month by month, yuan. */
export interface VillageFigures {
  /** In the month itself. */
  readonly inMonth: number;
  /** Taken back in the month, not below zero. */
  readonly takenBack: number;
  /** From January up to the month. */
  readonly thisYear: number;
  /** From January up to the same month of the year before; null where that year is not known. */
  readonly lastYear: number | null;
  /** The latest month up to this one with any receipt. */
  readonly lastMonth: Month | undefined;
  /** Receipts were booked in the month. */
  readonly booked: boolean;
  /** How many times the month is a usual one, where that can be told. */
  readonly timesUsual: number | undefined;
  /** For how many months running, up to this one, the same figure stands. */
  readonly repeats: number;
}

/** Months with receipts that a usual month is told from. */
const FEWEST_USUAL = 4;

/** The figures of every village of a county, by code. */
export function figuresOf({ villages, receipts }: CountyRecord, month: Month): ReadonlyMap<string, VillageFigures> {
  const first = receipts.reduce((least, receipt) => Math.min(least, receipt.month), Number.POSITIVE_INFINITY);
  const byVillage = Map.groupBy(
    receipts.filter((receipt) => receipt.month <= month),
    (receipt) => receipt.village,
  );
  return new Map(villages.map(({ code }) => [code, villageFigures(byVillage.get(code) ?? [], month, first)]));
}

function villageFigures(receipts: CountyRecord['receipts'], month: Month, first: Month): VillageFigures {
  const byMonth = new Map<Month, number>();
  let takenBack = 0;
  for (const receipt of receipts) {
    byMonth.set(receipt.month, (byMonth.get(receipt.month) ?? 0) + receipt.amount);
    if (receipt.month === month && receipt.amount < 0) takenBack -= receipt.amount;
  }
  const sum = (from: Month, to: Month) =>
    [...byMonth].reduce((total, [at, amount]) => (at >= from && at <= to ? total + amount : total), 0);
  const january = monthOf(yearOf(month), 1);
  const inMonth = byMonth.get(month) ?? 0;
  const usual = [...byMonth].filter(([at, amount]) => at < month && amount > 0).map(([, amount]) => amount);
  usual.sort((left, right) => left - right);
  const middle = usual[Math.floor(usual.length / 2)];
  return {
    inMonth,
    takenBack,
    thisYear: sum(january, month),
    lastYear: january - 12 >= first ? sum(january - 12, month - 12) : null,
    lastMonth: byMonth.size ? Math.max(...byMonth.keys()) : undefined,
    booked: byMonth.has(month),
    timesUsual: usual.length >= FEWEST_USUAL && middle! > 0 ? inMonth / middle! : undefined,
    repeats: repeatsOf(byMonth, month),
  };
}

/** For how many months running up to this one the same sum came in; nothing at all does not repeat. */
function repeatsOf(byMonth: ReadonlyMap<Month, number>, month: Month): number {
  const amount = byMonth.get(month) ?? 0;
  if (amount <= 0) return 1;
  for (let back = 1; ; back++) if (byMonth.get(month - back) !== amount) return back;
}
