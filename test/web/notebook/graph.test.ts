import { describe, expect, it } from 'vitest';
import { freeId, insertCell, moveCell, removeCell } from '../../../web/notebook/edit.js';
import { blockOf, dependantsOf, referencesOf } from '../../../web/notebook/graph.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const notebook = toNotebook({
  notebook: 1,
  title: '',
  cells: [
    { id: 'trend', kind: 'parameters' },
    { id: 'plan', kind: 'parameters' },
    { id: 'o', kind: 'outcome', scenario: 'plan', baseline: 'trend' },
    { id: 'v', kind: 'villages', scenario: 'plan' },
    { id: 'h', kind: 'history' },
    { id: 'c', kind: 'comparison', baseline: 'trend', scenarios: ['plan'] },
  ],
});
const [trend, , outcome, field, history] = notebook.cells;
const nobody = new Set<string>();

describe('the graph of cells', () => {
  it('knows who refers to whom', () => {
    expect(referencesOf(outcome!)).toEqual(['plan', 'trend']);
    expect(dependantsOf(notebook, 'trend').map(({ id }) => id)).toEqual(['o', 'c']);
    expect(dependantsOf(notebook, 'plan').map(({ id }) => id)).toEqual(['o', 'v', 'c']);
  });

  it('says which cell stands in the way, and lets the others go on', () => {
    expect(blockOf(notebook, outcome!, new Set(['trend']))).toEqual({ why: 'faulty', cell: trend });
    expect(blockOf(notebook, field!, new Set(['trend']))).toBeUndefined();
    expect(blockOf(notebook, history!, new Set(['trend', 'plan']))).toBeUndefined();
    expect(blockOf(removeCell(notebook, 'plan'), field!, nobody)).toEqual({ why: 'missing', id: 'plan' });
  });
});

describe('edits', () => {
  const ids = (edited: typeof notebook) => edited.cells.map(({ id }) => id).join();

  it('put, move and take cells', () => {
    const text = { id: 't', kind: 'text', folded: false, text: '' } as const;
    expect(ids(insertCell(notebook, text))).toBe('trend,plan,o,v,h,c,t');
    expect(ids(insertCell(notebook, text, 'o'))).toBe('trend,plan,o,t,v,h,c');
    expect(ids(insertCell(notebook, text, null))).toBe('t,trend,plan,o,v,h,c');
    expect(ids(moveCell(notebook, 'o', -1))).toBe('trend,o,plan,v,h,c');
    expect(ids(moveCell(notebook, 'o', 1))).toBe('trend,plan,v,o,h,c');
    expect(moveCell(notebook, 'trend', -1)).toBe(notebook);
    expect(moveCell(notebook, 'c', 1)).toBe(notebook);
    expect(ids(removeCell(notebook, 'plan'))).toBe('trend,o,v,h,c');
  });

  it('find a free name', () => {
    expect(freeId(notebook, 'text')).toBe('text');
    expect(freeId(insertCell(notebook, { ...trend!, id: 'trend-2' }), 'trend')).toBe('trend-3');
  });
});
