import type { ProblemDetails } from '../base/errors/problem.js';
import type { Fen, MoneyUnit } from '../base/money.js';
import { formatMonth, type Month } from '../base/month.js';
import type { Mode } from '../base/vocabulary.js';
import type { Unstamped } from '../store/relations.js';
import type { StoredReceipt } from './receipt-history.js';
import { type Table, UNIT_WORDS } from './table.js';
import { writtenAmount } from './written-amount.js';

/**
 * A sheet whose receipts jump a thousandfold or more against the year before, as they do where yuan and 10,000 yuan are mixed
 * up. Unlike a suspicion it stops the import until someone says what the unit is.
 */
export interface UnitJump {
  readonly file: string;
  /** The months of the columns that jump, ascending. */
  readonly months: readonly Month[];
  /** How many times last year's amount the receipts are, the middle one; below 1 where they fall. */
  readonly times: number;
  /** Pairs of a receipt and last year's, of the months that jump. */
  readonly pairs: number;
  /** The middle receipt of the months that jump. */
  readonly now: Fen;
  /** The middle one of the year before. */
  readonly before: Fen;
  /** What a bare amount was taken to mean. */
  readonly unit: MoneyUnit;
}

/** No county's income grows, or falls, this much in a year: the unit did. */
const LEAST_TIMES = 300;
/** Fewer villages than this may each have their own reason. */
const LEAST_PAIRS = 3;

interface Pair {
  readonly now: Fen;
  readonly before: Fen;
}

const median = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;

const times = (pairs: readonly Pair[]): number => median(pairs.map(({ now, before }) => now / before));

const jumps = (pairs: readonly Pair[]): boolean => {
  const middle = times(pairs);
  return pairs.length >= LEAST_PAIRS && (middle >= LEAST_TIMES || middle <= 1 / LEAST_TIMES);
};

const streamOf = ({ village, mode }: { readonly village: string; readonly mode: Mode }): string => `${village} ${mode}`;

/**
 * Finds the sheets with a column that jumps: their receipts of a month, or of a mode in a month, beside what the same villages
 * and modes received in that month a year before. A sheet whose unit someone has named is believed.
 * @param written the receipts that an import adds or changes
 * @param history the stored receipts that stay as they are
 */
export function findUnitJumps(
  tables: readonly Table[],
  written: readonly Unstamped<'receipts'>[],
  history: readonly StoredReceipt[],
): UnitJump[] {
  // A stream's months by number: hundreds of thousands of receipts need no text each.
  const totals = new Map<string, Map<Month, Fen>>();
  for (const receipt of [...history, ...written]) {
    const stream = streamOf(receipt);
    const months = totals.get(stream) ?? new Map<Month, Fen>();
    if (months.size === 0) totals.set(stream, months);
    months.set(receipt.month, (months.get(receipt.month) ?? 0) + receipt.amount);
  }
  const byFile = Map.groupBy(written, (receipt) => receipt.source_file);
  return tables.flatMap(({ file, unit, unitFrom }): UnitJump[] => {
    if (unitFrom === 'flag') return [];
    const found: { month: Month; pairs: Pair[] }[] = [];
    for (const [month, receipts] of Map.groupBy(byFile.get(file.name) ?? [], (receipt) => receipt.month)) {
      const streams = new Map(receipts.map((receipt) => [streamOf(receipt), receipt.mode]));
      const pairs = [...streams].flatMap(([stream, mode]) => {
        const months = totals.get(stream);
        const [now, before] = [months?.get(month) ?? 0, months?.get(month - 12) ?? 0];
        return now > 0 && before > 0 ? [{ mode, now, before }] : [];
      });
      const columns = [pairs, ...Map.groupBy(pairs, ({ mode }) => mode).values()];
      const jumping = columns.find(jumps);
      if (jumping) found.push({ month, pairs: jumping });
    }
    if (!found.length) return [];
    const pairs = found.flatMap((column) => column.pairs);
    const months = found.map(({ month }) => month).sort((left, right) => left - right);
    const middle = (side: keyof Pair) => median(pairs.map((pair) => pair[side]));
    return [{ file: file.name, months, times: times(pairs), pairs: pairs.length, now: middle('now'), before: middle('before'), unit }];
  });
}

/** What the message UNIT_JUMP mentions. */
export function unitJumpDetails({ months, times: middle, now, before, unit }: UnitJump): ProblemDetails {
  const [first, last] = [formatMonth(months[0]!), formatMonth(months.at(-1)!)];
  return {
    months: first === last ? first : `${first}–${last}`,
    now: writtenAmount(now),
    before: writtenAmount(before),
    times: Math.round(Math.max(middle, 1 / middle)).toLocaleString('en-US'),
    unit: UNIT_WORDS[unit],
  };
}
