import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { ReadingPoint } from './reading-points.js';
import { textWidth } from './text-width.js';
import { chartWords } from './words.js';

/** A village's chance before and after something is done. */
export interface BeforeAfterRow {
  readonly key: string;
  readonly name: string;
  /** Small, after the name: the township, the money. */
  readonly detail: string;
  /** Between 0 and 1. */
  readonly before: number;
  readonly after: number;
  /** Monte Carlo error of the difference; on common draws it is smaller than that of either chance. */
  readonly standardError: number;
}

export interface BeforeAfterProps extends ChartLabels {
  /** What the rows are: 村. */
  readonly names: string;
  /** In the order that they are to stand in. */
  readonly rows: readonly BeforeAfterRow[];
  readonly note?: string;
  /** What the two ends of a row are called; left out: before and after. */
  readonly ends?: { readonly before: string; readonly after: string };
}

export interface BeforeAfterLayout {
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly rows: readonly (BeforeAfterRow & { readonly top: number; readonly middle: number })[];
}

const TOP = 22;
const ROW = 26;
const NAME_ABOVE = 17;

export function layoutBeforeAfter(rows: readonly BeforeAfterRow[], width: number): BeforeAfterLayout {
  const narrow = width < 560;
  const names = Math.max(60, ...rows.map(({ name, detail }) => textWidth(name, 13) + textWidth(detail) + (detail === '' ? 0 : 8))) + 20;
  const left = narrow ? 10 : Math.min(names, width * 0.45);
  const right = Math.max(width - 18, left + 40);
  const step = ROW + (narrow ? NAME_ABOVE : 0);
  const placed = rows.map((row, index) => {
    const top = TOP + index * step;
    return { ...row, top, middle: top + (narrow ? NAME_ABOVE : 0) + ROW / 2 };
  });
  return { narrow, left, right, top: TOP, height: TOP + rows.length * step + 4, rows: placed };
}

export const beforeAfterPoints = (layout: BeforeAfterLayout, format: Format): ReadingPoint[] =>
  layout.rows.map(({ name, detail, before, after, standardError, middle }) => ({
    x: layout.left + after * (layout.right - layout.left),
    y: middle,
    text: chartWords[format.language].beforeAfter.point(
      detail === '' ? name : `${name} ${detail}`,
      format.chance(before),
      format.chance(after),
      format.error(1.96 * standardError),
    ),
  }));

export function beforeAfterTable({ title, source, names, rows, ends }: BeforeAfterProps, format: Format): DataTable {
  const words = chartWords[format.language].beforeAfter;
  const detailed = rows.some(({ detail }) => detail !== '');
  return {
    name: 'before-after',
    title,
    source,
    columns: [
      { title: names, format: 'text' },
      ...(detailed ? [{ title: words.detail, format: 'text' } as const] : []),
      { title: ends?.before ?? words.before, format: 'chance', digits: 1 },
      { title: ends?.after ?? words.after, format: 'chance', digits: 1, strong: true },
      { title: words.change, format: 'points', digits: 1, signed: true },
      { title: words.changeError, format: 'points', digits: 2 },
    ],
    rows: rows.map(({ name, detail, before, after, standardError }) => [
      name,
      ...(detailed ? [detail] : []),
      before,
      after,
      after - before,
      1.96 * standardError,
    ]),
  };
}
