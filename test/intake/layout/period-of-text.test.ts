import { expect, test } from 'vitest';
import {
  cumulativeMonthOfHeader,
  lastMonthOfSpan,
  modeOfHeader,
  modeOfText,
  monthOfHeader,
  monthOfText,
  yearOfText,
} from '../../../server/intake/layout/period-of-text.js';

test('years are read from titles and names, and not where there are two', () => {
  expect(['那坡县2020年收入', '二〇二〇年统计表', '收入2020', '2020-05 收入', '截至2020.5'].map(yearOfText)).toEqual([
    2020, 2020, 2020, 2020, 2020,
  ]);
  expect(yearOfText('2019年和2020年对比')).toBeUndefined();
  expect(yearOfText('第12020号')).toBeUndefined();
});

test('months are read from titles and headers', () => {
  expect(['2020年5月', '5月份通报', '十月'].map(monthOfText)).toEqual([5, 5, undefined]);
  expect(monthOfText('1-5月')).toBeUndefined();
  expect(['1月', '01月', '十二月', '5月份', '2020年5月', '2020-05', '5月(万元)'].map(monthOfHeader)).toEqual([
    { month: 1, year: undefined },
    { month: 1, year: undefined },
    { month: 12, year: undefined },
    { month: 5, year: undefined },
    { month: 5, year: 2020 },
    { month: 5, year: 2020 },
    { month: 5, year: undefined },
  ]);
  expect(['13月', '合计', '月份', '本月', '2020年'].map(monthOfHeader)).toEqual(Array.from({ length: 5 }, () => undefined));
});

test('figures that count from January tell up to which month', () => {
  const spans = ['2020年1-5月', '1—12月收入', '1月至6月份', '2020年1－3月', '5月', '1-3月和1-6月', '11-12月'];
  expect(spans.map(lastMonthOfSpan)).toEqual([5, 12, 6, 3, undefined, undefined, undefined]);
  expect(['1-5月', '1—5月累计(万元)', '5月累计', '截至5月底累计到账', '2020年1至12月'].map(cumulativeMonthOfHeader)).toEqual([
    { month: 5, year: undefined },
    { month: 5, year: undefined },
    { month: 5, year: undefined },
    { month: 5, year: undefined },
    { month: 12, year: 2020 },
  ]);
  expect(['5月', '1-13月', '累计', '4-6月'].map(cumulativeMonthOfHeader)).toEqual(Array.from({ length: 4 }, () => undefined));
});

test('modes are read from headers and titles, and not where there are two', () => {
  expect(['产业', '物业收入', '服务经济收入', '资源(元)', '村'].map(modeOfHeader)).toEqual([
    'INDUSTRY',
    'PROPERTY',
    'SERVICE',
    'RESOURCE',
    undefined,
  ]);
  expect(['服务收入', '旅游', '产业收入和物业收入', '村集体'].map(modeOfText)).toEqual(['SERVICE', 'TOURISM', undefined, undefined]);
});
