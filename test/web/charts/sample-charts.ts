import type { ChartProps } from '../../../web/charts/chart-picture.js';
import type { Mark } from '../../../web/charts/dot-field.js';

/** Fixed numbers for every kind of chart. Invented, but of likely sizes. */

const SOURCE = '10,000 次模拟';

/** A bell around a mean, as whole counts. */
const bell = (mean: number, spread: number) => {
  const weights = Array.from({ length: 131 }, (_, villages) => Math.exp(-0.5 * ((villages - mean) / spread) ** 2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, villages) => ({ villages, probability: weight / sum }));
};

/** The chance that a grant brings: an S that flattens, as lognormal incomes give it. */
const chanceOf = (grant: number) => 0.47 + 0.46 * (1 - Math.exp(-grant / 180_000));

const frontierValue = (budget: number) => 64.2 + 24.5 * (1 - Math.exp(-budget / 12_000_000));

const TOWNSHIPS = ['城厢镇', '平孟镇', '龙合镇', '坡荷乡', '德隆乡'];
const VILLAGES = ['规良村', '孟达村', '百省村', '吞岭村', '善合村', '民兴村', '宋平村', '念井村'];

const dotRows = TOWNSHIPS.map((name, row) => {
  const dots = Array.from({ length: 9 + row * 2 }, (_, index) => {
    const value = Math.min(0.999, Math.max(0.001, ((index * 37 + row * 53) % 101) / 100));
    const mark: Mark = index === 0 && row === 2 ? 'nothing' : value >= 0.8 ? 'sure' : value < 0.2 ? 'unlikely' : 'open';
    const village = `${VILLAGES[index % VILLAGES.length]}${index >= VILLAGES.length ? index : ''}`;
    return {
      key: `${row}-${index}`,
      name: village,
      value,
      mark,
      ringed: index % 4 === 1,
      text: `${village}(${name})${Math.round(value * 100)}%`,
    };
  });
  return { key: String(row), name, tally: `${Math.round(dots.reduce((sum, { value }) => sum + value, 0))}/${dots.length}`, dots };
});

