import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the compiled kernel. */
export const KERNEL_FILE = fileURLToPath(new URL('../../dist/kernel.wasm', import.meta.url));

/**
 * The projection's compiled kernel, ready to be instantiated.
 * @throws Error that tells how to build it, where it is missing
 */
export function loadKernelModule(): WebAssembly.Module {
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = readFileSync(KERNEL_FILE);
  } catch (cause) {
    throw new Error(`${KERNEL_FILE} is missing: run npm run build`, { cause });
  }
  return new WebAssembly.Module(bytes);
}
