import { expect, test } from 'vitest';
import { monthOf } from '../../../server/base/month.js';
import { monthReporting, reportingCounts } from '../../../server/supervision/reporting/reporting.js';
import type { EntryOf } from '../../../server/supervision/register/register.js';
import type { reports } from '../../../server/supervision/registers/report.js';

type Report = EntryOf<typeof reports>;

let made = 0;
const report = (village: string, reportedOn: string, more: Partial<Report['values']> = {}): Report => ({
  id: String((made += 1)),
  register: 'report',
  county: '451026',
  revision: 1,
  createdAt: '2020-06-01T00:00:00.000Z',
  updatedAt: '2020-06-01T00:00:00.000Z',
  updatedBy: null,
  values: {
    village,
    month: '2020-05',
    source: '乡镇',
    amount: 100,
    reportedOn,
    reportedBy: '黄某',
    confirmed: null,
    documents: [],
    ...more,
  },
});
const told = (own: readonly Report[], on = '2020-06-30') =>
  monthReporting(
    { villages: ['1', '2', '3'], reports: own, booked: new Map([['1', { village: '1', amount: 130, importedAt: '', importedBy: '' }]]) },
    { month: monthOf(2020, 5), dueDay: 5, on },
  );
const seen = (own: readonly Report[], on?: string) => told(own, on).villages.map(({ state, lateDays }) => [state, lateDays]);

test('a report is in time up to the due day, late after it, and missing once that is over', () => {
  const own = [report('1', '2020-06-05'), report('2', '2020-06-06'), report('3', '2020-06-01', { month: '2020-04' })];
  expect(told(own).dueOn).toBe('2020-06-05');
  expect(seen(own)).toEqual([
    ['ON_TIME', 0],
    ['LATE', 1],
    ['MISSING', 25],
  ]);
  expect(seen(own, '2020-06-05')).toEqual([
    ['ON_TIME', 0],
    ['PENDING', 0],
    ['PENDING', 0],
  ]);
});

test('the first of several reports says when a village reported', () => {
  expect(told([report('1', '2020-06-09'), report('1', '2020-06-03')]).villages[0]).toMatchObject({
    state: 'ON_TIME',
    reportedOn: '2020-06-03',
  });
});

test('a figure is agreed, differing, or the one that was confirmed last', () => {
  const figure = (own: readonly Report[]) => {
    const { figure: state, amount, bookedDifference } = told(own).villages[0]!;
    return [state, amount, bookedDifference];
  };
  const [first, second] = [report('1', '2020-06-03'), report('1', '2020-06-04', { amount: 130, source: '县委组织部' })];
  expect(figure([])).toEqual(['NONE', null, null]);
  expect(figure([report('1', '2020-06-03', { amount: null })])).toEqual(['NONE', null, null]);
  expect(figure([first, report('1', '2020-06-04')])).toEqual(['AGREED', 100, 30]);
  expect(figure([first, second])).toEqual(['DIFFERING', null, null]);
  const confirmed = (one: Report, updatedAt: string): Report => ({ ...one, updatedAt, values: { ...one.values, confirmed: true } });
  expect(figure([first, confirmed(second, '2020-06-10')])).toEqual(['CONFIRMED', 130, 0]);
  expect(figure([confirmed(first, '2020-06-11'), confirmed(second, '2020-06-10')])).toEqual(['CONFIRMED', 100, 30]);
});

test('every village stands in exactly one state', () => {
  const { villages } = told([
    report('1', '2020-06-05', { documents: ['a'] }),
    report('1', '2020-06-07', { amount: 7 }),
    report('2', '2020-06-06'),
  ]);
  expect(reportingCounts(villages)).toEqual({ villages: 3, onTime: 1, late: 1, pending: 0, missing: 1, differing: 1, withEvidence: 1 });
});
