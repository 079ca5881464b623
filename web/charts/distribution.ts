import type { Format } from '../i18n/format.js';
import type { DataTable } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import { chartWords } from './words.js';

export interface DistributionSeries {
  readonly name: string;
  readonly tone: 'base' | 'accent';
  /** How probable each count is; counts that are missing have none. */
  readonly points: readonly { readonly villages: number; readonly probability: number }[];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface DistributionProps extends ChartLabels {
  /** The one compared with first, so that the one meant lies on top. */
  readonly series: readonly DistributionSeries[];
  /** The most that can be counted. */
  readonly most: number;
}

/** A share of the probability that may lie outside the picture on each side. */
const TAIL = 5e-4;

/** The counts worth showing: all but the thinnest tails, at least ten wide, within 0 and the most possible. */
export function domainOf(series: readonly DistributionSeries[], most: number): [number, number] {
  let low = most;
  let high = 0;
  for (const { points, mean } of series) {
    const sorted = points.toSorted((a, b) => a.villages - b.villages);
    let below = 0;
    const first = sorted.find(({ probability }) => (below += probability) > TAIL)?.villages ?? mean;
    let above = 0;
    const last = sorted.toReversed().find(({ probability }) => (above += probability) > TAIL)?.villages ?? mean;
    low = Math.min(low, Math.floor(first));
    high = Math.max(high, Math.ceil(last));
  }
  const lacking = Math.max(0, 10 - (high - low));
  low = Math.max(0, low - 1 - Math.ceil(lacking / 2));
  high = Math.min(most, high + 1 + Math.ceil(lacking / 2));
  return [Math.min(low, Math.max(0, high - 10)), high];
}

/** The chance that the count is this or more. */
export const atLeast = (points: DistributionSeries['points'], villages: number): number =>
  Math.min(
    1,
    points.reduce((sum, point) => (point.villages >= villages ? sum + point.probability : sum), 0),
  );

/** Puts in the counts that are missing as improbable, so that a curve falls to the ground between islands. */
export function filled(points: DistributionSeries['points'], most: number): { villages: number; probability: number }[] {
  const byCount = new Map(points.map(({ villages, probability }) => [villages, probability]));
  return Array.from({ length: most + 1 }, (_, villages) => ({ villages, probability: byCount.get(villages) ?? 0 }));
}

/** The counts that are drawn, each with how probable it is and how probable so many or more are. */
export function distributionTable({ title, source, series, most }: DistributionProps, format: Format): DataTable {
  const words = chartWords[format.language].distribution;
  const [low, high] = domainOf(series, most);
  return {
    name: 'distribution',
    title,
    source,
    columns: [
      { title: words.villages, format: 'number', unit: words.unit },
      ...series.flatMap(({ name }) => [
        { title: words.exactly(name), format: 'share' as const, digits: 2 },
        { title: words.atLeast(name), format: 'share' as const, digits: 2 },
      ]),
    ],
    rows: Array.from({ length: high - low + 1 }, (_, index) => [
      low + index,
      ...series.flatMap(({ points }) => [
        points.find(({ villages }) => villages === low + index)?.probability ?? 0,
        atLeast(points, low + index),
      ]),
    ]),
  };
}
