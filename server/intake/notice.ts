import type { Language, ProblemDetails } from '../base/errors/problem.js';
import { shown, type Place } from './findings.js';

type Sentence = (details: ProblemDetails) => string;

/** What an import tells beside its counts: nothing of it stops the import. */
const NOTICES = {
  FILE_IGNORED: {
    zh: () => `看不出是哪张表，未导入`,
    en: () => `not imported: cannot tell which table it is`,
  },
  SHEET_PASSED_OVER: {
    zh: () => `按记住的说法，这不是要导入的表，跳过`,
    en: () => `passed over, as it was said to be no table to import`,
  },
  SHEET_HIDDEN: {
    zh: (d) => `工作表“${d.value}”是隐藏的，没有导入；需要的话请取消隐藏`,
    en: (d) => `sheet "${d.value}" is hidden and was not imported; show it if it is wanted`,
  },
  TOTALS_CHECKED: {
    zh: (d) => `${d.count} 行合计、小计与明细相符，没有作为收入导入`,
    en: (d) => `rows of totals that agree with the rows above them, not imported as income: ${d.count}`,
  },
  NOTES_IGNORED: {
    zh: (d) => `第 ${d.rows} 行是说明文字，未导入`,
    en: (d) => `rows ${d.rows} are notes and were not imported`,
  },
  TURNED: {
    zh: (d) => `“${d.columns}”各列已转成逐笔收入`,
    en: (d) => `the columns ${d.columns} were turned into receipts`,
  },
  COLUMN_IGNORED: {
    zh: (d) => `“${d.value}”列未导入${d.suggestion ? `；是否要写“${d.suggestion}”？` : ''}`,
    en: (d) => `column "${d.value}" is not imported${d.suggestion ? `; did you mean "${d.suggestion}"?` : ''}`,
  },
  UNIT_FLAG_WINS: {
    zh: (d) => `表头写的是${d.header}，按 --unit 用${d.unit}`,
    en: (d) => `the header says ${d.header}; ${d.unit} is used as --unit says`,
  },
  CUMULATIVE_DIFFERENCED: {
    zh: (d) => `${d.figures} 个数是年初至当月的累计，已减去当年以前月份的到账，得到 ${d.count} 笔当月收入`,
    en: (d) =>
      `figures that count from January to their month: ${d.figures}; less what came in earlier months of the year they make receipts of a month: ${d.count}`,
  },
  KEYS_SUMMED: {
    zh: (d) => `第 ${d.rows} 行是同一笔收入（村、模式、产业、园区、项目、月份、凭证号都相同），已合计为 ${d.amount} 元`,
    en: (d) =>
      `rows ${d.rows} are the same receipt (village, mode, industry, park, project, month, reference) and were summed to ${d.amount} yuan`,
  },
  STAGE_ASSUMED: {
    zh: (d) => `${d.count} 个项目没有写阶段，按“已立项”处理（计入预测）`,
    en: (d) => `projects without a stage, taken as committed (they count in projections): ${d.count}`,
  },
  COUNTY_NOT_LISTED: {
    zh: (d) =>
      `国家统计局 2023 年名录里没有代码为 ${d.value} 的县，暂以代码为县名；若是新设的县，可加一列“县”写明县名${d.suggestion ? `；若写错了，是否要写：${d.suggestion}？` : ''}`,
    en: (d) =>
      `the statistics bureau's list of 2023 has no county ${d.value}, so its code stands for its name; if the county is newer, a column "county" may name it${d.suggestion ? `; if the code is wrong, did you mean ${d.suggestion}?` : ''}`,
  },
  PROJECT_OF_OTHER_VILLAGE: {
    zh: (d) => `项目 ${d.project} 属于${d.owner}，这里记在${d.village}`,
    en: (d) => `project ${d.project} belongs to ${d.owner}, this receipt to ${d.village}`,
  },
} satisfies Record<string, Record<Language, Sentence>>;

export type NoticeCode = keyof typeof NOTICES;

export interface Notice {
  readonly place: Place;
  readonly code: NoticeCode;
  readonly details: ProblemDetails;
}

export const noticeText = (notice: Notice, language: Language): string => {
  const details = Object.entries(notice.details).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value] as const);
  return NOTICES[notice.code][language](Object.fromEntries(details));
};
