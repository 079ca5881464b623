import type { CatalogueEntry } from './catalogue.js';

/** Errors of what helps to decide: sensitivity, the value of knowing more, rival views, adopted plans. */
export const decisionProblems = {
  SAME_ASSUMPTION_TWICE: {
    zh: (d) => `两边都是假设“${d.value}”；双向表要两个不同的假设`,
    en: (d) => `both sides are the assumption "${d.value}"; a two-way table takes two different ones`,
  },
  SENSITIVITY_TOO_LARGE: {
    zh: (d) =>
      `${d.counts} 次预测 × ${d.villages} 个村 × ${d.years} 年 × ${d.trials} 次模拟太多，一次最多 ${d.most}；请减少假设或办法、trials 或预测年数，或缩小 scope`,
    en: (d) =>
      `${d.counts} projections × ${d.villages} villages × ${d.years} years × ${d.trials} trials are too many, at most ${d.most} at a time: take fewer assumptions or policies, lower trials or the year, or narrow scope`,
  },
  NO_OWN_POLICY: {
    zh: () => `方案里没有写拨款（policy），没有可比的“本方案的拨款”；请写明 policy，或从 policies 里去掉 OWN`,
    en: () => `the scenario has no policy of its own to compare; write one, or leave OWN out of policies`,
  },
  BUDGET_BELOW_AMOUNT: {
    zh: (d) => `预算 ${d.budget} 元不够给一个村 ${d.amount} 元；请提高 budget 或降低 amount`,
    en: (d) => `a budget of ${d.budget} yuan does not cover ${d.amount} yuan for one village; raise budget or lower amount`,
  },
  BRIEF_INPUT: {
    zh: (d) =>
      `生成报告的请求里“${d.field}”不对；要 { scenarios, baseline, year, title }：scenarios 列出方案，写法和 ScenarioInput 一样；baseline 是其中第几个（从 0 数），year 是年份，title 是标题（不超过 200 字）`,
    en: (d) =>
      `"${d.field}" of the request for a brief is wrong; it takes { scenarios: [scenario, …], baseline: position from 0, year, title of at most 200 characters }, scenarios as in ScenarioInput`,
  },
  NO_PLAN_WITHIN_BUDGET: {
    zh: (d) => `要比的分法没有一个不超过预算 ${d.budget} 元；请在 policies 里加一个守预算的分法，或提高 budget`,
    en: (d) => `none of the policies keeps to the budget of ${d.budget} yuan; add one to policies that does, or raise budget`,
  },
  NO_ELIGIBLE_VILLAGE: {
    zh: () => `范围内没有一个村满足全部六项条件，资金无处可给；请补全条件的认定，或设 eligibleOnly 为 false`,
    en: () =>
      `no village in scope meets all six conditions, so no money can be given; have the conditions judged, or set eligibleOnly to false`,
  },
  UNKNOWN_PLAN: {
    zh: (d) => `没有编号为“${d.value}”的已定方案；请从 adoptedPlans 里取 id`,
    en: (d) => `there is no adopted plan with the id "${d.value}"; take an id from adoptedPlans`,
  },
  PLAN_WITHOUT_GRANTS: {
    zh: () => `这个方案没有给任何村安排资金，没有可以定下的内容；请先选分配办法，并看预算够不够一笔`,
    en: () =>
      `the scenario gives no village any money, so there is nothing to adopt; choose a policy, and see that its budget covers one grant`,
  },
  PLAN_WITHDRAWN: {
    zh: (d) => `第 ${d.number} 号方案“${d.name}”已由 ${d.by} 于 ${d.at} 撤回，不能再撤回一次`,
    en: (d) => `plan ${d.number} "${d.name}" was withdrawn by ${d.by} on ${d.at} already`,
  },
  BULLETIN_MONTH: {
    zh: (d) => `“${d.value}”不是月份；请写成 2020-05`,
    en: (d) => `"${d.value}" is no month; write 2020-05`,
  },
  PLAN_IS_WITHDRAWN: {
    zh: (d) => `第 ${d.number} 号方案“${d.name}”已撤回，拨款不能转成项目；请先采纳新的方案`,
    en: (d) => `plan ${d.number} "${d.name}" was withdrawn, so its grants cannot become projects; adopt a new plan first`,
  },
  PLAN_DATA_CHANGED: {
    zh: (d) => `数据已经变了：看到的数字出自版本 ${d.was}，现在是 ${d.now}；请重新预测，看过新的数字再定`,
    en: (d) =>
      `the data have changed: the numbers seen are of version ${d.was}, the data are now ${d.now}; project anew and look at the numbers before adopting`,
  },
} satisfies Record<string, CatalogueEntry>;
