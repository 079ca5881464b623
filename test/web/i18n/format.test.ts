import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../web/i18n/format.js';

const wan = createFormat('zh-CN', 'wan');
const yuan = createFormat('zh-CN', 'yuan');
const english = createFormat('en', 'wan');

describe('numbers as people write them', () => {
  it('money in 万元, 元 or, in English, always yuan', () => {
    expect(wan.money(123_456)).toBe('12.3 万元');
    expect(wan.money(50_000)).toBe('5 万元');
    expect(wan.money(9_270_000)).toBe('927 万元');
    expect(wan.money(12_345_678)).toBe('1,235 万元');
    expect(yuan.money(123_456)).toBe('123,456 元');
    expect(english.money(123_456)).toBe('¥123,456');
    expect(english.money(-5)).toBe('−¥5');
    expect(english.yuanPerUnit).toBe(1);
  });

  it('chances never rounded to certainty, errors never to none', () => {
    expect([0, 0.0009, 0.005, 0.624, 0.994, 0.9995].map(wan.chance)).toEqual(['<0.1%', '<0.1%', '0.5%', '62%', '99.4%', '>99.9%']);
    expect([0, 0.0098].map(wan.error)).toEqual(['<0.1 个百分点', '±1.0 个百分点']);
    expect(english.error(0.0098)).toBe('±1.0 points');
  });

  it('growth with its sign', () => {
    expect([0.187, -0.03, 0].map(wan.growth)).toEqual(['+18.7%', '−3.0%', '0.0%']);
  });

  it('times', () => {
    expect(wan.seconds(42)).toBe('0.04 秒');
    expect(english.seconds(1234)).toBe('1.23 s');
    expect(wan.time(new Date(2020, 5, 12, 14, 32))).toBe('14:32');
  });
});
