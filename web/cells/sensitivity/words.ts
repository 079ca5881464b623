import { inBoth, type WordsOf } from '../../i18n/words.js';

export const sensitivityWords = inBoth(
  {
    kind: '敏感性',
    fresh: '哪些假设最要紧',
    invitation: '把每个假设分别调到合理的低值和高值，看达标的村多几个、少几个。要算几十次预测。',
    chart: (year: number) => `每个假设单独变动，${year} 年预计有多少村达标`,
    source: (trials: string) => `同一组 ${trials} 次模拟，资金安排不变`,
    unit: '村',
    shown: (shown: string, all: string) => `图上是影响最大的 ${shown} 个，共 ${all} 个假设；其余在下载的表里。`,
    largest: (name: string, swing: string, error: string, low: string, high: string) =>
      `最要紧的是“${name}”：从 ${low} 到 ${high}，差 ${swing} 村（误差 ${error}）。`,
    none: '没有哪个假设会改变这一年的结果。',
    idle: (count: string) => `另有 ${count} 个假设在这个方案和年份里不起作用。`,
    months: (count: string) => `${count} 个月`,
    ranges: '范围从哪来',
    assumption: '假设',
    value: '方案取值',
    low: '低值',
    high: '高值',
    basis: '依据',
    lowChange: '低值时多几村',
    highChange: '高值时多几村',
    swing: '影响(村)',
    error: '误差(村)',
    all: '全部假设的影响',
  },
  {
    kind: 'Sensitivity',
    fresh: 'Which assumptions matter most',
    invitation:
      'Moves each assumption to a sensible low and high value, and counts how many more or fewer villages reach. It takes dozens of projections.',
    chart: (year) => `Villages expected to reach in ${year}, one assumption moved at a time`,
    source: (trials) => `the same ${trials} trials throughout, grants unchanged`,
    unit: 'villages',
    shown: (shown, all) => `The ${shown} that matter most, of ${all} assumptions; all are in the table to download.`,
    largest: (name, swing, error, low, high) =>
      `What matters most is “${name}”: from ${low} to ${high} makes ${swing} villages (error ${error}).`,
    none: 'No assumption changes the outcome of this year.',
    idle: (count) => `Another ${count} assumptions play no part in this scenario and year.`,
    months: (count) => `${count} months`,
    ranges: 'Where the ranges come from',
    assumption: 'Assumption',
    value: 'In the scenario',
    low: 'Low',
    high: 'High',
    basis: 'Basis',
    lowChange: 'Change at low',
    highChange: 'Change at high',
    swing: 'Swing',
    error: 'Error',
    all: 'What every assumption does',
  },
);

export type SensitivityWords = WordsOf<typeof sensitivityWords>;
