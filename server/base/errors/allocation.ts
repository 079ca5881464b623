import type { CatalogueEntry } from './catalogue.js';

/** Why money cannot be allocated as asked. */
export const allocationProblems = {
  NO_PLAN_FOUND: {
    zh: (d) => `在 ${d.value} 步搜索内没有找到符合全部条件的分配方案；请减少上下限（groups）的条数，或放宽它们`,
    en: (d) => `no plan that keeps to all bounds was found within ${d.value} steps of the search; give fewer groups, or wider bounds`,
  },
} satisfies Record<string, CatalogueEntry>;
