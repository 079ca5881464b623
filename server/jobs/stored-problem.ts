import type { ProblemCode } from '../base/errors/catalogue.js';
import { Problem, type ProblemDetails } from '../base/errors/problem.js';

/** A problem as plain values, to be kept or sent to another thread: its words are made where it is shown. */
export interface StoredProblem {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  readonly path: readonly string[];
}

export const storeProblem = ({ code, details, path }: Problem): StoredProblem => ({ code, details, path });

export const restoreProblem = ({ code, details, path }: StoredProblem): Problem => new Problem(code, details, path);
