import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../web/cells/text/markdown.js';

const plain = (text: string) => [{ text }];

describe('readMarkdown', () => {
  it('reads headings, paragraphs, lists and bold', () => {
    expect(readMarkdown('## 题\n一行\n二**粗**行\n\n- 甲\n- 乙\n1. 丙\n2、丁')).toEqual([
      { kind: 'heading', level: 2, runs: plain('题') },
      {
        kind: 'paragraph',
        lines: [plain('一行'), [...plain('二'), { text: '粗', mark: 'bold' }, ...plain('行')]],
      },
      { kind: 'list', ordered: false, items: [plain('甲'), plain('乙')] },
      { kind: 'list', ordered: true, items: [plain('丙'), plain('丁')] },
    ]);
  });

  it('takes what is between backticks as it stands', () => {
    expect(readMarkdown('用 `a**b**c` 查')).toEqual([
      { kind: 'paragraph', lines: [[{ text: '用 ' }, { text: 'a**b**c', mark: 'code' }, { text: ' 查' }]] },
    ]);
  });

  it('leaves everything else text', () => {
    const text = '<img src=x onerror=alert(1)> [a](javascript:b) **open `too';
    expect(readMarkdown(text)).toEqual([{ kind: 'paragraph', lines: [plain(text)] }]);
    expect(readMarkdown(' \n')).toEqual([]);
  });
});
