import { MODES, MODE_WORDS } from '../base/vocabulary.js';
import type { Words } from '../base/words.js';
import { ARTICLE_PLAN } from './article-plan.js';
import { MODEL_DEFAULTS, SCENARIO_DEFAULTS, type ModelDefaultName } from './defaults.js';
import { AMOUNT, MODEL_DEFAULT_RANGES, SCENARIO_RANGES, SHARE, type Range } from './ranges.js';

/** A default with its meaning in words and the range it may move in. */
export interface AssumptionMeaning extends Words, Range {
  readonly name: string;
  readonly value: number;
  /** True where a scenario overrides it by name, in `assumptions`; others have fields of their own. */
  readonly named: boolean;
}

/** What each named default of the model is, and why it has its value. */
export const MODEL_DEFAULT_WORDS: Readonly<Record<ModelDefaultName, Words>> = {
  priorWeight: {
    zh: '方差先验的权重，相当于多少个观测；历史只有几年，先验须占一席之地',
    en: 'weight of the prior of a variance, in observations; with a few years of history the prior must count',
  },
  priorCountySd: {
    zh: '全县共同冲击的先验标准差（对数）；天气、政策年景的常见幅度约 5%',
    en: 'prior standard deviation of the shock common to the county (log); an ordinary good or bad year is about 5%',
  },
  priorModeSd: {
    zh: '同一模式共同冲击的先验标准差（对数）；茧价、租金等同涨同落，约 8%',
    en: 'prior standard deviation of the shock common to a mode (log); prices and rents move together, about 8%',
  },
  priorParkSd: {
    zh: '同一园区共同冲击的先验标准差（对数）；一个付款方，约 10%',
    en: 'prior standard deviation of the shock common to a park (log); one payer, about 10%',
  },
  priorPermanentSd: {
    zh: '单项收入每年永久变动的先验标准差（对数）；合同增减，约 15%',
    en: "prior standard deviation of a stream's permanent yearly step (log); contracts come and go, about 15%",
  },
  priorTransitorySd: {
    zh: '单项收入一次性波动的先验标准差（对数）；迟到或补收，约 15%',
    en: "prior standard deviation of a stream's transitory deviation (log); late and caught-up payments, about 15%",
  },
  priorShareSd: {
    zh: '截至某月已到账比例的共同冲击的先验标准差（对数），约 3%',
    en: 'prior standard deviation of the shock to the share of a year in by a month (log), about 3%',
  },
  scaleWeight: {
    zh: '单项收入波动倍数的先验权重，相当于多少个观测；村级历史短，须向平均收缩',
    en: "weight of the prior of a stream's scale, in observations; a village's history is short and is drawn to the average",
  },
  shareWeight: {
    zh: '模式的到账节奏相当于单项收入自身的几年',
    en: "how many years of a stream's own the mode's seasonal share counts as",
  },
  cessationPriorEvents: {
    zh: '收入中断的先验：事件数；与年数一起约为每年 2%',
    en: 'prior of cessation: events; with the years, about 2% a year',
  },
  cessationPriorYears: {
    zh: '收入中断的先验：年数；与事件数一起约为每年 2%',
    en: 'prior of cessation: years; with the events, about 2% a year',
  },
};

const { option } = SCENARIO_DEFAULTS;

const field = (name: string, value: number, { least, most }: Range, zh: string, en: string): AssumptionMeaning => ({
  name,
  value,
  least,
  most,
  named: false,
  zh,
  en,
});

/** What each number of an option is, and why its default has its value. */
export const OPTION_MEANINGS = {
  rate: field(
    'option.rate',
    option.rate,
    SHARE,
    '满负荷时资金的年收益率；同类项目承诺多为 4.5%–9%，实收更低',
    'yearly return on capital at full operation; promises are mostly 4.5–9%, realised ones lower',
  ),
  sd: field('option.sd', option.sd, SCENARIO_RANGES.sd, '实际收益的离散程度（对数）', 'log dispersion of the realised return'),
  delay: field(
    'option.delay',
    option.delay,
    SCENARIO_RANGES.delay,
    '投产平均推迟月数；资金分批到位，工期常拖',
    'mean extra months until delivery; money comes in parts and works run late',
  ),
  failure: field('option.failure', option.failure, SHARE, '一年收益落空的概率', "yearly probability that the year's payment fails"),
  insured: field(
    'option.insured',
    option.insured,
    SHARE,
    '落空时保险补回的比例；养殖险保死亡，不保价格和违约',
    'share of a failed payment that insurance restores; livestock policies cover deaths, not prices or default',
  ),
  premium: field('option.premium', option.premium, SHARE, '资金中用于保费的比例', 'share of the grant spent on insurance'),
  late: field('option.late', option.late, SHARE, '一年收益拖到次年到账的概率', "probability that a year's payment arrives the year after"),
} as const;

/** What each number of a scenario outside options and model is. */
export const SCENARIO_MEANINGS = {
  horizon: field(
    'horizon',
    SCENARIO_DEFAULTS.horizon,
    SCENARIO_RANGES.horizon,
    '预测年数，含当年',
    'projected years, the running one included',
  ),
  trials: field(
    'trials',
    SCENARIO_DEFAULTS.trials,
    SCENARIO_RANGES.trials,
    '模拟次数；1 万次时概率的误差约 0.5 个百分点',
    'trials; with 10,000 the error of a chance is about 0.5 points',
  ),
  seed: field(
    'seed',
    SCENARIO_DEFAULTS.seed,
    SCENARIO_RANGES.seed,
    '随机数种子；同一种子得同一结果',
    'seed of the random numbers; the same seed gives the same result',
  ),
  target: field(
    'target.default',
    SCENARIO_DEFAULTS.target,
    AMOUNT,
    '村级年收入目标（元），用于没有自定目标的村；文章要求全部村达到 5 万元',
    "a village's target in yuan where it has none of its own; the article asks 50,000 of every village",
  ),
  weight: field(
    'growth.weight',
    SCENARIO_DEFAULTS.weight,
    SHARE,
    '达成度：写了计划增速而未写达成度时，按计划全部实现',
    'attainment weight where a planned rate is given without one: the plan in full',
  ),
  netRatio: field(
    'netRatio',
    SCENARIO_DEFAULTS.netRatio,
    SCENARIO_RANGES.netRatio,
    '每元毛收入折成的净收入',
    'net income per yuan of gross income',
  ),
} as const;

/** The article's planned growth of each mode, in the order of the modes. */
const PLAN_MEANINGS = MODES.map((mode) =>
  field(
    `growth.${mode}.rate`,
    ARTICLE_PLAN[mode],
    SCENARIO_RANGES.growth,
    `文章中${MODE_WORDS[mode].zh}模式当年的计划增速；只在方案写了计划时使用`,
    `the article's planned growth of the mode ${MODE_WORDS[mode].en} within the year; used only where a scenario plans it`,
  ),
);

/** The named defaults of the model, in their order. */
export const MODEL_MEANINGS: readonly AssumptionMeaning[] = (Object.keys(MODEL_DEFAULTS) as ModelDefaultName[]).map((name) => ({
  name,
  value: MODEL_DEFAULTS[name],
  named: true,
  ...MODEL_DEFAULT_RANGES[name],
  ...MODEL_DEFAULT_WORDS[name],
}));

/** Every default that a scenario can change, for people who set one up. */
export const ASSUMPTION_MEANINGS: readonly AssumptionMeaning[] = [
  ...Object.values(SCENARIO_MEANINGS),
  ...PLAN_MEANINGS,
  ...Object.values(OPTION_MEANINGS),
  ...MODEL_MEANINGS,
];
