import { Problem } from '../base/errors/problem.js';
import { Problems } from '../base/errors/problems.js';
import type { ChunkComputer, ComputedChunk } from './chunk-computer.js';
import { ChunkControl } from './chunk-control.js';
import { storeProblem, type StoredProblem } from './stored-problem.js';

export interface ChunkTask {
  readonly input: unknown;
  readonly control: SharedArrayBuffer;
}

/** Errors lose their class between threads, so a problem is told as a value. */
export type ChunkAnswer =
  | { readonly outcome: 'computed'; readonly chunk: ComputedChunk }
  | { readonly outcome: 'stopped' }
  | { readonly outcome: 'refused'; readonly problem: StoredProblem };

/** Makes a thread's task of a way to compute chunks: the default export of the module that `JobKind.chunks` names. */
export const onThread =
  (compute: ChunkComputer) =>
  async ({ input, control: memory }: ChunkTask): Promise<ChunkAnswer> => {
    const control = new ChunkControl(memory);
    if (control.stopped) return { outcome: 'stopped' };
    try {
      const { steps, work } = await compute(input);
      control.begin(steps);
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) return { outcome: 'computed', chunk: step.value };
        if (typeof step.value === 'number') control.reach(step.value);
        else control.step();
        if (control.stopped) return { outcome: 'stopped' };
      }
    } catch (error) {
      // A job tells one reason; who starts one has told all that is wrong with what was asked.
      if (error instanceof Problems) return { outcome: 'refused', problem: storeProblem(error.problems[0]!) };
      if (error instanceof Problem) return { outcome: 'refused', problem: storeProblem(error) };
      throw error;
    }
  };
