import type { CatalogueEntry } from './catalogue.js';

/** What keeps a month's figures from being changed, confirmed, closed or opened again. */
export const reportingProblems = {
  MONTH_CLOSED: {
    zh: (d) => `${d.county} ${d.value} 已关账，其中的数不能再改；确需更正，请先重开这个月并写明原因`,
    en: (d) => `${d.value} of ${d.county} is closed, so its figures cannot change; to correct them, open the month again and say why`,
  },
  RECEIPTS_OF_CLOSED_MONTH: {
    zh: (d) =>
      `${d.county} ${d.value} 已关账，文件里这个月有 ${d.count} 笔收入是新的或与入账的不同；请删去这些行，或先重开这个月并写明原因`,
    en: (d) =>
      `${d.value} of ${d.county} is closed, and ${d.count} receipts of it in the file are new or differ from what is stored; take these rows out, or open the month again and say why`,
  },
  BATCH_IN_CLOSED_MONTH: {
    zh: (d) => `第 ${d.value} 批里有已关账月份（${d.months}）的收入，不能撤回；请先重开这些月份并写明原因`,
    en: (d) =>
      `import ${d.value} holds receipts of closed months (${d.months}) and cannot be taken back; open these months again and say why`,
  },
  MONTH_ALREADY_CLOSED: {
    zh: (d) => `${d.value} 已经关账`,
    en: (d) => `${d.value} is closed already`,
  },
  MONTH_NOT_CLOSED: {
    zh: (d) => `${d.value} 没有关账，不需要重开`,
    en: (d) => `${d.value} is not closed, so there is nothing to open again`,
  },
  MONTH_NOT_OVER: {
    zh: (d) => `${d.value} 还没有收入入账（数据截至 ${d.asOf}），不能关账；请先导入这个月的收入`,
    en: (d) => `nothing was booked up to ${d.value} yet (data reach ${d.asOf}), so it cannot be closed; import its receipts first`,
  },
  FIGURES_UNSETTLED: {
    zh: (d) => `${d.value} 有 ${d.count} 个村的两个来源报的数不一致，还没有确认用哪个（如 ${d.villages}）；请先逐个确认再关账`,
    en: (d) =>
      `in ${d.value} two sources differ on ${d.count} villages and none is confirmed yet (${d.villages}, for example); confirm one each, then close`,
  },
  REPORT_WITHOUT_FIGURE: {
    zh: (d) => `“${d.value}”的月报没有填金额，没有数可以确认`,
    en: (d) => `the report of ${d.value} gives no amount, so there is no figure to confirm`,
  },
  NOT_A_DAY: {
    zh: (d) => `“${d.value}”不是日期；请写成 2020-05-31`,
    en: (d) => `"${d.value}" is no day; write 2020-05-31`,
  },
  SIGNATURE_NEEDED: {
    zh: () => `要写明是谁办理的`,
    en: () => `say who does this`,
  },
  REOPENING_UNEXPLAINED: {
    zh: () => `重开已关账的月份要写明原因，会留在记录里`,
    en: () => `opening a closed month again needs a reason, which stays on record`,
  },
} satisfies Record<string, CatalogueEntry>;
