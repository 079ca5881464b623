import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../web/i18n/format.js';
import { cellText, isNumeric } from '../../../web/tables/cell-text.js';
import { headingOf } from '../../../web/tables/heading.js';

const chinese = createFormat('zh-CN', 'wan');
const english = createFormat('en', 'wan');

describe('a value in a table', () => {
  it('is written as its column means it', () => {
    expect(cellText(123_000, { title: '拨款', format: 'money' }, chinese)).toBe('12.3');
    expect(cellText(123_000, { title: 'Grant', format: 'money' }, english)).toBe('123,000');
    expect(cellText(0.187, { title: '比例', format: 'share', digits: 1 }, chinese)).toBe('18.7%');
    expect(cellText(0.9999, { title: '可能', format: 'chance' }, chinese)).toBe('>99.9%');
    expect(cellText(2020, { title: '年份', format: 'year' }, chinese)).toBe('2020');
    expect(cellText('451026100201', { title: '代码', format: 'code' }, chinese)).toBe('451026100201');
    expect(cellText(null, { title: '误差', format: 'points' }, chinese)).toBe('—');
  });

  it('has its sign where it is a difference', () => {
    expect(cellText(3.21, { title: '变化', format: 'number', digits: 1, signed: true }, chinese)).toBe('+3.2');
    expect(cellText(-0.052, { title: '变化', format: 'points', digits: 1, signed: true }, chinese)).toBe('−5.2');
    expect(cellText(0, { title: '变化', format: 'number', signed: true }, chinese)).toBe('0');
  });

  it('stands to the right where it is a quantity', () => {
    expect(
      (['text', 'code', 'year', 'month', 'number', 'money', 'share', 'chance', 'points'] as const).filter((format) =>
        isNumeric({ title: '', format }),
      ),
    ).toEqual(['number', 'money', 'share', 'chance', 'points']);
  });
});

describe('a heading', () => {
  it('names the unit once', () => {
    expect(headingOf({ title: '拨款', format: 'money' }, chinese)).toBe('拨款(万元)');
    expect(headingOf({ title: 'Grant', format: 'money' }, english)).toBe('Grant (yuan)');
    expect(headingOf({ title: '误差', format: 'points' }, chinese)).toBe('误差(百分点)');
    expect(headingOf({ title: '达标村数', format: 'number', unit: '村' }, chinese)).toBe('达标村数(村)');
    expect(headingOf({ title: '村', format: 'text' }, chinese)).toBe('村');
  });
});
