import { describe, expect, it } from 'vitest';
import { WORKSPACE_ASSUMPTIONS } from '../../../server/scenario/workspace-defaults.js';
import { ASSUMPTION_GROUPS, groupOf, readTyped } from '../../../web/pages/workspace.js';
import type { WorkspaceAssumption } from '../../../web/api/operations.js';

describe('the page of workspace defaults', () => {
  it('has a place for every default, and no part is empty', () => {
    const placed = Map.groupBy(WORKSPACE_ASSUMPTIONS, ({ name }) => groupOf(name));
    expect([...placed.keys()].sort()).toEqual([...ASSUMPTION_GROUPS].sort());
    expect(placed.get('terms')!.every(({ name }) => name.startsWith('option.'))).toBe(true);
    expect(placed.get('model')!.map(({ name }) => name)).toEqual(
      WORKSPACE_ASSUMPTIONS.filter(({ named }) => named).map(({ name }) => name),
    );
  });

  it('takes what is typed as people type it, and leaves alone what stands there already', () => {
    const horizon = { value: 3, least: 1, most: 10, whole: true } as WorkspaceAssumption;
    expect(readTyped(' 5年 ', horizon)).toEqual({ set: 5 });
    expect(readTyped('3', horizon)).toEqual({ same: true });
    expect(readTyped('3.5', horizon)).toEqual({ fault: 'not-whole' });
    expect(readTyped('11', horizon)).toEqual({ fault: 'out-of-range' });
    expect(readTyped('many', horizon)).toEqual({ fault: 'not-number' });
  });
});
