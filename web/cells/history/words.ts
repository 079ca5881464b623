import { inBoth, type WordsOf } from '../../i18n/words.js';

export const historyWords = inBoth(
  {
    kind: '历史',
    fresh: '历年到账收入',
    period: '时段',
    byYear: '按年',
    byMonth: '按月',
    year: '年',
    month: '月',
    chart: '全县村集体到账收入，按模式',
    partial: (month: string) => `今年截至 ${month} 月`,
    none: '还没有到账收入。请先导入收入表。',
    source: '到账收入，不含补助',
  },
  {
    kind: 'History',
    fresh: 'Income received over the years',
    period: 'Period',
    byYear: 'by year',
    byMonth: 'by month',
    year: 'Year',
    month: 'Month',
    chart: "The villages' income received, by mode",
    partial: (month) => `this year: months 1–${month}`,
    none: 'No income has been received yet. Import an income table first.',
    source: 'income received, without subsidies',
  },
);

export type HistoryWords = WordsOf<typeof historyWords>;
