import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';

/** What is wrong with an allocation that is asked for, and why money cannot be allocated as asked. */
export const allocationProblems = {
  MIN_ABOVE_MAX: {
    zh: (d) => `每村最少 ${d.min} 元高于最多 ${d.max} 元；请对调或改小 min`,
    en: (d) => `min = ${d.min} is above max = ${d.max}; lower min or raise max`,
  },
  NO_LUMP_FITS: {
    zh: (d) => `每份 ${d.lump} 元的整数倍没有落在 ${d.min} 到 ${d.max} 元之间的；请改小 lump，或放宽 min、max`,
    en: (d) => `no multiple of lump = ${d.lump} lies between min = ${d.min} and max = ${d.max}; lower lump, or widen min and max`,
  },
  TOO_MANY_LUMPS: {
    zh: (d) => `每份 ${d.lump} 元、每村最多 ${d.max} 元，就有 ${d.value} 档，最多 ${d.most} 档；请把 lump 改成至少 ${d.needed} 元`,
    en: (d) =>
      `lump = ${d.lump} and max = ${d.max} make ${d.value} steps, at most ${d.most} are possible; let lump be ${d.needed} at least`,
  },
  BUDGET_MISSING: {
    zh: (d) => `目标 ${d.objective} 需要预算（budget），单位元；只有 LEAST_BUDGET 可以不写`,
    en: (d) => `the objective ${d.objective} needs a budget, in yuan; only LEAST_BUDGET may leave it out`,
  },
  BUDGET_BELOW_SMALLEST_GRANT: {
    zh: (d) => `预算 ${d.value} 元连最小的一笔（${d.smallest} 元）也不够；请增加预算，或改小 lump、min`,
    en: (d) => `budget = ${d.value} is less than the smallest grant of ${d.smallest}; raise the budget, or lower lump or min`,
  },
  NO_OPTION_OFFERED: {
    zh: () => '没有写明资金可以投向什么；请在 options 里至少写一个投向的代码',
    en: () => 'no option is offered; name at least one in options',
  },
  LEAST_BUDGET_NEEDS: {
    zh: (d) => `目标 LEAST_BUDGET 需要 ${d.field}：要让多少个村（villageCount）的把握至少是多少（chance）`,
    en: (d) => `the objective LEAST_BUDGET needs ${d.field}: how many villages (villageCount) are to have at least which chance`,
  },
  MORE_VILLAGES_THAN_THERE_ARE: {
    zh: (d) => `villageCount = ${d.value} 多于范围内的 ${d.inScope} 个村`,
    en: (d) => `villageCount = ${d.value} is more than the ${d.inScope} villages in scope`,
  },
  FORCED_BOTH_WAYS: {
    zh: (d) => `村 ${d.value} 既在必须给（forcedIn）又在不给（forcedOut）的名单里；请只留一处`,
    en: (d) => `village ${d.value} is both in forcedIn and in forcedOut; keep it in one`,
  },
  FORCED_IN_NOT_ELIGIBLE: {
    zh: (d) => `必须给的村 ${d.value} 还不符合扶持条件；请从 forcedIn 里去掉，或把 eligibleOnly 设为 false`,
    en: (d) => `village ${d.value} of forcedIn is not eligible; take it out, or set eligibleOnly to false`,
  },
  NO_VILLAGE_MAY_BE_FUNDED: {
    zh: (d) =>
      `范围内 ${d.villages} 个村没有一个可以得到资金（${d.eligible} 个符合条件，${d.out} 个被排除）；请扩大范围、补全条件评定，或把 eligibleOnly 设为 false`,
    en: (d) =>
      `none of the ${d.villages} villages in scope may be funded (${d.eligible} eligible, ${d.out} forced out); widen scope, complete the judgments of eligibility, or set eligibleOnly to false`,
  },
  GROUP_OF_NOTHING: {
    zh: (d) => `第 ${d.value} 条上下限没有写明是哪个乡镇（township）或投向（option）的`,
    en: (d) => `group ${d.value} names neither a township nor an option`,
  },
  GROUP_WITHOUT_BOUNDS: {
    zh: (d) => `第 ${d.value} 条上下限既没有下限（floor）也没有上限（cap）`,
    en: (d) => `group ${d.value} has neither floor nor cap`,
  },
  UNKNOWN_TOWNSHIP: {
    zh: (d) => `没有代码为“${d.value}”的乡镇${hintZh(d)}`,
    en: (d) => `unknown township "${d.value}"${hintEn(d)}`,
  },
  TOWNSHIP_NOT_IN_SCOPE: {
    zh: (d) => `乡镇 ${d.value} 不在方案的范围（scope）内`,
    en: (d) => `township ${d.value} lies outside the scenario's scope`,
  },
  GROUP_OPTION_NOT_OFFERED: {
    zh: (d) => `上下限里的投向“${d.value}”不在可选投向（${d.offered}）之内；请加进 options 或去掉这一条`,
    en: (d) => `the option "${d.value}" of a group is not among those offered (${d.offered}); offer it in options, or drop the group`,
  },
  FLOOR_ABOVE_CAP: {
    zh: (d) => `${d.of}：下限 ${d.floor} 元高于上限 ${d.cap} 元`,
    en: (d) => `${d.of}: the floor of ${d.floor} is above the cap of ${d.cap}`,
  },
  NO_LUMP_BETWEEN: {
    zh: (d) => `${d.of}：每份 ${d.lump} 元的整数倍没有落在下限 ${d.floor} 与上限 ${d.cap} 元之间的`,
    en: (d) => `${d.of}: no multiple of lump = ${d.lump} lies between the floor of ${d.floor} and the cap of ${d.cap}`,
  },
  FLOORS_ABOVE_BUDGET: {
    zh: (d) => `各下限合计 ${d.floors} 元，超过预算 ${d.budget} 元；请降低下限或增加预算`,
    en: (d) => `the floors add up to ${d.floors}, more than the budget of ${d.budget}; lower them, or raise the budget`,
  },
  ALLOCATION_TOO_LARGE: {
    zh: (d) =>
      `${d.villages} 个村 × ${d.options} 个投向 × ${d.lumps} 档太多，一次最多 ${d.most}；请把每份（lump）改大、减少 options，或缩小 scope`,
    en: (d) =>
      `${d.villages} villages × ${d.options} options × ${d.lumps} lumps are too many, at most ${d.most} at a time: take a larger lump or fewer options, or narrow scope`,
  },
  NO_PLAN_FOUND: {
    zh: (d) => `在 ${d.value} 步搜索内没有找到符合全部条件的分配方案；请减少上下限（groups）的条数，或放宽它们`,
    en: (d) => `no plan that keeps to all bounds was found within ${d.value} steps of the search; give fewer groups, or wider bounds`,
  },
} satisfies Record<string, CatalogueEntry>;
