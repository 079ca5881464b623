import { describe, expect, it } from 'vitest';
import { freeId, insertCell, moveCell, removeCell } from '../../../web/notebook/edit.js';
import { CELL_KINDS } from '../../../web/cells/registry.js';
import { cellName, type CellFields } from '../../../web/notebook/fields.js';
import { referencesOf, type CellFormats } from '../../../web/notebook/cell-format.js';
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
  });

  it('find a free name', () => {
    expect(freeId(notebook, 'text')).toBe('text');
    expect(freeId(insertCell(notebook, { ...trend!, id: 'trend-2' }), 'trend')).toBe('trend-3');
  });
});
