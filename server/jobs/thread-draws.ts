import { loadKernelModule } from '../base/kernel-module.js';
import { Draws } from '../projection/draws.js';
import { WasmArithmetic } from '../projection/kernel/wasm-arithmetic.js';

/** A little less than 4 GiB, which is all that WebAssembly can address. Taken from the machine only where it is used. */
const MOST_BYTES = 2 ** 32 - 2 ** 20;

let memory: { readonly arithmetic: WasmArithmetic; readonly bytes: number } | undefined;

/**
 * Random numbers in this thread's one memory, which takes turns serving chunks: those that were there before are gone.
 * @param room bytes that they and all that is computed from them may take
 */
export function threadDraws(
  { seed, trials, firstTrial = 0 }: { readonly seed: number; readonly trials: number; readonly firstTrial?: number },
  room: number,
): Draws {
  const bytes = Math.min(room, MOST_BYTES);
  if (memory && memory.bytes >= bytes && memory.bytes <= 2 * bytes) memory.arithmetic.reset();
  else memory = { arithmetic: new WasmArithmetic(loadKernelModule(), bytes), bytes };
  return new Draws(seed, trials, { arithmetic: memory.arithmetic, firstTrial });
}
