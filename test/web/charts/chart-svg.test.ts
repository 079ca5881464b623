import { describe, expect, it } from 'vitest';
import { checkPlainSvg } from '../../../server/pictures/plain-svg.js';
import { chartSvg, wrapText } from '../../../web/charts/chart-svg.js';
import { textWidth } from '../../../web/charts/text-width.js';

const sheet = {
  title: '达标 < 全部 & "其他"',
  unit: '单位：村',
  caption: '横：预测的可能；纵：实际发生的比例 · 来源：10,000 次模拟',
  width: 300,
  height: 100,
  drawing: '<rect width="10" height="10" fill="rgb(1, 2, 3)"/>',
  legend: Array.from({ length: 5 }, (_, index) => ({ mark: '<circle r="3"/>', text: `第 ${index} 种分法` })),
  colours: { paper: '#fff', ink: '#111', soft: '#666' },
};

describe('a chart as a file', () => {
  it('says title, unit, legend and source, and is plain enough to be drawn by the server', () => {
    const svg = chartSvg(sheet);
    checkPlainSvg(svg);
    expect(svg).toContain('<title>达标 &lt; 全部 &amp; &quot;其他&quot;</title>');
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
    for (const part of ['单位：村', '第 0 种分法', '第 4 种分法', '来源：10,000']) expect(texts).toContain(part);
  });

  it('has room for all that it holds', () => {
    const svg = chartSvg(sheet);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
    for (const [, x, y, size, text] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"[^>]*>([^<]*)</g)) {
      expect(Number(x) + textWidth(text!, Number(size))).toBeLessThanOrEqual(width! + 12);
      expect(Number(y)).toBeLessThan(height!);
    }
  });

  it('breaks lines where a reader would', () => {
    expect(wrapText('达标的可能，误差', 60)).toEqual(['达标的可能，', '误差']);
    expect(wrapText('one two three', 50)).toEqual(['one two', 'three']);
    expect(wrapText('', 50)).toEqual([]);
  });
});
