import { expect, test } from 'vitest';
import { codeOf, INDUSTRY_WORDS, MODE_WORDS, STAGE_WORDS } from '../../server/base/vocabulary.js';

test('a code is found by itself, by its words in both languages, and by known variants', () => {
  expect(['INDUSTRY', 'industry', '产业', ' 产业模式 ', '产业经济'].map((word) => codeOf(MODE_WORDS, word))).toEqual(
    Array.from({ length: 5 }, () => 'INDUSTRY'),
  );
  expect(codeOf(INDUSTRY_WORDS, '桑蚕')).toBe('SERICULTURE');
  expect(codeOf(MODE_WORDS, '农业')).toBeUndefined();
});

test('only what is past 公示 is committed', () => {
  expect(['申报', '推荐', '审批', '审核', '公示', '公示中'].map((word) => codeOf(STAGE_WORDS, word))).not.toContain('COMMITTED');
  expect(['已公示', '开工', '在建', '交付', '投产', 'committed'].map((word) => codeOf(STAGE_WORDS, word))).toEqual(
    Array.from({ length: 6 }, () => 'COMMITTED'),
  );
});

test.each([MODE_WORDS, INDUSTRY_WORDS, STAGE_WORDS])('no word means two codes', (words) => {
  const all = Object.values(words).flatMap(({ zh, en, also }) => [zh, en.toLowerCase(), ...also]);
  expect(new Set(all).size).toBe(all.length);
});
