import type { ChartLabels } from './chart-labels.js';
import { swarm } from './swarm.js';

export type Mark = 'sure' | 'open' | 'unlikely' | 'nothing';

export interface Dot {
  readonly key: string;
  readonly name: string;
  /** Between 0 and 1. */
  readonly value: number;
  readonly mark: Mark;
  readonly ringed: boolean;
  readonly text: string;
}

export interface DotRow {
  readonly key: string;
  readonly name: string;
  /** Stands before the name: 19/29. */
  readonly tally: string;
  readonly dots: readonly Dot[];
}

export interface DotFieldProps extends ChartLabels {
  readonly unit: string;
  readonly rows: readonly DotRow[];
}

export interface PlacedDot extends Dot {
  readonly x: number;
  readonly y: number;
}

export interface PlacedRow {
  readonly key: string;
  readonly name: string;
  readonly tally: string;
  readonly top: number;
  readonly middle: number;
}

export interface FieldLayout {
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  /** Row by row, in each from the least to the greatest: the order that keys go through them. */
  readonly dots: readonly PlacedDot[];
}

export const RADIUS = 4.2;
const APART = 2 * RADIUS + 0.6;
const LEAST_ROW = 30;

/** Lays the field out for a width: names beside the rows, or above them where there is no room. */
export function layoutField(rows: readonly DotRow[], width: number): FieldLayout {
  const narrow = width < 560;
  const left = narrow ? 10 : 128;
  const right = Math.max(width - 14, left + 40);
  let y = 20;
  const placed: PlacedRow[] = [];
  const dots: PlacedDot[] = [];
  const start = y;
  for (const row of rows) {
    const inOrder = row.dots.toSorted((a, b) => a.value - b.value || (a.key < b.key ? -1 : 1));
    const spots = swarm(
      inOrder.map(({ value }) => left + value * (right - left)),
      APART,
    );
    const reach = Math.max(0, ...spots.map((spot) => Math.abs(spot.y)));
    const label = narrow ? 18 : 0;
    const height = Math.max(LEAST_ROW, 2 * reach + 2 * RADIUS + 8);
    const middle = y + label + height / 2;
    placed.push({ key: row.key, name: row.name, tally: row.tally, top: y, middle });
    inOrder.forEach((dot, index) => dots.push({ ...dot, x: spots[index]!.x, y: middle + spots[index]!.y }));
    y += label + height;
  }
  return { narrow, left, right, top: start, height: y + 6, rows: placed, dots };
}

/** The outline of a mark around the origin: the shape says what the colour says. */
export function markPath(mark: Mark, radius: number): string {
  const r = radius;
  switch (mark) {
    case 'sure':
      return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    case 'open':
      return `M0,${-r * 1.15}L${r * 1.15},0L0,${r * 1.15}L${-r * 1.15},0Z`;
    case 'unlikely':
      return `M${-r * 1.08},${-r * 0.8}L${r * 1.08},${-r * 0.8}L0,${r * 1.12}Z`;
    case 'nothing':
      return `M${-r * 0.8},${-r * 0.8}h${r * 1.6}v${r * 1.6}h${-r * 1.6}Z`;
  }
}

/** Which of seven steps between "hardly" and "surely" a chance falls in; each is a colour of the scale. */
export function rampStep(value: number): number {
  return [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].filter((bound) => value >= bound).length;
}
