import { Problem } from '../base/errors/problem.js';
import { CHUNK_COMPUTERS } from './chunk-computers.js';
import type { ComputedChunk } from './chunk-computer.js';
import { ChunkControl } from './chunk-control.js';
import { storeProblem, type StoredProblem } from './stored-problem.js';

export interface ChunkTask {
  readonly kind: string;
  readonly input: unknown;
  readonly control: SharedArrayBuffer;
}

/** Errors lose their class between threads, so a problem is told as a value. */
export type ChunkAnswer =
  | { readonly outcome: 'computed'; readonly chunk: ComputedChunk }
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'refused'; readonly problem: StoredProblem };

/** Computes one chunk; what a thread of the pool runs. */
export default function computeChunk({ kind, input, control: memory }: ChunkTask): ChunkAnswer {
  const control = new ChunkControl(memory);
  const compute = CHUNK_COMPUTERS.get(kind);
  if (!compute) throw new Error(`no way to compute chunks of ${kind}`);
  if (control.stopped) return { outcome: 'stopped' };
  try {
    const { steps, work } = compute(input);
    control.begin(steps);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return { outcome: 'computed', chunk: step.value };
      control.step();
      if (control.stopped) return { outcome: 'stopped' };
    }
  } catch (error) {
    if (error instanceof Problem) return { outcome: 'refused', problem: storeProblem(error) };
    throw error;
  }
}
