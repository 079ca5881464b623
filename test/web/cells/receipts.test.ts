import { describe, expect, it } from 'vitest';
import type { IncomeGroup } from '../../../web/cells/history/operations.js';
import { periodIncomes } from '../../../web/cells/receipts.js';

const group = (period: number | string, mode: IncomeGroup['mode'], amount: number): IncomeGroup =>
  typeof period === 'number' ? { mode, year: period, month: null, amount } : { mode, year: null, month: period, amount };

describe('periodIncomes', () => {
  it('makes a row of every year, also of one without receipts, and knows the running one', () => {
    const rows = periodIncomes([group(2018, 'SERVICE', 5), group(2020, 'INDUSTRY', 1), group(2020, 'SERVICE', -2)], '2020-05');
    expect(rows.map(({ period, byMode, total, partial }) => ({ period, byMode, total, partial }))).toEqual([
      { period: '2018', byMode: [0, 0, 5, 0, 0], total: 5, partial: false },
      { period: '2019', byMode: [0, 0, 0, 0, 0], total: 0, partial: false },
      { period: '2020', byMode: [1, 0, -2, 0, 0], total: -1, partial: true },
    ]);
  });

  it('counts months across the turn of the year', () => {
    const rows = periodIncomes([group('2019-11', 'TOURISM', 1), group('2020-02', 'TOURISM', 2)], '2020-05');
    expect(rows.map(({ period, total }) => [period, total])).toEqual([
      ['2019-11', 1],
      ['2019-12', 0],
      ['2020-01', 0],
      ['2020-02', 2],
    ]);
  });

  it('is empty without receipts', () => {
    expect(periodIncomes([], '2020-05')).toEqual([]);
  });
});
