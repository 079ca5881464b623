import type { Distribution } from '../api/operations.js';
import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import { chartWords } from './words.js';

export interface PastYear {
  readonly year: number;
  /** In yuan. */
  readonly amount: number;
}

/** What the running year has brought up to a month. */
export interface SoFar extends PastYear {
  readonly month: string;
}

export interface Band {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface ForecastYear {
  readonly year: number;
  readonly band: Band;
  readonly target: number;
}

export interface FanChartProps extends ChartLabels {
  /** Complete years, in order. */
  readonly past: readonly PastYear[];
  /** What the running year has brought so far. */
  readonly soFar: SoFar | null;
  readonly forecast: readonly ForecastYear[];
  readonly height?: number;
}

/** The value at a percentile (5, 25, 50, 75 or 95); the mean where it is not among the bands. */
export const percentileOf = (distribution: Distribution, percent: number): number =>
  distribution.bands.find(({ percentile }) => percentile === percent)?.value ?? distribution.mean;

export const bandOf = (distribution: Distribution): Band => ({
  p5: percentileOf(distribution, 5),
  p25: percentileOf(distribution, 25),
  p50: percentileOf(distribution, 50),
  p75: percentileOf(distribution, 75),
  p95: percentileOf(distribution, 95),
});

const PERCENTILES = [5, 25, 50, 75, 95] as const;

export function fanTable({ title, source, past, soFar, forecast }: FanChartProps, format: Format): DataTable {
  const words = chartWords[format.language].fanChart;
  return {
    name: 'years',
    title,
    source,
    columns: [
      { title: words.year, format: 'year' },
      { title: words.received, format: 'money' },
      ...PERCENTILES.map((percentile) => ({ title: words.quantile(percentile), format: 'money' as const, strong: percentile === 50 })),
      { title: words.targetColumn, format: 'money' },
    ],
    rows: [
      ...past.map(({ year, amount }) => [year, amount, ...PERCENTILES.map(() => null), null]),
      ...forecast.map(({ year, band, target }) => {
        const running = soFar?.year === year ? soFar : undefined;
        return [
          running ? words.soFar(year, running.month) : year,
          running?.amount ?? null,
          ...PERCENTILES.map((percentile) => band[`p${percentile}`]),
          target,
        ];
      }),
    ],
  };
}
