import type { CountyRecord } from '../base/county.js';
import { monthInYear, monthOf, yearOf, type Month } from '../base/month.js';

/** One forecast of the past to make again: a county's year as seen with k months of it closed. */
export interface BacktestChunk {
  readonly county: string;
  /** The year a that is forecast. */
  readonly year: number;
  /** k: closed months of it at the as-of month; 0 is the end of the year before. */
  readonly closedMonths: number;
}

/** The past as-of months that are tried where nothing is said. */
export const BACKTEST_CLOSED_MONTHS: readonly number[] = [0, 3, 6, 9];

/** Which years and as-of months to try. */
export interface BacktestSpan {
  /** First and last year to forecast; undefined: as far as the data go. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly closedMonths: readonly number[];
}

/**
 * The forecasts that a county's data can be held against: years that are complete in the data and have at least one
 * complete year before them. The as-of months of a year follow one another, so that a run that is stopped has tried all of
 * them on the same years.
 */
export function planBacktest({ code, asOf, receipts }: CountyRecord, { from, to, closedMonths }: BacktestSpan): BacktestChunk[] {
  if (asOf === undefined || receipts.length === 0) return [];
  const first = receipts.reduce((least, { month }) => Math.min(least, month), Number.POSITIVE_INFINITY);
  const firstComplete = monthInYear(first) === 1 ? yearOf(first) : yearOf(first) + 1;
  const lastComplete = yearOf(asOf + 1) - 1;
  const least = Math.max(firstComplete + 1, from ?? firstComplete + 1);
  const most = Math.min(lastComplete, to ?? lastComplete);
  const years = Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
  const asked = [...new Set(closedMonths)];
  return years.flatMap((year) => asked.map((k) => ({ county: code, year, closedMonths: k })));
}

/** The last month that was closed then: k months into the year, or December of the year before. */
export const asOfMonth = ({ year, closedMonths }: BacktestChunk): Month => monthOf(year, 1) + closedMonths - 1;
