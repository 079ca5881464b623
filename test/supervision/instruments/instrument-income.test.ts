import { describe, expect, test } from 'vitest';
import { monthOf } from '../../../server/base/month.js';
import { instrumentIncome, type MonthlyReceipts } from '../../../server/supervision/instruments/instrument-income.js';
import type { EntryOf } from '../../../server/supervision/register/register.js';
import type { Instrument, instruments } from '../../../server/supervision/registers/instrument.js';

type Tag = EntryOf<typeof instruments>;

const tag = (instrument: Instrument, values: Partial<Tag['values']>): Tag => ({
  id: `${instrument} ${JSON.stringify(values)}`,
  register: 'instrument',
  county: '451026',
  revision: 1,
  createdAt: '',
  updatedAt: '',
  updatedBy: null,
  values: { village: 'A', instrument, project: null, since: '2018-01', until: null, remark: null, documents: [], ...values },
});
const receipt = (month: string, amount: number, more: Partial<MonthlyReceipts> = {}): MonthlyReceipts => {
  const [year, number] = month.split('-').map(Number);
  return { village: 'A', mode: 'SERVICE', project: null, month: monthOf(year!, number!), amount, ...more };
};
const told = (tags: readonly Tag[], receipts: readonly MonthlyReceipts[]) =>
  instrumentIncome(tags, receipts, 2020).map(({ instrument, villages, projects, received, yearBefore }) => [
    instrument,
    villages,
    projects,
    received,
    yearBefore,
  ]);

describe('what an instrument brought', () => {
  const receipts = [
    receipt('2019-06', 1),
    receipt('2020-01', 20),
    receipt('2020-05', 300),
    receipt('2020-05', 4_000, { project: 'P' }),
    receipt('2020-05', 50_000, { mode: 'TOURISM' }),
    receipt('2020-05', 600_000, { village: 'B' }),
  ];

  test('is what its village received in its mode from no project, or what its project brought, while the tag holds', () => {
    expect(told([tag('ROAD_CARE', {})], receipts)).toEqual([['ROAD_CARE', ['A'], 0, 320, 1]]);
    expect(told([tag('ROAD_CARE', { since: '2020-02' })], receipts)).toEqual([['ROAD_CARE', ['A'], 0, 300, 0]]);
    expect(told([tag('ROAD_CARE', { until: '2020-03' })], receipts)).toEqual([['ROAD_CARE', ['A'], 0, 20, 1]]);
    expect(told([tag('SMALL_WORKS', { project: 'P' })], receipts)).toEqual([['SMALL_WORKS', ['A'], 1, 4_000, 0]]);
  });

  test('counts once what several tags of one instrument name, and nothing of tags that hold in another year', () => {
    expect(told([tag('ROAD_CARE', {}), tag('ROAD_CARE', { since: '2019-01' })], receipts)).toEqual([['ROAD_CARE', ['A'], 0, 320, 1]]);
    expect(told([tag('ROAD_CARE', { until: '2019-12' }), tag('TIMBER', { since: '2021-01' })], receipts)).toEqual([]);
  });

  test('is told in the order of the modes, for every village that uses it', () => {
    const tags = [tag('TOURISM_PARTNERSHIP', {}), tag('ROAD_CARE', { village: 'B' }), tag('ROAD_CARE', {})];
    expect(told(tags, receipts)).toEqual([
      ['ROAD_CARE', ['A', 'B'], 0, 600_320, 1],
      ['TOURISM_PARTNERSHIP', ['A'], 0, 50_000, 0],
    ]);
  });
});
