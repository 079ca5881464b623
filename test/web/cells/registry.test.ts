import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CELL_KINDS, kindOf } from '../../../web/cells/registry.js';
import { insertCell } from '../../../web/notebook/edit.js';
import { blockOf } from '../../../web/notebook/graph.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';
import { toSpec } from '../../../web/notebook/to-spec.js';
import { placeOf } from './sample-place.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const kinds = [...CELL_KINDS.values()];
const place = placeOf(
  { id: 'a', kind: 'parameters', title: 'A', scenario: { horizon: 2 } },
  {
    id: 'b',
    kind: 'parameters',
    scenario: { options: [{ code: '鲜茧园', mode: 'INDUSTRY' }], policy: { flat: { amount: 500_000, option: '鲜茧园' } } },
  },
);

describe('the kinds of cells', () => {
  it('are the folders that define one, each under its own name', () => {
    const folders = readdirSync('web/cells', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const defining = folders.filter(({ name }) => readdirSync(`web/cells/${name}`).includes('kind.ts')).map(({ name }) => name);
    expect([...CELL_KINDS.keys()].toSorted()).toEqual(defining.toSorted());
  });

  it('give way to one that says so where a kind is not known', () => {
    expect(kindOf({ id: 'x', kind: 'weather', title: '', folded: false }).words.en.kind).toBe('Unknown');
  });
});

describe.each(kinds)('a new cell of the kind $kind', (kind) => {
  const cell = kind.fresh('new', place, kind.words['zh-CN']);
  const notebook = insertCell(place.notebook, cell);

  it('is read back from its file as it was', () => {
    expect(toNotebook(toSpec(notebook, CELL_KINDS), CELL_KINDS)).toEqual(notebook);
  });

  it('has everything it refers to, and asks what the published schema answers', () => {
    expect(blockOf(notebook, cell, new Set(), CELL_KINDS)).toBeUndefined();
    for (const { query } of Object.values(kind.requests(cell, { ...place, notebook }) ?? {}))
      expect(validate(schema, parse(query))).toEqual([]);
  });

  it('stands also in an empty notebook, where it asks only what nothing blocks', () => {
    const empty = placeOf();
    const alone = kind.fresh('new', empty, kind.words.en);
    const block = blockOf(insertCell(empty.notebook, alone), alone, new Set(), CELL_KINDS);
    const asked = block ? [] : Object.values(kind.requests(alone, empty) ?? {});
    expect(asked.flatMap(({ query }) => validate(schema, parse(query)))).toEqual([]);
  });
});
