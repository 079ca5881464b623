import { monthInYear, yearOf, type Month } from '../../base/month.js';

const MILLISECONDS = 86_400_000;
const inDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS;

/** Days from one day to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round(inDays(to) - inDays(from));

/** A day of the month after one: when the month's report is due. */
export function dayAfter(month: Month, day: number): string {
  const next = month + 1;
  return `${yearOf(next)}-${String(monthInYear(next)).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): string {
  return new Date(Date.UTC(yearOf(month), monthInYear(month), 0)).toISOString().slice(0, 10);
}
