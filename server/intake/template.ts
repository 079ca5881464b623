import { CRITERIA, CRITERION_WORDS, INDUSTRY_WORDS, MODE_WORDS, STAGE_WORDS } from '../base/vocabulary.js';
import { COLUMNS } from './columns.js';
import type { TableKind } from './table-kind.js';

interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** A column of an empty table that people fill in. */
export interface TemplateColumn {
  readonly name: string;
  /** As files write it. */
  readonly header: string;
  readonly required: boolean;
  readonly note: BothLanguages;
  readonly example: string;
  /** The words that the column takes; empty where it takes anything that its note says. */
  readonly choices: readonly string[];
}

/** What a column takes and how it is meant. */
interface Filled {
  readonly zh: string;
  readonly en: string;
  readonly example: string;
  readonly choices?: readonly string[];
}

/** The column of running numbers, in which a template marks the rows that are no data. */
export const COUNTER_HEADER = '序号';

const filled = (example: string, zh: string, en: string, choices?: readonly string[]): Filled => ({
  example,
  zh,
  en,
  ...(choices ? { choices } : {}),
});
const chinese = (words: Readonly<Record<string, BothLanguages>>): string[] => Object.values(words).map(({ zh }) => zh);

const VILLAGE = filled(
  '镇玉社区',
  '村名或 12 位代码；全县有重名的，写成“乡镇/村”',
  'name or 12-digit code; a name that is not unique as township/village',
);
const TOWNSHIP = filled('城厢镇', '所在乡镇；村名不重复时可不填', 'its township; may be empty where the name is unique');
const MODE = filled('产业', '五个模式之一', 'one of the five modes', chinese(MODE_WORDS));
const INDUSTRY = filled('桑蚕', '重点产业，可不填', 'key industry, may be empty', chinese(INDUSTRY_WORDS));
const PARK = filled('Y01', '园区代码或名称，可不填', 'code or name of the park, may be empty');
const share = (example: string, zh: string, en: string): Filled =>
  filled(example, `${zh}；写成 8% 或 0.08，不填用工作区默认值`, `${en}; written 8% or 0.08, empty: the workspace's default`);

/** The columns of each template in their order; what a table takes beside them is rarely needed. */
const FILLED: Readonly<Record<TableKind, Readonly<Record<string, Filled>>>> = {
  villages: {
    code: filled('451026100001', '12 位统计用区划代码，按文本填写', '12-digit statistical code, kept as text'),
    name: filled('镇玉社区', '村或社区的全名', 'full name of the village'),
    township_code: filled('451026100', '9 位；是村代码的前 9 位，可不填', '9 digits, the beginning of the village code; may be empty'),
    township: filled('城厢镇', '所在乡镇', 'its township'),
    ...Object.fromEntries(
      CRITERIA.map((criterion, index) => [
        `criterion_${index + 1}`,
        filled(
          '1',
          `${CRITERION_WORDS[criterion].zh}：1 符合，0 不符合，不填为未判定`,
          `${CRITERION_WORDS[criterion].en}: 1 met, 0 not met, empty: not judged`,
          ['1', '0'],
        ),
      ]),
    ),
  },
  parks: {
    code: filled('Y01', '自编代码，不重复', 'your own code, unique'),
    name: filled('城厢桑蚕产业园', '园区全名', 'full name of the park'),
    kind: filled('产业园', '类型，可不填', 'its kind, may be empty'),
    payer: filled('县农投公司', '给村里付款的单位，可不填', 'who pays the villages, may be empty'),
  },
  projects: {
    code: filled('X2020001', '自编代码，不重复', 'your own code, unique'),
    village: VILLAGE,
    township: TOWNSHIP,
    name: filled('城厢桑园扩建', '项目全名', 'full name of the project'),
    mode: MODE,
    industry: INDUSTRY,
    park: PARK,
    funder: filled('县级财政', '资金来源，可不填', 'where the money comes from, may be empty'),
    capital: filled('500000', '投入的本金', 'the capital put in'),
    rate: share('8%', '约定的年收益率', 'agreed yearly return'),
    sd: filled(
      '0.2',
      '每年收益的波动（对数标准差），不填用工作区默认值',
      "yearly spread (log standard deviation), empty: the workspace's default",
    ),
    start: filled('2020-06', '开始产生收益的月份', 'the month in which it begins to pay'),
    delay: filled('2', '预计延期的月数，不填用工作区默认值', "expected delay in months, empty: the workspace's default"),
    failure: share('3%', '每年失败的可能', 'chance of failing in a year'),
    insured: share('60%', '失败时保险赔付本金的比例', 'share of the capital that insurance pays on failure'),
    premium: share('1%', '每年保费占本金的比例', 'yearly premium as a share of the capital'),
    late: share('10%', '当年应付、次年才到的比例', 'share due in a year that comes in the next'),
    stage: filled('已立项', '现在的阶段；不填按已立项', 'present stage; empty: committed', chinese(STAGE_WORDS)),
  },
  targets: {
    village: VILLAGE,
    township: TOWNSHIP,
    year: filled('2020', '四位年份', 'four digits'),
    amount: filled('50000', '当年的收入目标', "the year's target of income"),
  },
  receipts: {
    village: VILLAGE,
    township: TOWNSHIP,
    mode: MODE,
    industry: INDUSTRY,
    park: PARK,
    project: filled('X2020001', '项目代码或名称，可不填', 'code or name of the project, may be empty'),
    month: filled('2020-05', '到账的月份', 'the month in which it was received'),
    amount: filled('3500', '到账金额；红字冲销写负数', 'what was received; a reversal is negative'),
    reference: filled('记-0521', '凭证号，用来分清同月的几笔；可不填', 'voucher, tells receipts of a month apart; may be empty'),
  },
};

const UNIT_NOTE: BothLanguages = { zh: '；表头改成（万元）就按万元读', en: '; a header with (万元) is read in 10,000 yuan' };

/** What an empty table of a kind has: every column with its header, a note, and an example that the import takes. */
export function templateColumns(kind: TableKind): readonly TemplateColumn[] {
  return Object.entries(FILLED[kind]).map(([name, { zh, en, example, choices = [] }]) => {
    const column = COLUMNS[kind].find((one) => one.name === name)!;
    const money = column.measure === 'money';
    return {
      name,
      header: money ? `${column.zh}(元)` : column.zh,
      required: column.required || name === 'village',
      note: { zh: money ? `${zh}${UNIT_NOTE.zh}` : zh, en: money ? `${en}${UNIT_NOTE.en}` : en },
      example,
      choices,
    };
  });
}
