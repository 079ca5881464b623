import { describe, expect, it } from 'vitest';
import type { VillageChance } from '../../../web/cells/villages/operations.js';
import { fieldRows, foundVillages, markOf, tally, villageText } from '../../../web/cells/villages/villages.js';
import { villagesWords } from '../../../web/cells/villages/words.js';
import { voiceIn } from './sample-place.js';

const village = (code: string, name: string, township: string, chance: number, mean = 50_000, grant = 0): VillageChance => ({
  village: { code, name, township: { code: township, name: `${township}乡` } },
  target: 50_000,
  grant,
  chance,
  standardError: 0.005,
  income: { mean, bands: [] },
});
const villages = [
  village('3', '永宁村', 'B', 0.9),
  village('1', '规良村', 'A', 0.5, 60_000, 500_000),
  village('2', '永安村', 'A', 0.1),
  village('4', '坡芽村', 'B', 0, 0),
];
const voice = voiceIn('zh-CN', villagesWords);

describe('the village field', () => {
  it('has a word for every village, also for one that nothing pays', () => {
    expect(villages.map(markOf)).toEqual(['sure', 'open', 'unlikely', 'nothing']);
    expect(tally(villages)).toEqual({ sure: 1, open: 1, unlikely: 1, nothing: 1 });
  });

  it('shows townships in order, with how many are expected to reach', () => {
    const rows = fieldRows(villages, voice);
    expect(rows.map(({ name, tally: count, dots }) => [name, count, dots.map(({ key }) => key)])).toEqual([
      ['A乡', '1/2', ['1', '2']],
      ['B乡', '1/2', ['3', '4']],
    ]);
  });

  it('reads a dot out with number, error, word and grant', () => {
    expect(villageText(villages[1]!, voice)).toBe('规良村(A乡)达标可能 50%(误差 ±1.0 个百分点)，说不准，拨款 50 万元');
  });

  it('finds by name, township or code', () => {
    expect([...foundVillages(villages, ' 永 ')!]).toEqual(['3', '2']);
    expect([...foundVillages(villages, 'B乡')!]).toEqual(['3', '4']);
    expect([...foundVillages(villages, '4')!]).toEqual(['4']);
    expect(foundVillages(villages, '无此村')!.size).toBe(0);
    expect(foundVillages(villages, '  ')).toBeNull();
  });
});