export const SAMPLE_CHARTS: ChartProps = {
  Distribution: {
    title: '达标村数的分布',
    source: SOURCE,
    series: [
      { name: '不拨款', tone: 'base', points: bell(64.2, 6.6), mean: 64.2, low: 53, high: 75 },
      { name: '优化分配', tone: 'accent', points: bell(78, 9.8), mean: 78, low: 62, high: 94 },
    ],
    most: 130,
  },
  DotField: {
    title: '各村达标的可能，按乡镇',
    unit: '%',
    source: `${SOURCE}，每村误差不超过 ±1.0 个百分点`,
    rows: dotRows,
  },
  FanChart: {
    title: '收入：过去与预测',
    source: `到账收入；${SOURCE}`,
    past: [
      { year: 2017, amount: 29_000 },
      { year: 2018, amount: 38_500 },
      { year: 2019, amount: 36_200 },
    ],
    soFar: { year: 2020, amount: 17_400, month: '5' },
    forecast: [
      { year: 2020, band: { p5: 33_000, p25: 38_000, p50: 43_500, p75: 49_000, p95: 58_000 }, target: 50_000 },
      { year: 2021, band: { p5: 36_000, p25: 50_000, p50: 61_000, p75: 76_000, p95: 104_000 }, target: 50_000 },
      { year: 2022, band: { p5: 36_500, p25: 54_000, p50: 71_000, p75: 96_000, p95: 147_000 }, target: 50_000 },
    ],
  },
  StackedColumns: {
    title: '全县村集体到账收入，按模式',
    source: '到账收入，不含补助',
    periodName: '年份',
    series: ['产业', '物业', '服务', '资源', '旅游'].map((name, index) => ({ key: String(index), name })),
    columns: [2016, 2017, 2018, 2019, 2020].map((year, index) => {
      const parts = [620_000, 310_000, 180_000, 240_000, 90_000].map((amount, part) =>
        Math.round(amount * (1 + index * (0.22 - part * 0.03))),
      );
      if (year === 2020) parts.forEach((amount, part) => (parts[part] = Math.round(amount * 0.4)));
      return {
        key: String(year),
        label: year === 2020 ? '2020 年截至 5 月' : String(year),
        tick: String(year),
        parts,
        total: parts.reduce((sum, amount) => sum + amount, 0),
        partial: year === 2020,
      };
    }),
    note: '今年截至 5 月',
  },
  ResponseCurve: {
    title: '给“鲜茧园”多少钱，达标的可能有多大',
    source: `${SOURCE}，同一组随机情景`,
    grants: Array.from({ length: 41 }, (_, index) => index * 25_000),
    chances: Array.from({ length: 41 }, (_, index) => chanceOf(index * 25_000)),
    standardErrors: Array.from({ length: 41 }, () => 0.0045),
    current: { grant: 200_000, chance: chanceOf(200_000), text: '本方案 20 万元 → 78%' },
    needed: { grant: 230_000, chance: 0.8, text: '80% 需 23 万元' },
  },
  Reliability: {
    title: '说的可能，和后来真的发生了多少',
    source: '2018、2019 年回测，260 次预测，每次 2,000 次模拟',
    bins: [0.05, 0.25, 0.45, 0.65, 0.92].map((forecast, index) => ({
      from: index * 0.2,
      to: (index + 1) * 0.2,
      count: [82, 31, 24, 40, 83][index]!,
      forecast,
      observed: [0.07, 0.21, 0.5, 0.61, 0.94][index]!,
      low: [0.01, 0.08, 0.3, 0.42, 0.82][index]!,
      high: [0.2, 0.44, 0.7, 0.78, 0.99][index]!,
    })),
  },
  Tornado: {
    title: '哪个假设最要紧',
    unit: '村',
    source: `${SOURCE}，同一组随机情景`,
    base: 78,
    bars: [
      {
        key: 'growth',
        name: '产业年增长',
        low: { setting: '+6.5%', value: 69.4, standardError: 0.06 },
        high: { setting: '+18.7%', value: 87.9, standardError: 0.06 },
      },
      {
        key: 'rate',
        name: '鲜茧园年回报率',
        low: { setting: '3%', value: 72.1, standardError: 0.05 },
        high: { setting: '10%', value: 80.2, standardError: 0.04 },
      },
      {
        key: 'delay',
        name: '平均推迟',
        low: { setting: '0 个月', value: 79.6, standardError: 0.03 },
        high: { setting: '12 个月', value: 74.3, standardError: 0.05 },
      },
      {
        key: 'volatility',
        name: '收入起伏',
        low: { setting: '小一半', value: 80.1, standardError: 0.05 },
        high: { setting: '大一半', value: 78.9, standardError: 0.05 },
      },
      {
        key: 'failure',
        name: '失约的可能',
        low: { setting: '0%', value: 78.6, standardError: 0.02 },
        high: { setting: '8%', value: 77.4, standardError: 0.02 },
      },
      {
        key: 'late',
        name: '晚一年到账的可能',
        low: { setting: '0%', value: 78.2, standardError: 0.02 },
        high: { setting: '20%', value: 77.7, standardError: 0.02 },
      },
    ],
  },
  Frontier: {
    title: '有多少钱，最多能有多少村达标',
    unit: '村',
    source: `${SOURCE}，同一组随机情景`,
    points: Array.from({ length: 41 }, (_, index) => ({
      budget: index * 500_000,
      value: frontierValue(index * 500_000),
      standardError: 0.06,
    })),
    policies: [
      { key: 'proportional', name: '按缺口比例', budget: 10_000_000, value: 72.1, standardError: 0.06 },
      { key: 'neediest', name: '贫困优先', budget: 10_000_000, value: 73.2, standardError: 0.06 },
      { key: 'flat', name: '每村相同', budget: 10_000_000, value: 71.8, standardError: 0.06 },
    ],
    chosen: 10_000_000,
    leavers: [{ budget: 6_500_000, name: '规良村' }],
  },
  HeatTable: {
    title: '年增长和回报率一起变，会怎样',
    unit: '村',
    source: `${SOURCE}，同一组随机情景`,
    rows: { name: '产业年增长', settings: ['+6.5%', '+9.6%', '+12.6%', '+15.6%', '+18.7%'] },
    columns: { name: '年回报率', settings: ['3%', '5%', '8%', '10%'] },
    values: [6.5, 9.6, 12.6, 15.6, 18.7].map((growth) => [3, 5, 8, 10].map((rate) => 78 + (growth - 12.6) * 1.4 + (rate - 8) * 1.1)),
    standardErrors: Array.from({ length: 5 }, () => [0.05, 0.05, 0.05, 0.05]),
    middle: 78,
    current: { row: 2, column: 2 },
  },
  BeforeAfter: {
    title: '拨款前后，各村达标的可能',
    source: `${SOURCE}，同一组随机情景`,
    names: '村',
    rows: VILLAGES.map((name, index) => ({
      key: name,
      name,
      detail: `${TOWNSHIPS[index % 5]} · ${45 + (index % 2) * 5} 万元`,
      before: 0.03 + index * 0.01,
      after: 0.71 - index * 0.02,
      standardError: 0.0047,
    })),
  },
  Intervals: {
    title: '几种分法，预计多少村达标',
    unit: '村',
    source: `${SOURCE}，同一组随机情景`,
    names: '方案',
    rows: [
      { key: 'none', name: '不拨款', mean: 64.2, low: 53, high: 75, standardError: 0.06 },
      { key: 'neediest', name: '贫困优先 · 20 村各 50 万', mean: 73.2, low: 56, high: 91, standardError: 0.06 },
      { key: 'proportional', name: '按缺口比例', mean: 72.1, low: 55, high: 94, standardError: 0.06 },
      { key: 'optimal', name: '优化分配', mean: 78, low: 59, high: 92, standardError: 0.06, chosen: true, actual: 81 },
    ],
  },
};
