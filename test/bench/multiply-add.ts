import { loadKernelModule } from '../../server/base/kernel-module.js';
import { WasmArithmetic } from '../../server/projection/kernel/wasm-arithmetic.js';
import { at } from './measure.js';

/** Arrays of factors that are kept, to be multiplied and added up again. */
export interface KeptFactors {
  /** How many streams each village has. */
  readonly streams: readonly number[];
  readonly horizon: number;
  readonly trials: number;
}

/**
 * What a moved rate needs at least: each kept factor read once, multiplied and added to its village's total of the year; nothing
 * counted, no quantile. Runs on the thread that loads this module.
 * @returns milliseconds, the median of as many rounds
 */
export default function multiplyAdd({ streams, horizon, trials, rounds }: KeptFactors & { readonly rounds: number }): number {
  const arrays = horizon * streams.reduce((sum, count) => sum + count, 1);
  const arithmetic = new WasmArithmetic(loadKernelModule(), (arrays + 4) * (trials + 16) * Float64Array.BYTES_PER_ELEMENT);
  const totals = Array.from({ length: horizon }, () => arithmetic.doubles(trials));
  const villages = streams.map((count) =>
    totals.map((total) => ({ total, factors: Array.from({ length: count }, () => arithmetic.floats(trials).fill(1)) })),
  );
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    for (const years of villages) {
      for (const { total, factors } of years) {
        const parts = factors.map((factor) => ({ factor, scale: 40_000 + round, floor: 0, inIndustryMode: false, inKeyIndustry: false }));
        arithmetic.addTotals(total, parts, false);
      }
    }
    taken.push(performance.now() - began);
  }
  return at(
    taken.sort((left, right) => left - right),
    0.5,
  );
}
