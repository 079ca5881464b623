import type { CatalogueEntry } from './catalogue.js';
import type { ProblemDetails } from './problem.js';

/** What "from" and "to" ask for, as far as they are given. */
const boundsZh = ({ from, to }: ProblemDetails): string =>
  (from === undefined ? '' : `，${from} 年起`) + (to === undefined ? '' : `，到 ${to} 年止`);
const boundsEn = ({ from, to }: ProblemDetails): string =>
  (from === undefined ? '' : `, from ${from}`) + (to === undefined ? '' : `, to ${to}`);

/** What to know about how well the model fits a county, and why its past forecasts cannot be scored. */
export const modelProblems = {
  FEW_YEARS: {
    zh: (d) => `只有 ${d.years} 个完整年度：年度波动的大小有 ${d.percent}% 靠先验假设，区间宽窄多半不是数据说的；多导入几年收入会更可靠`,
    en: (d) =>
      `${d.years} complete ${d.years === 1 ? 'year' : 'years'}: every variance leans on its prior (${d.percent}% for the yearly shocks), so how wide the intervals are is more assumption than finding; import earlier years`,
  },
  MODE_WITHOUT_PAIRS: {
    zh: (d) => `${d.modeZh}模式有 ${d.count} 项收入，但没有连续两年都到账的；它的增长取自其他模式的平均`,
    en: (d) =>
      `the mode ${d.modeEn} has ${d.count} ${d.count === 1 ? 'stream that has' : 'streams that have'} never paid in two years running; its growth is taken from the other modes`,
  },
  HEAVY_TAILS: {
    zh: (d) =>
      `收入的大起大落比模型设想的多：${d.count} 次变动中有 ${d.far} 次超过 3 个标准差（正态应约 ${d.expected} 次，超额峰度 ${d.value}）；百分之一上下的极端结果实际更常见，而 50% 区间偏宽`,
    en: (d) =>
      `extreme changes of income are more frequent than the model assumes: ${d.far} of ${d.count} lie beyond three standard deviations (about ${d.expected} expected, excess kurtosis ${d.value}); outcomes of one in a hundred are really more frequent, while 50% intervals are too wide`,
  },
  MEAN_REVERSION: {
    zh: (d) => `偏离同类的收入会慢慢回到同类水平：每年约拉回 ${d.percent}%，而模型认为偏离会保持；冒尖的村会被估得偏高，落后的村偏低`,
    en: (d) =>
      `streams that drew away from their mode come back by about ${d.percent}% a year, while the model lets them stay; strong villages are forecast too high, weak ones too low`,
  },
  ONE_OFF_INCOME: {
    zh: () => `几乎所有波动都是一次性的，第二年就消失；模型最多认 98%，预测区间可能偏宽，请检查是否有跨年补发或冲账`,
    en: () =>
      `nearly all variation is gone the year after; the model counts at most 98% of it as one-off, so intervals may be too wide: look for payments that slip across the turn of the year`,
  },
  TOWNSHIPS_MOVE_TOGETHER: {
    zh: (d) => `同一乡镇的村同涨同跌（相关系数 ${d.value}），模型没有这一项；“多少村达标”“全部达标”的把握会被高估`,
    en: (d) =>
      `villages of one township move together (correlation ${d.value}), which the model does not know; how many villages reach is less certain than shown`,
  },
  VILLAGE_STREAMS_MOVE_TOGETHER: {
    zh: (d) => `同一个村的各项收入同涨同跌（相关系数 ${d.value}），模型当作互不相干；各村的区间会偏窄`,
    en: (d) =>
      `streams of one village move together (correlation ${d.value}), while the model takes them as independent; villages' intervals are too narrow`,
  },
  GROWTH_BREAK: {
    zh: (d) =>
      `${d.modeZh} ${d.year} 年增长 ${d.last}%，而此前每年约 ${d.before}%，相差 ${d.value} 个标准差；趋势可能已变，请考虑写明计划增速`,
    en: (d) =>
      `${d.modeEn} grew by ${d.last}% in ${d.year}, against about ${d.before}% a year before, ${d.value} standard deviations apart; the trend may have changed: consider planning growth`,
  },
  PAYMENT_TIMES_SHIFT: {
    zh: (d) => `往年前 ${d.months} 个月到账的比例整体变动约 ${d.percent}%，到账早晚年年不同；今年到账多少不大能说明全年`,
    en: (d) =>
      `the share of a year that is in after ${d.months} months has moved by about ${d.percent}% for all streams together; receipts so far say little about the year`,
  },
  NEW_INCOME_UNFORESEEN: {
    zh: (d) =>
      `往年平均有 ${d.percent}% 的收入来自上一年没有到账的新来源；模型只预测已有的来源，预测会偏低，请把新项目写进项目库或作为投向加入方案`,
    en: (d) =>
      `in past years ${d.percent}% of income came from sources that had paid nothing the year before; only existing sources are forecast, so forecasts fall short: enter new projects in the library, or as options of the scenario`,
  },
  TOO_LITTLE_TO_CHECK: {
    zh: (d) => `数据太少，以下假设无法检验：${d.zh}`,
    en: (d) => `there is too little data to check for: ${d.en}`,
  },
  NOTHING_TO_BACKTEST: {
    zh: (d) => `没有可回测的年份（${d.counties}${boundsZh(d)}）：需要至少两个连续的完整年度，而且那时已有收入`,
    en: (d) => `there is no year to backtest (${d.counties}${boundsEn(d)}): it takes two complete years in a row, and income in the first`,
  },
  TOO_MUCH_TO_BACKTEST: {
    zh: (d) =>
      `范围内的村 × 年份 × 关账月 × ${d.trials} 次模拟超过 ${d.most}；请减少 trials、年份（from、to）或 closedMonths，或缩小 scope`,
    en: (d) =>
      `villages × years × closed months × ${d.trials} trials exceed ${d.most}; lower trials, ask for fewer years (from, to) or closedMonths, or narrow scope`,
  },
} satisfies Record<string, CatalogueEntry>;
