import type { BeforeAfterProps } from './before-after.js';
import type { DistributionProps } from './distribution.js';
import type { DotFieldProps } from './dot-field.js';
import type { FanChartProps } from './fan-chart.js';
import type { FrontierProps } from './frontier.js';
import type { HeatTableProps } from './heat-table.js';
import type { IntervalsProps } from './intervals.js';
import type { ReliabilityProps } from './reliability.js';
import type { ResponseCurveProps } from './response-curve.js';
import type { StackedColumnsProps } from './stacked-columns.js';
import type { TornadoProps } from './tornado.js';

/** The plain data that each chart of the kit is drawn from, by the name of its component. */
export interface ChartProps {
  readonly BeforeAfter: BeforeAfterProps;
  readonly Distribution: DistributionProps;
  readonly DotField: DotFieldProps;
  readonly FanChart: FanChartProps;
  readonly Frontier: FrontierProps;
  readonly HeatTable: HeatTableProps;
  readonly Intervals: IntervalsProps;
  readonly Reliability: ReliabilityProps;
  readonly ResponseCurve: ResponseCurveProps;
  readonly StackedColumns: StackedColumnsProps;
  readonly Tornado: TornadoProps;
}

/** A chart with everything it is drawn from: the same on the page, in print and in a file. */
export type ChartPicture = {
  readonly [Chart in keyof ChartProps]: { readonly chart: Chart; readonly props: ChartProps[Chart] };
}[keyof ChartProps];
