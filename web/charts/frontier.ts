import type { Format } from '../i18n/format.js';
import type { DataTable, DataValue } from '../tables/data-table.js';
import type { ChartLabels } from './chart-labels.js';
import type { Mark } from './dot-field.js';
import { chartWords } from './words.js';

/** The best that a budget can do. */
export interface FrontierPoint {
  /** In yuan. */
  readonly budget: number;
  readonly value: number;
  /** Monte Carlo error of the value, where it is known. */
  readonly standardError?: number;
}

/** What some other way of dividing the money does with its budget. */
export interface FrontierPolicy extends FrontierPoint {
  readonly key: string;
  readonly name: string;
}

/** A village that gets money at a smaller budget and none from this one on. */
export interface FrontierLeaver {
  readonly budget: number;
  readonly name: string;
}

export interface FrontierProps extends ChartLabels {
  /** What the value counts: 村. */
  readonly unit: string;
  /** The best value for every budget, ascending. */
  readonly points: readonly FrontierPoint[];
  /** Other ways of dividing the money, held against it. */
  readonly policies?: readonly FrontierPolicy[];
  /** The budget that is chosen, in yuan; null: none. */
  readonly chosen?: number | null;
  /** Villages that drop out as money rises. */
  readonly leavers?: readonly FrontierLeaver[];
  readonly height?: number;
  readonly note?: string;
}

/** Marks for the policies: told apart by shape, and each has its name beside it. */
const SHAPES: readonly Mark[] = ['open', 'unlikely', 'nothing', 'sure'];

export const shapeOf = (index: number): Mark => SHAPES[index % SHAPES.length]!;

/** The frontier's value at a budget: of the last point that it covers, because money comes in lumps; undefined below the first. */
export function frontierAt(points: readonly FrontierPoint[], budget: number): FrontierPoint | undefined {
  return points.findLast((point) => point.budget <= budget);
}

/** What one more village costs from a point to the next one that does better; null where none does. */
export function costPerExtraVillage(points: readonly FrontierPoint[], index: number): number | null {
  const here = points[index];
  const next = here && points.slice(index + 1).find(({ value }) => value > here.value + 1e-9);
  return here && next ? (next.budget - here.budget) / (next.value - here.value) : null;
}

/** A place along the curve or a policy beside it, in order of budget: what keys go through. */
export interface FrontierStop extends FrontierPoint {
  readonly text: string;
  /** Index among the frontier's points; undefined for a policy. */
  readonly index?: number;
}

export function frontierStops({ unit, points, policies = [], leavers = [] }: FrontierProps, format: Format): FrontierStop[] {
  const { frontier: words, chart } = chartWords[format.language];
  const error = ({ standardError }: FrontierPoint) =>
    standardError === undefined ? '' : chart.errorOf(`±${format.count(1.96 * standardError, 2)}`);
  const along = points.map((point, index): FrontierStop => {
    const cost = costPerExtraVillage(points, index);
    const gone = leavers.filter(({ budget }) => budget === point.budget).map(({ name }) => name);
    return {
      ...point,
      index,
      text:
        words.point(format.money(point.budget), `${format.count(point.value, 1)} ${unit}`) +
        error(point) +
        (cost === null ? '' : words.nextCosts(unit, format.money(cost))) +
        (gone.length === 0 ? '' : words.dropsOut(gone.join(words.and))),
    };
  });
  const beside = policies.map((policy): FrontierStop => {
    const best = frontierAt(points, policy.budget);
    const less = best === undefined ? undefined : best.value - policy.value;
    return {
      budget: policy.budget,
      value: policy.value,
      text:
        words.policyPoint(policy.name, format.money(policy.budget), `${format.count(policy.value, 1)} ${unit}`) +
        error(policy) +
        (less === undefined || less < 0.05 ? '' : words.below(`${format.count(less, 1)} ${unit}`)),
    };
  });
  return [...along, ...beside].sort((a, b) => a.budget - b.budget || b.value - a.value);
}

export function frontierTable({ title, source, unit, points, policies = [], leavers = [] }: FrontierProps, format: Format): DataTable {
  const { frontier: words, chart } = chartWords[format.language];
  const withErrors = [...points, ...policies].some(({ standardError }) => standardError !== undefined);
  const row = (name: string, { budget, value, standardError }: FrontierPoint, cost: number | null, gone: string): DataValue[] => [
    name,
    budget,
    value,
    ...(withErrors ? [standardError === undefined ? null : 1.96 * standardError] : []),
    cost,
    ...(leavers.length > 0 ? [gone] : []),
  ];
  return {
    name: 'frontier',
    title,
    source,
    columns: [
      { title: words.policy, format: 'text' },
      { title: words.budget, format: 'money' },
      { title: chart.value, format: 'number', digits: 1, unit, strong: true },
      ...(withErrors ? [{ title: chart.error95, format: 'number', digits: 2 } as const] : []),
      { title: words.perExtra(unit), format: 'money' },
      ...(leavers.length > 0 ? [{ title: words.leaves, format: 'text' } as const] : []),
    ],
    rows: [
      ...points.map((point, index) =>
        row(
          words.best,
          point,
          costPerExtraVillage(points, index),
          leavers
            .filter(({ budget }) => budget === point.budget)
            .map(({ name }) => name)
            .join(words.and),
        ),
      ),
      ...policies.map((policy) => row(policy.name, policy, null, '')),
    ],
  };
}
