import type { DistributionSeries } from './distribution.js';
import type { DotRow } from './dot-field.js';
import type { ForecastYear, PastYear } from './fan-chart.js';
import type { ReliabilityPoint } from './reliability.js';
import type { CurveMark } from './response-curve.js';
import type { Column } from './stacked-columns.js';

/** What every chart says of itself. */
export interface ChartLabels {
  readonly title: string;
  /** Where the numbers come from, and how exact they are. */
  readonly source: string;
}

/** The plain data that each chart of the kit is drawn from, by the name of its component. */
export interface ChartProps {
  readonly Distribution: ChartLabels & {
    /** The one compared with first, so that the one meant lies on top. */
    readonly series: readonly DistributionSeries[];
    /** The most that can be counted. */
    readonly most: number;
  };
  readonly DotField: ChartLabels & { readonly unit: string; readonly rows: readonly DotRow[] };
  readonly FanChart: ChartLabels & {
    /** Complete years, in order. */
    readonly past: readonly PastYear[];
    /** What the running year has brought so far. */
    readonly soFar: (PastYear & { readonly month: string }) | null;
    readonly forecast: readonly ForecastYear[];
    readonly height?: number;
  };
  readonly Reliability: ChartLabels & { readonly bins: readonly ReliabilityPoint[] };
  readonly ResponseCurve: ChartLabels & {
    /** In yuan, ascending, with the chance that each gives and its standard error. */
    readonly grants: readonly number[];
    readonly chances: readonly number[];
    readonly standardErrors: readonly number[];
    /** What the scenario gives. */
    readonly current: CurveMark;
    /** What is needed; undefined where no grant is enough. */
    readonly needed: CurveMark | undefined;
    readonly height?: number;
  };
  readonly StackedColumns: ChartLabels & {
    /** The first column's heading in the table. */
    readonly periodName: string;
    readonly series: readonly { readonly key: string; readonly name: string }[];
    readonly columns: readonly Column[];
    readonly height?: number;
    readonly note?: string;
  };
}

/** A chart with everything it is drawn from: the same on the page, in print and in a file. */
export type ChartPicture = {
  readonly [Chart in keyof ChartProps]: { readonly chart: Chart; readonly props: ChartProps[Chart] };
}[keyof ChartProps];
