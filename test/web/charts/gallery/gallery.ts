import { mount, type Component } from 'svelte';
import '../../../../web/styles/colours.css';
import '../../../../web/styles/elements.css';
import '../../../../web/styles/parts.css';
import '../../../../web/styles/charts.css';
import '../../../../web/styles/modes.css';
import BeforeAfter from '../../../../web/charts/BeforeAfter.svelte';
import type { ChartProps } from '../../../../web/charts/chart-picture.js';
import Distribution from '../../../../web/charts/Distribution.svelte';
import DotField from '../../../../web/charts/DotField.svelte';
import FanChart from '../../../../web/charts/FanChart.svelte';
import Frontier from '../../../../web/charts/Frontier.svelte';
import HeatTable from '../../../../web/charts/HeatTable.svelte';
import Intervals from '../../../../web/charts/Intervals.svelte';
import Reliability from '../../../../web/charts/Reliability.svelte';
import ResponseCurve from '../../../../web/charts/ResponseCurve.svelte';
import StackedColumns from '../../../../web/charts/StackedColumns.svelte';
import Tornado from '../../../../web/charts/Tornado.svelte';
import { SAMPLE_CHARTS } from '../sample-charts.js';

const CHARTS = {
  BeforeAfter,
  Distribution,
  DotField,
  FanChart,
  Frontier,
  HeatTable,
  Intervals,
  Reliability,
  ResponseCurve,
  StackedColumns,
  Tornado,
} satisfies Record<keyof ChartProps, unknown>;

const { title, source } = SAMPLE_CHARTS.DotField;
/** What a chart takes beside its numbers. */
const BESIDE: Partial<Record<keyof ChartProps, object>> = {
  DotField: {
    found: null,
    onpick: () => undefined,
    table: { name: 'dots', title, source, columns: [], rows: [] },
    tableKeys: [],
  },
};

/** Every chart with its sample numbers, as wide as the page, in a section that is named like its component. */
for (const [name, chart] of Object.entries(CHARTS) as [keyof ChartProps, Component<object>][]) {
  const section = document.createElement('section');
  section.id = name;
  document.body.append(section);
  mount(chart, { target: section, props: { ...SAMPLE_CHARTS[name], ...BESIDE[name] } });
}
