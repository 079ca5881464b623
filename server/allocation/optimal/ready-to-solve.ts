import { loadBinarySolver } from '../../base/mixed-integer-solver.js';
import type { AllocationRule } from '../../scenario/allocation-rule.js';
import type { Scenario } from '../../scenario/scenario.js';
import { needsProgram } from '../lumps/lump-solver.js';

/** Loads what solving by a rule needs; solving itself does not wait for anything. */
export async function readyToSolve(rule: Pick<AllocationRule, 'groups'>): Promise<void> {
  if (needsProgram(rule)) await loadBinarySolver();
}

/** The same for a scenario whose policy seeks the best allocation. */
export async function readyForPolicy({ policy }: Pick<Scenario, 'policy'>): Promise<void> {
  if (policy?.kind === 'optimal') await readyToSolve(policy.rule);
}
