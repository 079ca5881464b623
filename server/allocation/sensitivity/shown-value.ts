import { monthInYear, monthOf, yearOf } from '../../base/month.js';
import type { VariedAssumption } from './varied-assumption.js';

/** A value as people read and write it: a month as one readable number, 202106, everything else as it is. */
export const shownValue = ({ unit }: Pick<VariedAssumption, 'unit'>, value: number): number =>
  unit === 'MONTH' ? yearOf(value) * 100 + monthInYear(value) : value;

/** What `shownValue` shows; NaN where that is no month. */
export function readValue({ unit }: Pick<VariedAssumption, 'unit'>, shown: number): number {
  if (unit !== 'MONTH') return shown;
  const month = shown % 100;
  return Number.isInteger(shown) && month >= 1 && month <= 12 ? monthOf(Math.floor(shown / 100), month) : NaN;
}
