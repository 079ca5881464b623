import { describe, expect, it } from 'vitest';
import {
  bulletinTables,
  monthsOf,
  movedOf,
  sumsOf,
  type BulletinAnswers,
  type BulletinCell,
} from '../../../web/cells/bulletin/bulletin.js';
import type { Bulletin, BulletinRow } from '../../../web/cells/bulletin/operations.js';
import { bulletinWords } from '../../../web/cells/bulletin/words.js';
import { shown } from '../../../web/cells/cell-place.js';
import { placeOf, voiceIn } from './sample-place.js';

const row = (name: string, more: Partial<BulletinRow> = {}): BulletinRow => ({
  village: { code: name, name, township: { name: '百都乡' } },
  target: 50_000,
  inMonth: 0,
  received: 10_000,
  expectedByNow: 12_000,
  pace: 8000,
  sameMonthLastYear: 9000,
  chance: 0.9,
  standardError: 0.003,
  chanceLastMonth: 0.9,
  colour: 'GREEN',
  rank: 1,
  reported: true,
  lateDays: 0,
  flags: [],
  responsible: ['罗某', '梁某'],
  ...more,
});

const bulletin: Bulletin = {
  month: '2020-05',
  dueOn: '2020-06-05',
  reported: 2,
  missing: 1,
  demonstration: true,
  dataVersion: '41fe56d3acc67841',
  villages: [
    row('甲村', {
      colour: 'RED',
      chance: null,
      chanceLastMonth: null,
      expectedByNow: null,
      reported: false,
      lateDays: null,
      flags: [
        { code: 'REPORT_MISSING', message: '没有上报' },
        { code: 'NOTHING_THIS_YEAR', message: '今年还没有到账' },
      ],
    }),
    row('乙村', { chance: 0.6, lateDays: 3 }),
    row('丙村', { chance: 0.91 }),
  ],
  townships: [
    {
      township: { code: '451026205', name: '百都乡' },
      villages: 3,
      reported: 2,
      received: 30_000,
      target: 150_000,
      sameMonthLastYear: 27_000,
      green: 2,
      yellow: 0,
      orange: 0,
      red: 1,
    },
  ],
};

const cell: BulletinCell = { id: 'b', kind: 'bulletin', title: '', folded: false, month: null, township: null, show: 'attention' };
const tables = (show: BulletinCell['show'], answers: BulletinAnswers = { bulletin: { bulletin } }) =>
  bulletinTables(shown(placeOf(), { ...cell, show }, answers, voiceIn('zh-CN', bulletinWords)));

describe('the bulletin', () => {
  it('offers the months up to the last one there are data of', () => {
    expect(monthsOf('2020-02').slice(0, 3)).toEqual(['2020-02', '2020-01', '2019-12']);
    expect(monthsOf(null)).toEqual([]);
  });

  it('lists who needs somebody with what is wrong in the order told, and says that the figures are generated', () => {
    const [villages, townships] = tables('attention');
    expect(villages?.title).toBe('2020-05 要盯的村');
    expect(villages?.source).toMatch(/^示例数据\(合成\) · .*41fe56d3acc6$/);
    expect(villages?.rows).toEqual([
      ['甲村', '百都乡', '■ 红', '没有上报；今年还没有到账', null, null, 10_000, 0, null, 8000, 9000, 50_000, 1, '未报', '罗某、梁某'],
    ]);
    expect(townships?.rows).toEqual([['百都乡', 3, 2, 1, 0, 0, 2, 30_000, 27_000, 150_000, 0.2]]);
    expect(tables('all')[0]?.rows.map(([name, , , , , change, , , , , , , , report]) => [name, change, report])).toEqual([
      ['甲村', null, '未报'],
      ['乙村', expect.closeTo(-0.3, 9), '迟 3 天'],
      ['丙村', expect.closeTo(0.01, 9), '按时'],
    ]);
    expect(tables('all', {})).toEqual([]);
  });

  it('sums what all have, counts whose chance moved beyond its error, and knows no last year where one lacks it', () => {
    expect(sumsOf(bulletin)).toEqual({ received: 30_000, lastYear: 27_000, target: 150_000 });
    expect(sumsOf({ ...bulletin, villages: [row('甲'), row('乙', { sameMonthLastYear: null })] }).lastYear).toBeNull();
    expect(movedOf(bulletin)).toEqual({ fell: 1, rose: 0 });
  });
});
