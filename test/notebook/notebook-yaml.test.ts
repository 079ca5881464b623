import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../server/base/canonical-json.js';
import { Problem } from '../../server/base/errors/problem.js';
import { Problems } from '../../server/base/errors/problems.js';
import { checkNotebook } from '../../server/notebook/check-notebook.js';
import { parseNotebook, writeNotebook } from '../../server/notebook/notebook-yaml.js';

type Fields = Readonly<Record<string, unknown>>;
const EXAMPLE = readFileSync('scenarios/napo/1357.notebook.yaml', 'utf8');

/** What is wrong with a text, in English. */
function faults(text: string): string[] {
  try {
    const { spec, lineOf } = parseNotebook(text);
    checkNotebook(spec, { lineOf });
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.problems.map((problem) => `${problem.code} ${problem.text('en')}`);
    if (error instanceof Problem) return [`${error.code} ${error.text('en')}`];
    throw error;
  }
}

describe('a notebook as YAML', () => {
  test('the example is read, and written so that it reads the same', () => {
    const { spec } = parseNotebook(EXAMPLE);
    const written = writeNotebook(spec as Fields);
    expect(canonicalJson(parseNotebook(written).spec)).toBe(canonicalJson(spec));
    expect(writeNotebook(parseNotebook(written).spec as Fields)).toBe(written);
    expect(written).toMatch(/^notebook: 1\ntitle: .*\ncounty: "451026"\ncells:\n {2}- id: question\n {4}kind: text\n/);
    expect(written).toContain('\n\n  - id: received\n');
  });

  test('any notebook comes back equal, and equal notebooks give equal texts', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
    );
    const cell = fc.record({
      scenario: fc.constantFrom('trend', { seed: 7, horizon: 3 }, { seed: 7, laterField: { a: 1 } }),
      kind: fc.constantFrom('text', 'parameters', 'later-kind'),
      title: fc.string({ unit: 'grapheme', maxLength: 20 }),
      text: fc.string({ unit: 'grapheme' }),
      more: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 4 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const spec = { notebook: 1, title: '题', cells: cells.map((one, index) => ({ id: `cell-${index}`, ...one })) };
        const text = writeNotebook(spec);
        expect(canonicalJson(parseNotebook(text).spec)).toBe(canonicalJson(spec));
        const turned = { cells: spec.cells.map((one) => Object.fromEntries(Object.entries(one).toReversed())), title: '题', notebook: 1 };
        expect(writeNotebook(turned)).toBe(text);
      }),
    );
  });

  test.each([
    [
      'notebook: 1\ntitle: a\ncells:\n  - id: x\n    kind: text\n  - id: x\n    kind: text\n',
      /^NOTEBOOK_CELL_ID_TAKEN line 6, cell "x": .*choose another id$/,
    ],
    ['notebook: 2\ntitle: a\ncells: []\n', /^NOTEBOOK_FORMAT line 1: notebook must be 1 /],
    ['notebook: 1\ntitle: a\ncels: []\ncells: []\n', /^UNKNOWN_NOTEBOOK_FIELD line 3: unknown field "cels"; did you mean cells/],
    ['notebook: 1\ntitle: a\ncells:\n  - kind: text\n', /^NOTEBOOK_FIELD line 4, cell "1": id must be one line of text/],
    [
      'notebook: 1\ntitle: a\ncounty: 451026\ncells: []\n',
      /^NOTEBOOK_FIELD line 3: county must be a six-digit county code in quotes, not 451026$/,
    ],
    ['notebook: 1\ntitle: a\ntitle: b\ncells: []\n', /^BAD_YAML .*3.*"title" stands twice/],
    ['notebook: 1\ntitle: &t a\ncells: []\nmore: *t\n', /^BAD_YAML .*4.*references are not taken/],
    ['just words', /^NOTEBOOK_FIELD .*notebook must be fields/],
    [`notebook: 1\ntitle: a\ncells: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, /^NOTEBOOK_TOO_DEEP line 3/],
    [`${'? '.repeat(5000)}\n`, /^NOTEBOOK_TOO_DEEP line 1/],
    [`title: "${'a'.repeat(300_000)}"`, /^NOTEBOOK_TOO_LARGE the notebook is 300009 bytes/],
  ])('%# names line, field and fix', (text, message) => {
    expect(faults(text)).toEqual([expect.stringMatching(message)]);
  });

  test('tells everything that is wrong at once', () => {
    expect(faults('notebook: 1\ntitle: 5\ncells:\n  - id: a\n    kind: 7\n  - nothing\n')).toHaveLength(3);
  });

  test('no text makes it throw anything but a problem', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '}', '"', '?', '&', '*', '|', '#', '!') }),
        (text) => void faults(text),
      ),
    );
  });
});

describe('a notebook as JSON', () => {
  const cells = (more: Fields) => ({ notebook: 1, title: 't', cells: [{ id: 'a', kind: 'text', ...more }] });
  const codes = (spec: unknown): string[] => {
    try {
      checkNotebook(spec, { place: ['spec'] });
      return [];
    } catch (error) {
      if (error instanceof Problems) return error.problems.map(({ code, path }) => `${code} ${path?.join('.')}`);
      throw error;
    }
  };

  test.each<[unknown, string[]]>([
    [null, ['NOTEBOOK_FIELD spec']],
    [[], ['NOTEBOOK_FIELD spec']],
    [cells({ folded: 'yes' }), ['NOTEBOOK_FIELD spec.cells.0.folded']],
    [cells({ number: Infinity }), ['NOTEBOOK_FIELD spec.cells.0.number']],
    [cells({ when: new Date(0) }), ['NOTEBOOK_FIELD spec.cells.0.when']],
    [cells({ title: 'a\u0000' }), ['NOTEBOOK_FIELD spec.cells.0.title']],
    [
      JSON.parse('{"notebook":1,"title":"t","cells":[{"id":"a","kind":"text","__proto__":{"x":1}}]}'),
      ['UNKNOWN_NOTEBOOK_FIELD spec.cells.0.__proto__'],
    ],
    [
      { notebook: 1, title: 't', cells: Array.from({ length: 201 }, (_, index) => ({ id: `${index}`, kind: 'text' })) },
      ['NOTEBOOK_TOO_MANY_CELLS spec.cells'],
    ],
    [cells({ later: { kinds: ['may', { hold: 'anything' }] } }), []],
  ])('%# is held against the form', (spec, expected) => {
    expect(codes(spec)).toEqual(expected);
  });
});
