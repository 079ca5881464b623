import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../web/keeping/difference.js';
import { sentenceOf } from '../../../web/keeping/difference-words.js';
import { keepingWords } from '../../../web/keeping/words.js';
import type { Notebook } from '../../../web/notebook/notebook.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const FORMATS = new Map();
const notebook = (title: string, cells: readonly object[]): Notebook => toNotebook({ notebook: 1, title, cells }, FORMATS);
const cell = (id: string, more: object = {}) => ({ id, kind: 'parameters', title: id.toUpperCase(), ...more });
const said = (before: Notebook, after: Notebook) =>
  differencesOf(before, after, FORMATS).map((difference) => sentenceOf(difference, keepingWords['zh-CN'], (kind) => `<${kind}>`));

describe('what two states differ by, in words', () => {
  it('names titles, cells that came, went and moved, and fields with both values', () => {
    const before = notebook('甲', [cell('a', { scenario: { seed: 7, target: { default: 50_000 } } }), cell('b'), cell('c'), cell('d')]);
    const after = notebook('乙', [
      cell('d'),
      cell('a', { scenario: { seed: 7, target: { default: 60_000 }, horizon: 5 } }),
      cell('c', { text: '很长'.repeat(40) }),
      { id: 'e', kind: 'text' },
    ]);
    expect(said(before, after)).toEqual([
      '标题：“甲”改为“乙”',
      '少了“B”',
      '“D”换了位置',
      '“A”：scenario.target.default 50000 → 60000，scenario.horizon （无） → 5',
      '“C”：text 改了文字',
      '多了“<text>”',
    ]);
  });

  it('tells no more than a few fields of a cell', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, index]));
    expect(said(notebook('', [cell('a')]), notebook('', [cell('a', many)]))).toEqual([expect.stringMatching(/f5 （无） → 5，还有 3 处$/)]);
  });

  it('is nothing between equal states, and something between others', () => {
    const cells = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), kind: fc.constant('text'), n: fc.nat(3) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(cells, cells, (left, right) => {
        const [before, after] = [notebook('', left), notebook('', right)];
        expect(differencesOf(before, after, FORMATS).length === 0).toBe(JSON.stringify(before) === JSON.stringify(after));
        const moved = differencesOf(before, after, FORMATS).filter(({ sort }) => sort === 'moved').length;
        const common = left.filter(({ id }) => right.some((other) => other.id === id)).length;
        expect(moved).toBeLessThan(Math.max(common, 1));
      }),
    );
  });
});
