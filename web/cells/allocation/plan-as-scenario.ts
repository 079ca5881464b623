import { freeId, insertCell } from '../../notebook/edit.js';
import type { Notebook } from '../../notebook/notebook.js';
import type { CellPlace } from '../cell-place.js';
import { findScenario, type ParametersCell } from '../parameters/parameters.js';
import type { AllocationAnswers, AllocationCell } from './allocation.js';

/**
 * The plan as a scenario that other cells can follow: a parameters cell behind this one, with what was given before and
 * what the plan gives on top, village by village. Gives the notebook and the new cell's name.
 */
export function planAsScenario(
  cell: AllocationCell,
  { allocation, given }: AllocationAnswers,
  { notebook }: Pick<CellPlace, 'notebook'>,
  title: string,
): { readonly notebook: Notebook; readonly id: string } {
  const { name: _name, policy: _policy, ...terms } = findScenario(notebook, cell.scenario)!.scenario;
  const all = [...(given?.projection.grants ?? []), ...(allocation?.allocation.grants ?? [])];
  const sums = new Map<string, { village: string; option: string; amount: number }>();
  for (const { village, option, amount } of all) {
    const key = JSON.stringify([village.code, option]);
    sums.set(key, { village: village.code, option, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  const added: ParametersCell = {
    id: freeId(notebook, 'plan'),
    kind: 'parameters',
    title,
    folded: true,
    scenario: { ...terms, policy: { list: [...sums.values()] } },
  };
  return { notebook: insertCell(notebook, added, cell.id), id: added.id };
}
