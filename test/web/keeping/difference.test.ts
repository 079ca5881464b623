import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../web/keeping/difference.js';
import { sentenceOf } from '../../../web/keeping/difference-words.js';
import { createFormat } from '../../../web/i18n/format.js';
import { zhCn } from '../../../web/i18n/zh-cn.js';
import { keepingWords } from '../../../web/keeping/words.js';
import type { Notebook } from '../../../web/notebook/notebook.js';
import { toNotebook } from '../../../web/notebook/to-notebook.js';

const FORMATS = new Map();
const VOICE = { words: keepingWords['zh-CN'], common: zhCn, format: createFormat('zh-CN', 'wan') };
const NAMES = { ofKind: (kind: string) => `<${kind}>`, ofCell: (id: string) => (id === 'a' ? '照趋势走' : undefined) };
const notebook = (title: string, cells: readonly object[]): Notebook => toNotebook({ notebook: 1, title, cells }, FORMATS);
const cell = (id: string, more: object = {}) => ({ id, kind: 'parameters', title: id.toUpperCase(), ...more });
const said = (before: Notebook, after: Notebook) =>
  differencesOf(before, after, FORMATS).map((difference) => sentenceOf(difference, VOICE, NAMES));

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
      '“A”：默认目标 5 万元 → 6 万元，预测几年 （未写明） → 5',
      '“C”：文字有改动',
      '多了“<text>”',
    ]);
  });

  it('tells entries of lists by what they are about, money and shares in their units, cells by their titles', () => {
    const growth = (rate: number, weight: number) => ({
      growth: [
        { mode: 'TOURISM', rate: 0.1 },
        { mode: 'INDUSTRY', rate, weight },
      ],
    });
    const before = notebook('', [
      cell('p', { scenario: { ...growth(0.1, 1), policy: { neediest: { budget: 5e6, amount: 5e5, option: '鲜茧园' } } } }),
      cell('q', { scenario: { policy: { flat: { amount: 5e5 } }, options: [{ code: '鲜茧园', rate: 0.06 }] } }),
    ]);
    const after = notebook('', [
      cell('p', {
        scenario: { ...growth(0.187, 0.8), policy: { neediest: { budget: 8e6, amount: 5e5, option: '粉丝厂' } } },
        baseline: 'a',
      }),
      cell('q', {
        scenario: {
          policy: { proportional: { budget: 8e6 } },
          options: [
            { code: '粉丝厂', rate: 0.04 },
            { code: '鲜茧园', rate: 0.05 },
          ],
        },
      }),
    ]);
    expect(said(before, after)).toEqual([
      '“P”：产业 计划年增长 10.0% → 18.7%，产业 达成度 100.0% → 80.0%，预算 500 万元 → 800 万元，投向 鲜茧园 → 粉丝厂，对照 （未写明） → 照趋势走',
      '“Q”：不再每村相同，改为按缺口比例，鲜茧园 年回报率 6.0% → 5.0%，多了粉丝厂 投向',
    ]);
  });

  it('tells no more than a few fields of a cell', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, index]));
    expect(said(notebook('', [cell('a')]), notebook('', [cell('a', many)]))).toEqual([
      expect.stringMatching(/f5 （未写明） → 5，还有 3 处$/),
    ]);
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
