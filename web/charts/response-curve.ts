import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import { chartWords } from './words.js';

/** A point of the curve that has a name. */
export interface CurveMark {
  /** In yuan. */
  readonly grant: number;
  readonly chance: number;
  readonly text: string;
}

export interface ResponseCurveProps extends ChartLabels {
  /** In yuan, ascending, with the chance that each gives and its standard error. */
  readonly grants: readonly number[];
  readonly chances: readonly number[];
  readonly standardErrors: readonly number[];
  /** What the scenario gives. */
  readonly current: CurveMark;
  /** What is needed; undefined where no grant is enough. */
  readonly needed: CurveMark | undefined;
  readonly height?: number;
}

/** Rounds an amount of money up to what is shown of it, so that what is shown is never too little. */
export const roundedUp = (yuan: number, yuanPerUnit: number): number => {
  const step = yuanPerUnit === 1 ? 1 : yuan >= 999_500 ? yuanPerUnit : yuanPerUnit / 10;
  return Math.ceil(Number((yuan / step).toFixed(6))) * step;
};

/** On which side of a point its label has room: it ends or starts there. */
export const labelSide = (x: number, left: number, right: number): 'start' | 'end' => (x > (left + right) / 2 ? 'end' : 'start');

export function curveTable({ title, source, grants, chances, standardErrors }: ResponseCurveProps, format: Format): DataTable {
  const words = chartWords[format.language].responseCurve;
  return {
    name: 'curve',
    title,
    source,
    columns: [
      { title: words.grant, format: 'money' },
      { title: words.chance, format: 'chance', digits: 1, strong: true },
      { title: words.error, format: 'points', digits: 2 },
    ],
    rows: grants.map((grant, index) => [grant, chances[index] ?? null, 1.96 * (standardErrors[index] ?? 0)]),
  };
}
