import type { CatalogueEntry } from './catalogue.js';

/** Errors of what helps to decide: sensitivity, the value of knowing more, rival views, adopted plans. */
export const decisionProblems = {
  SAME_ASSUMPTION_TWICE: {
    zh: (d) => `两边都是假设“${d.value}”；双向表要两个不同的假设`,
    en: (d) => `both sides are the assumption "${d.value}"; a two-way table takes two different ones`,
  },
  SENSITIVITY_TOO_LARGE: {
    zh: (d) =>
      `${d.counts} 次预测 × ${d.villages} 个村 × ${d.years} 年 × ${d.trials} 次模拟太多，一次最多 ${d.most}；请减少假设、trials 或预测年数，或缩小 scope`,
    en: (d) =>
      `${d.counts} projections × ${d.villages} villages × ${d.years} years × ${d.trials} trials are too many, at most ${d.most} at a time: take fewer assumptions, lower trials or the year, or narrow scope`,
  },
} satisfies Record<string, CatalogueEntry>;
