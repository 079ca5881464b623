import type { ChunkComputer } from '../../server/jobs/chunk-computer.js';
import { onThread } from '../../server/jobs/chunk-thread.js';

/** A chunk of two steps, of which the second takes until it can take one from the first cell of its shared memory. */
const computeChunk: ChunkComputer = (input) => {
  const gate = input as Int32Array;
  return {
    steps: 2,
    work: (function* () {
      yield;
      take(gate);
      yield;
      return { kept: new Uint8Array(), joined: null };
    })(),
  };
};

function take(gate: Int32Array): void {
  for (;;) {
    const left = Atomics.load(gate, 0);
    if (left === 0) Atomics.wait(gate, 0, 0);
    else if (Atomics.compareExchange(gate, 0, left, left - 1) === left) return;
  }
}

export default onThread(computeChunk);
