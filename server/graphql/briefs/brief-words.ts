import type { Language } from '../../base/errors/problem.js';

const zh = {
  demonstration: '示例数据(合成)：以下数字不是真实数据，不能作为拨款依据',
  comparisonTitle: (county: string) => `${county}村集体经济扶持资金分配方案比较`,
  planTitle: (name: string) => `资金方案：${name}`,
  subtitle: (county: string, asOf: string, year: number) => `${county} · 数据截至 ${asOf} · 以 ${year} 年达标为准`,
  question: '一、要决定的事',
  comparisonQuestion: (plans: string, year: number) => `下列方案中选哪一个：${plans}。比较的是 ${year} 年预计有多少村集体收入达标。`,
  planQuestion: (grants: string, money: string, unit: string) => `给 ${grants} 笔拨款，共 ${money} ${unit}。`,
  adopted: (number: number, by: string, at: string) => `第 ${number} 号方案，${by}于 ${at} 定下。`,
  note: (text: string) => `说明：${text}`,
  withdrawn: (by: string, at: string, reason: string) => `本方案已由${by}于 ${at} 撤回，原因：${reason}。`,
  compared: '二、各方案比较',
  promised: '二、预计的结果',
  plan: '方案',
  year: '年份',
  cost: (unit: string) => `资金(${unit})`,
  expected: '预计达标(村)',
  error: '误差',
  interval: '90% 区间(村)',
  difference: '比基准多(村)',
  better: '更好的可能',
  perVillage: (unit: string) => `每多一村(${unit})`,
  chanceAll: '全部达标的可能',
  income: (unit: string) => `预计总收入(${unit})`,
  isBaseline: (name: string) => `${name}(基准)`,
  range: (low: string, high: string) => `${low}–${high}`,
  reading: '三、这些数有多可靠',
  expectedOf: (name: string, year: number, mean: string, error: string) =>
    `“${name}”预计 ${year} 年有 ${mean} 个村达标，模拟误差 ${error}。`,
  future: (low: string, high: string) => `未来本身不确定：十次里大约九次，达标的村在 ${low} 到 ${high} 个之间。`,
  more: (name: string, baseline: string, villages: string, error: string, better: string) =>
    `“${name}”比“${baseline}”多 ${villages} 个村(误差 ${error})；在同样的年景里，有 ${better} 的可能它更好。`,
  fewer: (name: string, baseline: string, villages: string, error: string, worse: string) =>
    `“${name}”比“${baseline}”少 ${villages} 个村(误差 ${error})；在同样的年景里，有 ${worse} 的可能它更差。`,
  alike: (name: string, baseline: string, error: string) => `“${name}”和“${baseline}”看不出差别(误差 ${error} 村)。`,
  settled: '再多模拟，各方案的先后几乎不会变。',
  unsettled: '有的方案差别还在误差之内，先后未定，不宜只凭这个差别取舍。',
  twoKinds: '“误差”只是模拟次数有限带来的，95% 的把握；“90% 区间”是收入本身的起伏。两者都以所列假设成立为前提。',
  villagesOf: (name: string) => `四、“${name}”拨给哪些村`,
  nobody: '这个方案不拨款。',
  village: '村',
  township: '乡镇',
  option: '投向',
  grant: (unit: string) => `拨款(${unit})`,
  chanceBefore: '不拨时达标可能',
  chance: '拨后达标可能',
  pointsError: '误差(百分点)',
  target: (unit: string) => `目标(${unit})`,
  total: '合计',
  basis: '五、数据和算法依据',
  provenance: (asOf: string, data: string, engine: string, seed: number, trials: string) =>
    `数据截至 ${asOf}，数据版本 ${data}，算法版本 ${engine}，随机种子 ${seed}，模拟 ${trials} 次。`,
  villageTrials: (trials: string) => `各村的可能按方案自己的 ${trials} 次模拟计算。`,
  replay: (token: string) => `复算码(逐位重现“四”中各村的数字)：${token}`,
  signatures: ['经办人：', '审核：', '负责人：', '日期：'],
} as const;

