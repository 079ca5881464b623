import type { Words } from '../../base/words.js';

/** Ways to share a budget out that are held side by side. */
export const POLICY_KINDS = ['NONE', 'EQUAL', 'FLAT', 'NEEDIEST', 'PROPORTIONAL', 'OPTIMAL', 'OWN'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

export const POLICY_LABELS: Readonly<Record<PolicyKind, Words>> = {
  NONE: { zh: '不拨款', en: 'no grants' },
  EQUAL: { zh: '均分', en: 'equal shares' },
  FLAT: { zh: '每村定额', en: 'fixed amount each' },
  NEEDIEST: { zh: '缺口大的优先', en: 'neediest first' },
  PROPORTIONAL: { zh: '按缺口分', en: 'in proportion to need' },
  OPTIMAL: { zh: '最优分配', en: 'optimal' },
  OWN: { zh: '本方案的拨款', en: "the scenario's own" },
};
