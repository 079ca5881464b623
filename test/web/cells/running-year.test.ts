import { describe, expect, it } from 'vitest';
import type { RunningMonth, RunningYear } from '../../../web/cells/running-year/operations.js';
import { rowsOf, sentenceOf } from '../../../web/cells/running-year/running-year.js';
import { runningYearWords } from '../../../web/cells/running-year/words.js';
import { voiceIn } from './sample-place.js';

const estimate = (mean: number) => ({ mean, standardError: 0.004, low: mean, high: mean });
const month = (name: string, chance: number, before: number | null, own: number, amount = 0): RunningMonth => ({
  month: name,
  chance,
  standardError: 0.005,
  change: before === null ? null : estimate(chance - before),
  ownPart: before === null ? null : estimate(own),
  commonPart: before === null ? null : estimate(chance - before - own),
  receipts:
    before === null
      ? []
      : [{ mode: 'INDUSTRY', industry: null, park: null, project: null, amount, receivedSoFar: amount, expectedSoFar: 3000 }],
});
const year = (...months: RunningMonth[]): RunningYear => ({ year: 2020, target: 50_000, seed: 1357, trials: 10_000, months });
const voice = voiceIn('zh-CN', runningYearWords);

describe('the year so far', () => {
  const moved = year(month('2019-12', 0.4, null, 0), month('2020-01', 0.7, 0.4, 0.28, 8000), month('2020-02', 0.65, 0.7, -0.01));

  it('goes from month to month, each from where the one before it ended, with the money that came', () => {
    expect(rowsOf(moved, voice)).toEqual([
      { key: '2020-01', name: '1 月', detail: '到账 0.8 万元', before: 0.4, after: 0.7, standardError: 0.004 },
      { key: '2020-02', name: '2 月', detail: '到账 0 万元', before: 0.7, after: 0.65, standardError: 0.004 },
    ]);
  });

  it('says which month moved it most and through whom; what simulation alone makes is no move', () => {
    expect(sentenceOf(moved, voice)).toBe(
      '年初达标的可能是 40%，到 2 月底是 65%。变化最大的是 1 月，升了 30.0 个百分点，主要因为本村的钱来了或没来。',
    );
    const told = year(month('2019-12', 0.4, null, 0), month('2020-01', 0.3, 0.4, -0.02));
    expect(sentenceOf(told, voice)).toMatch(/降了 10\.0 个百分点，主要因为别的村的到账说明今年整体好或不好。$/);
    expect(sentenceOf(year(month('2019-12', 0.4, null, 0), month('2020-01', 0.405, 0.4, 0)), voice)).toMatch(
      /没有哪个月的变化超出模拟误差。$/,
    );
    expect(sentenceOf(year(month('2019-12', 0.4, null, 0)), voice)).toBe('今年还没有一个月的数，年初达标的可能是 40%。');
  });
});
