import { cpus, loadavg } from 'node:os';

/** One line of the bench: what was measured, and what it is held against. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The number to reach, or the named alternative, with the ratio. */
  readonly against: string;
}

/** Milliseconds that a function takes. */
export async function milliseconds(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Runs a function several times; returns its times ascending. */
export async function times(count: number, run: (index: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index++) taken.push(await milliseconds(() => run(index)));
  return taken.sort((left, right) => left - right);
}

/** The value below which a share of ascending times lies. */
export const at = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))]!;

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export const ratio = (slower: number, faster: number): string => `${(slower / faster).toFixed(1)}×`;

export const machine = (): string =>
  `${cpus()[0]!.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the start`;

/** Bytes a second that this machine reads and writes between two large arrays, one core: the bound of any multiply-add. */
export async function memoryBandwidth(): Promise<number> {
  const from = new Float64Array(2 ** 24).fill(1);
  const to = new Float64Array(from.length);
  const best = at(await times(7, () => to.set(from)), 0);
  return (2 * from.byteLength) / (best / 1000);
}

export function print(title: string, rows: readonly Row[]): void {
  console.log(`\n## ${title}\n| what | measured | against |\n|---|---|---|`);
  for (const { what, measured, against } of rows) console.log(`| ${what} | ${measured} | ${against} |`);
}
