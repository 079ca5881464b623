export interface Column {
  readonly key: string;
  /** Whole, for reading out; the axis shortens it. */
  readonly label: string;
  /** Shown under the axis; empty where none is to stand. */
  readonly tick: string;
  /** One amount for each series, in yuan; a correction may be negative. */
  readonly parts: readonly number[];
  readonly total: number;
  /** The period is not over. */
  readonly partial: boolean;
}

export interface Stack {
  readonly top: number;
  readonly segments: readonly { readonly part: number; readonly from: number; readonly to: number }[];
}

/** Stacks the parts from the ground up; what is negative takes no room (the table shows it). */
export function stackOf(parts: readonly number[]): Stack {
  let top = 0;
  const segments = parts.flatMap((amount, part) => {
    if (amount <= 0) return [];
    const from = top;
    top += amount;
    return [{ part, from, to: top }];
  });
  return { top, segments };
}

/** The ticks that there is room for: all, or every second, third and so on, counted from the last backwards. */
export function tickLabels(columns: readonly Column[], step: number): string[] {
  const named = columns.flatMap((column, index) => (column.tick === '' ? [] : [index]));
  const longest = Math.max(0, ...columns.map((column) => column.tick.length)) * 7.5 + 10;
  const gap = named.length > 1 ? (named[1]! - named[0]!) * step : Infinity;
  const every = Math.max(1, Math.ceil(longest / gap));
  const kept = new Set(named.toReversed().filter((_, position) => position % every === 0));
  return columns.map((column, index) => (kept.has(index) ? column.tick : ''));
}
