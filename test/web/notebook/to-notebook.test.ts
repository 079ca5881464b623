import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CELL_KINDS } from '../../../web/cells/registry.js';
import { NotebookFormatError } from '../../../web/notebook/reader.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';
import { toSpec } from '../../../web/notebook/to-spec.js';

const problemsOf = (spec: unknown) => {
  try {
    toNotebook(spec, CELL_KINDS);
    return [];
  } catch (error) {
    if (error instanceof NotebookFormatError) return error.problems;
    throw error;
  }
};

const EXAMPLES = readdirSync('scenarios/napo').filter((name) => name.endsWith('.notebook.yaml'));

describe('toNotebook', () => {
  it.each(EXAMPLES)('reads the finished example %s, and writes it back as it was', (name) => {
    const spec: unknown = parse(readFileSync(`scenarios/napo/${name}`, 'utf8'));
    expect(toSpec(toNotebook(spec, CELL_KINDS), CELL_KINDS)).toEqual(spec);
  });

  it('fills in what is left out', () => {
    const notebook = toNotebook({ notebook: 1, title: 't', cells: [{ id: 'a', kind: 'outcome', scenario: 's' }] }, CELL_KINDS);
    expect(notebook).toEqual({
      title: 't',
      county: null,
      cells: [{ id: 'a', kind: 'outcome', title: '', folded: false, scenario: 's', year: null, baseline: null }],
    });
  });

  it('tells everything that is wrong, with its place', () => {
    const cells = [
      { id: 'a', kind: 'text' },
      { id: 'b', kind: 'history', period: 'week' },
      { id: 'c', kind: 3 },
      { id: 'd', kind: 'parameters', scenario: { growth: [{ mode: '产业', rate: '18%' }], options: [{ mode: 'INDUSTRY' }] } },
      { id: 'e', kind: 'village', scenario: 'd', village: 451026205202, year: '2021' },
    ];
    expect(problemsOf({ notebook: 1, title: 5, county: 451026, language: 'English', cells })).toEqual([
      { path: 'title', expected: 'text', found: 5 },
      { path: 'county', expected: 'text in quotes', found: 451026 },
      { path: 'language', expected: 'zh-CN or en', found: 'English' },
      { path: 'cells[0].text', expected: 'text', found: undefined },
      { path: 'cells[1].period', expected: 'year or month', found: 'week' },
      { path: 'cells[2].kind', expected: 'the name of a kind of cell', found: 3 },
      { path: 'cells[3].scenario.growth[0].mode', expected: 'one of INDUSTRY, PROPERTY, SERVICE, RESOURCE, TOURISM', found: '产业' },
      { path: 'cells[3].scenario.growth[0].rate', expected: 'a number', found: '18%' },
      { path: 'cells[3].scenario.options[0].code', expected: 'text', found: undefined },
      { path: 'cells[4].year', expected: 'a number', found: '2021' },
      { path: 'cells[4].village', expected: 'text', found: 451026205202 },
    ]);
  });

  it('keeps a cell of a kind that it does not know word for word', () => {
    const cell = { id: 'a', kind: 'weather', title: 'Rain', folded: true, station: { code: 57, months: ['2020-05'] } };
    const odd = { id: 'b', kind: 'weather', title: 12, folded: 'half' };
    const written = { notebook: 1, title: '', cells: [cell, odd] };
    const notebook = toNotebook(written, CELL_KINDS);
    expect(notebook.cells.map(({ title, folded }) => [title, folded])).toEqual([
      ['Rain', true],
      ['', false],
    ]);
    expect(toSpec(notebook, CELL_KINDS)).toEqual(written);
  });

  it('refuses two cells of one name', () => {
    const cell = { id: 'a', kind: 'text', text: '' };
    expect(problemsOf({ notebook: 1, title: '', cells: [cell, cell] })).toEqual([
      { path: 'cells[1].id', expected: 'a name no other cell has', found: 'a' },
    ]);
  });

  it('knows what a later version wrote from what is no notebook', () => {
    expect(() => toNotebook({ notebook: 2, cells: [] }, CELL_KINDS)).toThrow(expect.objectContaining({ tooNew: true }));
    expect(() => toNotebook('a notebook', CELL_KINDS)).toThrow(expect.objectContaining({ tooNew: false }));
  });
});
