import type { Words } from '../../base/words.js';
import type { Range } from '../../scenario/ranges.js';
import type { Comparable } from '../comparison-checks.js';

/** What an assumption is about. */
export const ASSUMPTION_GROUPS = ['GROWTH', 'DRIFT', 'VOLATILITY', 'CESSATION', 'MONEY', 'OPTION', 'PROJECT', 'PARK', 'PRIOR'] as const;
export type AssumptionGroup = (typeof ASSUMPTION_GROUPS)[number];

/** How the numbers of an assumption are read. LOG: log points; MONTH: a calendar month; MONTHS: a number of months. */
export const ASSUMPTION_UNITS = ['SHARE', 'LOG', 'MONTH', 'MONTHS', 'NUMBER'] as const;
export type AssumptionUnit = (typeof ASSUMPTION_UNITS)[number];

/** One number that a result rests on, how far it may sensibly lie off, and the result's inputs with another value of it. */
export interface VariedAssumption extends Range {
  /** The name under which a projection tells it among its assumptions, where it does. */
  readonly name: string;
  readonly group: AssumptionGroup;
  readonly unit: AssumptionUnit;
  readonly label: Words;
  /** Code of the option that it is a term of: it plays a part only where money goes there. */
  readonly option?: string;
  /** Takes whole numbers only. */
  readonly whole?: true;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Where low and high come from. */
  readonly basis: Words;
  /**
   * A scenario and its counties with another value and all else the same; with `value` itself they stay as they are.
   * @param on those that `value` was read from, or the same with other assumptions moved
   */
  readonly at: (value: number, on: Comparable) => Comparable;
}

/** An assumption as it is told, without what moves it: a plain value. */
export type DescribedAssumption = Omit<VariedAssumption, 'at'>;

export const described = ({ at: _at, ...assumption }: VariedAssumption): DescribedAssumption => assumption;

/** @param change inputs with another value; it is not asked for the value that the assumption has */
export const varied = (assumption: DescribedAssumption, change: (on: Comparable, value: number) => Comparable): VariedAssumption => ({
  ...assumption,
  at: (value, on) => (value === assumption.value ? on : change(on, value)),
});

/** Between what a number may sensibly lie, and why. */
export interface SensibleRange {
  readonly low: number;
  readonly high: number;
  readonly basis: Words;
}
