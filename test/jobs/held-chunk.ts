import type { ChunkComputer } from '../../server/jobs/chunk-computer.js';
import { onThread } from '../../server/jobs/chunk-thread.js';

/** A chunk that takes until the first cell of its shared memory is no longer 0. */
const computeChunk: ChunkComputer = (input) => {
  const gate = input as Int32Array;
  return {
    steps: 1,
    work: (function* () {
      Atomics.wait(gate, 0, 0);
      yield;
      return { kept: new Uint8Array(), joined: null };
    })(),
  };
};

export default onThread(computeChunk);
