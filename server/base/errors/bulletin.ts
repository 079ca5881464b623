import type { CatalogueEntry } from './catalogue.js';

/** What a monthly bulletin points out, with the figures; not errors of its reader. */
export const bulletinProblems = {
  REPORT_MISSING: {
    zh: (d) => `${d.month} 没有上报；最近一次报的是 ${d.last || '无'}`,
    en: (d) => `nothing was reported for ${d.month}; the last report is of ${d.last || 'no month'}`,
  },
  REPORT_LATE: {
    zh: (d) => `${d.month} 的数晚报 ${d.days} 天（应于 ${d.due} 前）`,
    en: (d) => `the report of ${d.month} came ${d.days} days late (due ${d.due})`,
  },
  SOURCES_DIFFER: {
    zh: (d) => `${d.month} 的当月到账，各来源对不上：${d.figures}；请核实后确认一个`,
    en: (d) => `sources differ about what came in ${d.month}: ${d.figures}; check and confirm one of them`,
  },
  FIGURE_JUMPS: {
    zh: (d) => `当月到账 ${d.value} 元，是平常月份的 ${d.times} 倍；请核对单位（元、万元）和凭证`,
    en: (d) => `${d.value} yuan came in the month, ${d.times} times a usual month; check the unit (yuan or 10,000 yuan) and the voucher`,
  },
  FIGURE_REPEATS: {
    zh: (d) => `连续 ${d.months} 个月报同一个数（${d.value} 元）；请核对是否照抄`,
    en: (d) => `the same figure (${d.value} yuan) stands for ${d.months} months running; check that it was not copied`,
  },
  CORRECTED_DOWN: {
    zh: (d) => `当月有冲减 ${d.value} 元`,
    en: (d) => `${d.value} yuan were taken back in the month`,
  },
  NOTHING_THIS_YEAR: {
    zh: () => `今年还没有到账`,
    en: () => `nothing has come in this year`,
  },
  BEHIND_PACE: {
    zh: (d) => `今年到账 ${d.value} 元，只有同期应有 ${d.expected} 元的 ${d.share}%`,
    en: (d) => `${d.value} yuan came in this year, ${d.share}% of the ${d.expected} to be expected by now`,
  },
  CHANCE_FELL: {
    zh: (d) => `达标的可能比上月低 ${d.points} 个百分点`,
    en: (d) => `the chance of the target is ${d.points} points below last month's`,
  },
  PAYMENT_OVERDUE: {
    zh: (d) => `${d.payer}应于 ${d.due} 前付的 ${d.value} 元，逾期 ${d.days} 天`,
    en: (d) => `${d.payer} owes ${d.value} yuan since ${d.due}, ${d.days} days overdue`,
  },
  MILESTONE_OVERDUE: {
    zh: (d) => `项目“${d.project}”应于 ${d.due} 前${d.name}，逾期 ${d.days} 天`,
    en: (d) => `project "${d.project}" was to reach "${d.name}" by ${d.due}, ${d.days} days overdue`,
  },
} satisfies Record<string, CatalogueEntry>;
