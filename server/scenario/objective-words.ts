import type { Objective } from './allocation-rule.js';

/** What each objective is called, and how else it may be written in a file. */
export const OBJECTIVE_WORDS: Readonly<Record<Objective, { readonly zh: string; readonly en: string; readonly also: readonly string[] }>> =
  {
    EXPECTED_REACHING: { zh: '预计达标村最多', en: 'Most villages expected to reach', also: ['达标村最多'] },
    WEIGHTED: { zh: '加权达标最多', en: 'Most by weight', also: ['加权'] },
    SHORTFALL: { zh: '预期缺口最小', en: 'Least expected shortfall', also: ['缺口最小'] },
    MAXIMIN: { zh: '最低的把握最高', en: 'Highest lowest chance', also: ['最低把握最高'] },
    LEAST_BUDGET: { zh: '花钱最少', en: 'Least money', also: ['预算最少'] },
  };
