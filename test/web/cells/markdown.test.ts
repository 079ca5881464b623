import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../web/cells/text/markdown.js';

const plain = (text: string) => [{ text, bold: false }];

describe('readMarkdown', () => {
  it('reads headings, paragraphs, lists and bold', () => {
    expect(readMarkdown('## 题\n一行\n二**粗**行\n\n- 甲\n- 乙\n1. 丙\n2、丁')).toEqual([
      { kind: 'heading', level: 2, runs: plain('题') },
      {
        kind: 'paragraph',
        lines: [plain('一行'), [...plain('二'), { text: '粗', bold: true }, ...plain('行')]],
      },
      { kind: 'list', ordered: false, items: [plain('甲'), plain('乙')] },
      { kind: 'list', ordered: true, items: [plain('丙'), plain('丁')] },
    ]);
  });

  it('leaves everything else text', () => {
    const text = '<img src=x onerror=alert(1)> [a](javascript:b) **open';
    expect(readMarkdown(text)).toEqual([{ kind: 'paragraph', lines: [plain(text)] }]);
    expect(readMarkdown(' \n')).toEqual([]);
  });
});
