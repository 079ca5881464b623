import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import { chartWords } from './words.js';

/** Forecasts that gave about the same chance, and how often it then happened. */
export interface ReliabilityPoint {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly forecast: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

export interface ReliabilityProps extends ChartLabels {
  readonly bins: readonly ReliabilityPoint[];
}

const LEAST = 3;
const MOST = 9;

/** The radius of a point: its area grows with the forecasts behind it. */
export const radiusOf = (count: number, most: number): number => Math.max(LEAST, MOST * Math.sqrt(count / Math.max(most, 1)));

export function reliabilityTable({ title, source, bins }: ReliabilityProps, format: Format): DataTable {
  const words = chartWords[format.language].reliability;
  const share = { format: 'share', digits: 1 } as const;
  return {
    name: 'reliability',
    title,
    source,
    columns: [
      { title: words.saidFrom, format: 'share' },
      { title: words.saidTo, format: 'share' },
      { title: words.count, format: 'number' },
      { title: words.mean, ...share },
      { title: words.happened, ...share, strong: true },
      { title: words.low, ...share },
      { title: words.high, ...share },
    ],
    rows: bins.map(({ from, to, count, forecast, observed, low, high }) => [from, to, count, forecast, observed, low, high]),
  };
}