type Wording<Told> = {
  readonly [Key in keyof Told]: Told[Key] extends (...told: infer Parts) => string
    ? (...told: Parts) => string
    : Told[Key] extends string
      ? string
      : readonly string[];
};
export type BriefWords = Wording<typeof zh>;

const en: BriefWords = {
  demonstration: 'Demonstration data (generated): these figures are not real and no ground for grants',
  comparisonTitle: (county) => `Plans for grants to village collectives: ${county}`,
  planTitle: (name) => `Plan: ${name}`,
  subtitle: (county, asOf, year) => `${county} · data up to ${asOf} · targets of ${year}`,
  question: '1. What is to be decided',
  comparisonQuestion: (plans, year) =>
    `Which of these plans to choose: ${plans}. What is compared is how many villages are expected to reach their income target in ${year}.`,
  planQuestion: (grants, money, unit) => `${grants} grants, ${money} ${unit} in all.`,
  adopted: (number, by, at) => `Plan ${number}, adopted by ${by} on ${at}.`,
  note: (text) => `Note: ${text}`,
  withdrawn: (by, at, reason) => `This plan was withdrawn by ${by} on ${at}: ${reason}.`,
  compared: '2. The plans compared',
  promised: '2. What is expected',
  plan: 'Plan',
  year: 'Year',
  cost: (unit) => `Money (${unit})`,
  expected: 'Villages expected to reach',
  error: 'Error',
  interval: '90% interval',
  difference: 'Against baseline',
  better: 'Chance to be better',
  perVillage: (unit) => `Per village more (${unit})`,
  chanceAll: 'Chance of all',
  income: (unit) => `Expected income (${unit})`,
  isBaseline: (name) => `${name} (baseline)`,
  range: (low, high) => `${low}–${high}`,
  reading: '3. How sure these numbers are',
  expectedOf: (name, year, mean, error) => `Under “${name}” ${mean} villages are expected to reach in ${year}, simulation error ${error}.`,
  future: (low, high) => `The future itself is uncertain: nine times in ten between ${low} and ${high} villages reach.`,
  more: (name, baseline, villages, error, better) =>
    `“${name}” brings ${villages} villages more than “${baseline}” (error ${error}); in the same circumstances it is better with a chance of ${better}.`,
  fewer: (name, baseline, villages, error, worse) =>
    `“${name}” brings ${villages} villages fewer than “${baseline}” (error ${error}); in the same circumstances it is worse with a chance of ${worse}.`,
  alike: (name, baseline, error) => `“${name}” and “${baseline}” cannot be told apart (error ${error} villages).`,
  settled: 'More trials would hardly change the order of the plans.',
  unsettled: 'Some plans differ by less than their error: their order is open and should not decide by itself.',
  twoKinds:
    'The error comes from the number of trials alone, at 95% confidence; the 90% interval is how incomes go up and down. Both hold as far as the assumptions do.',
  villagesOf: (name) => `4. Whom “${name}” funds`,
  nobody: 'This plan gives no grants.',
  village: 'Village',
  township: 'Township',
  option: 'Option',
  grant: (unit) => `Grant (${unit})`,
  chanceBefore: 'Chance without',
  chance: 'Chance with',
  pointsError: 'Error (points)',
  target: (unit) => `Target (${unit})`,
  total: 'Total',
  basis: '5. Data and method',
  provenance: (asOf, data, engine, seed, trials) =>
    `Data up to ${asOf}, data version ${data}, engine version ${engine}, seed ${seed}, ${trials} trials.`,
  villageTrials: (trials) => `Chances of villages come from the plan's own ${trials} trials.`,
  replay: (token) => `Replay token (gives the numbers of villages in 4 again, bit for bit): ${token}`,
  signatures: ['Prepared by:', 'Checked by:', 'Approved by:', 'Date:'],
};

export const briefWords: Readonly<Record<Language, BriefWords>> = { zh, en };
