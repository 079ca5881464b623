import { describe, expect, it } from 'vitest';
import { duplicateCell, freeId, insertCell, moveCell, moveCellTo, removeCell } from '../../../web/notebook/edit.js';
import { CELL_KINDS } from '../../../web/cells/registry.js';
import { cellName, type CellFields } from '../../../web/notebook/fields.js';
import { referencesOf, withReference, type CellFormats } from '../../../web/notebook/cell-format.js';
import { blockOf, dependantsOf } from '../../../web/notebook/graph.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const notebook = toNotebook(
  {
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
  },
  CELL_KINDS,
);
const [trend, , outcome, field, history] = notebook.cells;
const nobody = new Set<string>();
const scenario = { id: 'plan', role: 'scenario', kinds: ['parameters'] };

describe('the graph of cells', () => {
  it('knows who refers to whom', () => {
    expect(referencesOf(outcome!, CELL_KINDS)).toEqual([scenario, { id: 'trend', role: 'baseline', kinds: ['parameters'] }]);
    expect(dependantsOf(notebook, 'trend', CELL_KINDS).map(({ id }) => id)).toEqual(['o', 'c']);
    expect(dependantsOf(notebook, 'plan', CELL_KINDS).map(({ id }) => id)).toEqual(['o', 'v', 'c']);
  });

  it('says which cell stands in the way, and lets the others go on', () => {
    expect(blockOf(notebook, outcome!, new Set(['trend']), CELL_KINDS)).toEqual({ why: 'faulty', cell: trend });
    expect(blockOf(notebook, field!, new Set(['trend']), CELL_KINDS)).toBeUndefined();
    expect(blockOf(notebook, history!, new Set(['trend', 'plan']), CELL_KINDS)).toBeUndefined();
    expect(blockOf(removeCell(notebook, 'plan'), field!, nobody, CELL_KINDS)).toEqual({ why: 'missing', reference: scenario });
  });
});

describe('a chain of cells', () => {
  const formats: CellFormats = new Map<string, { readonly fields: CellFields }>([
    ['plan', { fields: {} }],
    ['report', { fields: { plan: cellName('plan', 'plan', 'report') } }],
  ]);
  const chain = toNotebook(
    {
      notebook: 1,
      title: '',
      cells: [
        { id: 'p', kind: 'plan' },
        { id: 'r', kind: 'report', plan: 'p' },
        { id: 's', kind: 'report', plan: 'r' },
        { id: 'ring', kind: 'report', plan: 'ring' },
      ],
    },
    formats,
  );

  it('is blocked by what stands at its beginning', () => {
    const [plan, , last, ring] = chain.cells;
    expect(blockOf(chain, last!, new Set(['p']), formats)).toEqual({ why: 'faulty', cell: plan });
    expect(blockOf(chain, last!, nobody, formats)).toBeUndefined();
    expect(blockOf(chain, ring!, nobody, formats)).toMatchObject({ why: 'missing', reference: { id: 'ring' } });
  });
});

describe('edits', () => {
  const ids = (edited: typeof notebook) => edited.cells.map(({ id }) => id).join();

  it('put, move and take cells', () => {
    const text = { id: 't', kind: 'text', title: '', folded: false };
    expect(ids(insertCell(notebook, text))).toBe('trend,plan,o,v,h,c,t');
    expect(ids(insertCell(notebook, text, 'o'))).toBe('trend,plan,o,t,v,h,c');
    expect(ids(insertCell(notebook, text, null))).toBe('t,trend,plan,o,v,h,c');
    expect(ids(moveCell(notebook, 'o', -1))).toBe('trend,o,plan,v,h,c');
    expect(ids(moveCell(notebook, 'o', 1))).toBe('trend,plan,v,o,h,c');
    expect(moveCell(notebook, 'trend', -1)).toBe(notebook);
    expect(moveCell(notebook, 'c', 1)).toBe(notebook);
    expect(ids(removeCell(notebook, 'plan'))).toBe('trend,o,v,h,c');
    expect(ids(moveCellTo(notebook, 'trend', 3))).toBe('plan,o,trend,v,h,c');
    expect(ids(moveCellTo(notebook, 'c', 0))).toBe('c,trend,plan,o,v,h');
    expect(ids(moveCellTo(notebook, 'trend', 6))).toBe('plan,o,v,h,c,trend');
    for (const gap of [2, 3, 7, -1]) expect(moveCellTo(notebook, 'o', gap)).toBe(notebook);
  });

  it('copy a cell under a name of its own; what referred to it still does', () => {
    const { notebook: copied, id } = duplicateCell(notebook, trend!, 'Trend (copy)');
    expect(ids(copied)).toBe('trend,trend-2,plan,o,v,h,c');
    expect(copied.cells[1]).toEqual({ ...trend, id, title: 'Trend (copy)' });
    expect(duplicateCell(copied, copied.cells[1]!, '').id).toBe('trend-3');
    expect(dependantsOf(copied, id, CELL_KINDS)).toEqual([]);
  });

  it('give a cell another one to refer to', () => {
    expect(withReference(outcome!, 'trend', 'new', CELL_KINDS)).toEqual({ ...outcome, baseline: 'new' });
    const comparison = notebook.cells.at(-1)!;
    expect(withReference(comparison, 'plan', 'new', CELL_KINDS)).toEqual({ ...comparison, scenarios: ['new'] });
    expect(withReference(history!, 'trend', 'new', CELL_KINDS)).toEqual(history);
  });

  it('find a free name', () => {
    expect(freeId(notebook, 'text')).toBe('text');
    expect(freeId(insertCell(notebook, { ...trend!, id: 'trend-2' }), 'trend')).toBe('trend-3');
  });
});
