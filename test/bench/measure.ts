import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/** Milliseconds that a function takes. */
export async function milliseconds(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Runs a function several times; returns its times ascending. */
export async function repeated(count: number, run: (index: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < count; index++) taken.push(await milliseconds(() => run(index)));
  return taken.sort((left, right) => left - right);
}

/** The value below which a share of ascending times lies. */
export const at = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))]!;

const STATUS = '/proc/self/status';

/** The most memory that this program has taken, bytes. Linux counts what its parent took as its own in `maxRSS`, but not here. */
export function peakBytes(): number {
  const peak = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) * 1024;
}

/** What ran it: other work on the machine makes times longer, and is told by the load. */
export const machine = (): string =>
  `${cpus()[0]!.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)}`;

/** Bytes a second that this machine reads and writes between two large arrays, one core: the bound of any multiply-add. */
export async function memoryBandwidth(): Promise<number> {
  const from = new Float64Array(2 ** 24).fill(1);
  const to = new Float64Array(from.length);
  const best = at(await repeated(7, () => to.set(from)), 0);
  return (2 * from.byteLength) / (best / 1000);
}
