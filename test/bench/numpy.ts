import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CASE, TRIALS } from './demonstration.js';

/** What numpy takes for the same model, milliseconds. */
export interface NumpyTimes {
  readonly first: number;
  readonly moved: number;
}

export const NUMPY_MISSING = 'python3-numpy is missing';

/** Undefined where there is no python3 with numpy. */
export function numpyTimes(): NumpyTimes | undefined {
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0) return undefined;
  const ran = spawnSync('python3', [join('test', 'bench', 'numpy_projection.py'), CASE, String(TRIALS)], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`the numpy program failed: ${ran.stderr}`);
  return JSON.parse(ran.stdout) as NumpyTimes;
}
