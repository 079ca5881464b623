import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { ReadingPoint } from './reading-points.js';
import { textWidth } from './text-width.js';
import { chartWords } from './words.js';

/** What comes out where one assumption takes one end of its range. */
export interface TornadoEnd {
  /** The assumption's value in words: 6%, 3 个月. */
  readonly setting: string;
  readonly value: number;
  /** Monte Carlo error of the value. */
  readonly standardError: number;
}

/** One assumption, moved to either end of its range while all others stay. */
export interface TornadoBar {
  readonly key: string;
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface TornadoProps extends ChartLabels {
  /** What the value counts: 村. */
  readonly unit: string;
  /** What comes out with every assumption as the scenario has it. */
  readonly base: number;
  readonly bars: readonly TornadoBar[];
  readonly note?: string;
}

export interface PlacedEnd {
  readonly side: 'low' | 'high';
  readonly x: number;
  /** The bar reaches from the base to x. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end'; readonly text: string };
  /** Ends of the 95% interval of the Monte Carlo error. */
  readonly error: readonly [number, number];
}

export interface TornadoRow {
  readonly key: string;
  readonly name: string;
  readonly top: number;
  readonly middle: number;
  readonly ends: readonly PlacedEnd[];
}

export interface TornadoLayout {
  readonly narrow: boolean;
  readonly x: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly rows: readonly TornadoRow[];
}

const BAR = 18;
const ROW = 32;
const NAME_ABOVE = 18;
const TOP = 24;

/** The widest first, the scenario itself counted in: what can move the result furthest stands on top. */
export const inOrderOfSpan = (bars: readonly TornadoBar[], base: number): TornadoBar[] => {
  const span = ({ low, high }: TornadoBar) => Math.max(low.value, high.value, base) - Math.min(low.value, high.value, base);
  return bars.toSorted((a, b) => span(b) - span(a));
};

/** Lays the bars out around the base. Where both ends move it the same way, each gets half the bar's height, so none hides the other. */
export function layoutTornado(bars: readonly TornadoBar[], base: number, width: number): TornadoLayout {
  const narrow = width < 560;
  const ordered = inOrderOfSpan(bars, base);
  const settings = Math.max(20, ...bars.flatMap(({ low, high }) => [textWidth(low.setting), textWidth(high.setting)])) + 10;
  const names = narrow ? 0 : Math.min(Math.max(60, ...bars.map(({ name }) => textWidth(name, 13))) + 14, width * 0.4);
  const values = bars.flatMap(({ low, high }) => [low.value, high.value]);
  const least = Math.min(base, ...values);
  const most = Math.max(base, ...values);
  const domain = most > least ? [least, most] : [base - 1, base + 1];
  const from = names + settings;
  const x = scaleLinear(domain, [from, Math.max(width - settings, from + 40)]);
  const step = ROW + (narrow ? NAME_ABOVE : 0);
  const rows = ordered.map((bar, index): TornadoRow => {
    const top = TOP + index * step;
    const middle = top + (narrow ? NAME_ABOVE : 0) + ROW / 2;
    const sameSide = (bar.low.value - base) * (bar.high.value - base) > 0;
    const ends = (['low', 'high'] as const).map((side): PlacedEnd => {
      const { value, standardError, setting } = bar[side];
      const at = x(value);
      const leftward = at < x(base) || (at === x(base) && side === 'low');
      const height = sameSide ? BAR / 2 - 1 : BAR;
      return {
        side,
        x: at,
        left: Math.min(at, x(base)),
        width: Math.abs(at - x(base)),
        top: sameSide && side === 'high' ? middle + 1 : middle - BAR / 2,
        height,
        // Two on one side stand one above the other, with room for both lines.
        label: {
          x: at + (leftward ? -7 : 7),
          y: middle + (sameSide ? (side === 'low' ? -2.5 : 11) : 4),
          anchor: leftward ? 'end' : 'start',
          text: setting,
        },
        error: [x(value - 1.96 * standardError), x(value + 1.96 * standardError)],
      };
    });
    return { key: bar.key, name: bar.name, top, middle, ends };
  });
  const bottom = TOP + ordered.length * step;
  return { narrow, x, ticks: x.ticks(Math.max(3, Math.floor((width - from) / 110))), top: TOP, bottom, height: bottom + 22, rows };
}

/** What is read out, end by end, row by row. */
export function tornadoPoints({ unit, base, bars }: TornadoProps, layout: TornadoLayout, format: Format): ReadingPoint[] {
  const words = chartWords[format.language].tornado;
  const ordered = inOrderOfSpan(bars, base);
  return layout.rows.flatMap((row, index) =>
    row.ends.map((end) => {
      const { setting, value, standardError } = ordered[index]![end.side];
      const change = value - base;
      return {
        x: end.x,
        y: end.top + end.height / 2,
        text: words.point(
          row.name,
          setting,
          `${format.count(value, 1)} ${unit}`,
          `±${format.count(1.96 * standardError, 2)}`,
          `${change >= 0 ? '+' : ''}${format.count(change, 1)}`,
        ),
      };
    }),
  );
}

export function tornadoTable({ title, source, unit, base, bars }: TornadoProps, format: Format): DataTable {
  const words = chartWords[format.language].tornado;
  const value = { format: 'number', digits: 1, unit } as const;
  const error = { format: 'number', digits: 2 } as const;
  return {
    name: 'tornado',
    title,
    source,
    columns: [
      { title: words.assumption, format: 'text' },
      { title: words.lowSetting, format: 'text' },
      { title: words.lowValue, ...value },
      { title: words.lowError, ...error },
      { title: words.highSetting, format: 'text' },
      { title: words.highValue, ...value },
      { title: words.highError, ...error },
      { title: words.span, ...value, strong: true },
      { title: words.itself, ...value },
    ],
    rows: inOrderOfSpan(bars, base).map(({ name, low, high }) => [
      name,
      low.setting,
      low.value,
      1.96 * low.standardError,
      high.setting,
      high.value,
      1.96 * high.standardError,
      Math.abs(high.value - low.value),
      base,
    ]),
  };
}
