import type { CatalogueEntry } from './catalogue.js';
import { hintEn, hintZh } from './hints.js';

/** Errors of scenarios and of what the model needs to project them. */
export const scenarioProblems = {
  OUT_OF_RANGE: {
    zh: (d) => `${d.field} = ${d.value} 超出范围；应在 ${d.least} 到 ${d.most} 之间`,
    en: (d) => `${d.field} = ${d.value} is out of range; it must be between ${d.least} and ${d.most}`,
  },
  NOT_AN_INTEGER: {
    zh: (d) => `${d.field} = ${d.value} 应是整数`,
    en: (d) => `${d.field} = ${d.value} must be an integer`,
  },
  TOO_MANY_TRIALS: {
    zh: (d) => `模拟次数 ${d.value} 太多；一次最多 ${d.most} 次`,
    en: (d) => `${d.value} trials are too many; at most ${d.most} at a time`,
  },
  NOT_A_NUMBER: {
    zh: (d) => `${d.field} = ${d.value} 应是数`,
    en: (d) => `${d.field} = ${d.value} must be a number`,
  },
  TOO_MUCH_WORK: {
    zh: (d) =>
      `${d.villages} 个村 × ${d.years} 年 × ${d.trials} 次模拟太多；同步计算最多 ${d.most} 个村年次，请减少 trials 或 horizon，或改用 startProjection`,
    en: (d) =>
      `${d.villages} villages × ${d.years} years × ${d.trials} trials are too many; a synchronous projection takes at most ${d.most} in all: lower trials or horizon, or use startProjection`,
  },
  PLAN_NOT_USED: {
    zh: (d) => `${d.modeZh}模式 ${d.value} 年的计划没有用上：预测年份是 ${d.years}`,
    en: (d) => `the plan of the mode ${d.modeEn} for ${d.value} is not used: the projected years are ${d.years}`,
  },
  EMPTY_CODE: {
    zh: (d) => `${d.field} 是空的；请给它一个代码`,
    en: (d) => `${d.field} is empty; give it a code`,
  },
  BAD_YAML: {
    zh: (d) => `第 ${d.line} 行不是有效的 YAML：${d.value}`,
    en: (d) => `line ${d.line} is no valid YAML: ${d.value}`,
  },
  UNKNOWN_FIELD: {
    zh: (d) => `第 ${d.line} 行：没有“${d.value}”这一项${hintZh(d)}`,
    en: (d) => `line ${d.line}: unknown field "${d.value}"${hintEn(d)}`,
  },
  MISSING_FIELD: {
    zh: (d) => `第 ${d.line} 行：缺少“${d.value}”`,
    en: (d) => `line ${d.line}: "${d.value}" is missing`,
  },
  WRONG_KIND: {
    zh: (d) => `第 ${d.line} 行：${d.field} 应是${d.wantedZh}`,
    en: (d) => `line ${d.line}: ${d.field} must be ${d.wantedEn}`,
  },
  TOO_MANY_VILLAGES: {
    zh: (d) => `范围内有 ${d.value} 个村，同步计算最多 ${d.most} 个；请缩小 scope，或改用 startProjection`,
    en: (d) => `the scope has ${d.value} villages, a synchronous projection takes at most ${d.most}; narrow scope, or use startProjection`,
  },
  UNKNOWN_OPTION: {
    zh: (d) => `方案里没有投向“${d.value}”，请在 options 里先写明它${hintZh(d)}`,
    en: (d) => `the scenario has no option "${d.value}", describe it in options first${hintEn(d)}`,
  },
  UNKNOWN_ASSUMPTION: {
    zh: (d) => `没有名为“${d.value}”的假设${hintZh(d)}`,
    en: (d) => `unknown assumption "${d.value}"${hintEn(d)}`,
  },
  DUPLICATE_CODE: {
    zh: (d) => `${d.field} 里“${d.value}”写了两次；请只留一个`,
    en: (d) => `"${d.value}" stands twice in ${d.field}; keep one`,
  },
  ONE_POLICY: {
    zh: (d) => `policy 应只写一种（flat、list、neediest、proportional、optimal 之一），这里写了：${d.value || '无'}`,
    en: (d) => `policy takes exactly one of flat, list, neediest, proportional, optimal; here: ${d.value || 'none'}`,
  },
  VILLAGE_NOT_IN_SCOPE: {
    zh: (d) => `村 ${d.value} 不在方案的范围（scope）内`,
    en: (d) => `village ${d.value} lies outside the scenario's scope`,
  },
  NO_COMPLETE_YEAR: {
    zh: (d) => `${d.county} 到 ${d.asOf} 为止没有一个完整年度（12 个月都有数据），无法预测；请导入更早的收入`,
    en: (d) => `${d.county} has no complete year (12 closed months) up to ${d.asOf}, so nothing can be projected; import earlier receipts`,
  },
  YEAR_NOT_PROJECTED: {
    zh: (d) => `年份 ${d.value} 不在预测年份内；可用：${d.years}`,
    en: (d) => `the year ${d.value} is not projected; use one of ${d.years}`,
  },
  YEARS_DIFFER: {
    zh: (d) => `范围内各县的数据截至不同年份（${d.counties}）；请缩小 scope，或用 asOf 指定同一个月`,
    en: (d) => `the counties in scope are closed in different years (${d.counties}); narrow scope, or name one month with asOf`,
  },
  AS_OF_TOO_LATE: {
    zh: (d) => `asOf = ${d.value} 晚于 ${d.county} 最后一个关账月 ${d.asOf}`,
    en: (d) => `asOf = ${d.value} is later than ${d.asOf}, the last closed month of ${d.county}`,
  },
  START_IS_PAST: {
    zh: (d) => `投向“${d.option}”的计划开工月 ${d.start} 不晚于数据截至月 ${d.asOf}；按所写的计算`,
    en: (d) => `option "${d.option}" is planned to start in ${d.start}, not after the as-of month ${d.asOf}; it is taken as given`,
  },
  ONLY_RECEIVED_COUNTS: {
    zh: (d) => `${d.value} 笔收入来源去年没有到账、今年已有到账（新来源或中断后恢复）；只计已到账部分，不再往后预测`,
    en: (d) =>
      `${d.value} income streams paid nothing last year but have paid this year (new, or back after a break); only what was received counts`,
  },
  SCENARIO_COUNT: {
    zh: (d) => `比较需要 ${d.least} 到 ${d.most} 个方案，这里有 ${d.value} 个`,
    en: (d) => `a comparison takes ${d.least} to ${d.most} scenarios, here: ${d.value}`,
  },
  COMPARED_DRAWS_DIFFER: {
    zh: (d) => `${d.field} = ${d.value} 与基准方案的 ${d.baseline} 不同；比较要用同一组随机数，请删去或改成一致`,
    en: (d) =>
      `${d.field} = ${d.value} differs from the baseline's ${d.baseline}; a comparison uses the same draws: leave it out or make it equal`,
  },
  COMPARED_VILLAGES_DIFFER: {
    zh: (d) => `方案 ${d.scenario} 的范围（scope）有 ${d.value} 个村，与基准方案的 ${d.baseline} 个村不是同一批；请让各方案范围一致`,
    en: (d) =>
      `the scope of scenario ${d.scenario} has ${d.value} villages, which are not the same as the baseline's ${d.baseline}; give all scenarios one scope`,
  },
  COMPARED_YEARS_DIFFER: {
    zh: (d) => `方案 ${d.scenario} 预测的年份是 ${d.value}，基准方案是 ${d.baseline}；请让各方案的 asOf 和 horizon 一致`,
    en: (d) => `scenario ${d.scenario} projects ${d.value}, the baseline ${d.baseline}; give all scenarios the same asOf and horizon`,
  },
  COMPARISON_TOO_LARGE: {
    zh: (d) =>
      `${d.scenarios} 个方案 × ${d.villages} 个村 × ${d.years} 年 × ${d.trials} 次模拟太多，一次最多 ${d.most}；请减少方案、trials 或 horizon`,
    en: (d) =>
      `${d.scenarios} scenarios × ${d.villages} villages × ${d.years} years × ${d.trials} trials are too many, at most ${d.most} at a time: take fewer scenarios, or lower trials or horizon`,
  },
  NO_GRANT_IS_ENOUGH: {
    zh: (d) =>
      `多少资金也达不到 ${d.wanted} 的把握：有 ${d.without} 的模拟中当年没有钱到账（交付推迟、未付或晚付），把握最高只到 ${d.best}`,
    en: (d) =>
      `no grant gives a chance of ${d.wanted}: in ${d.without} of the trials no money arrives in that year (delivered late, not paid, or paid the year after), and the chance is at most ${d.best}`,
  },
} satisfies Record<string, CatalogueEntry>;
