import { CRITERIA, CRITERION_WORDS } from '../base/vocabulary.js';
import type { TableKind } from './table-kind.js';

/** A column of a table: its name in the contract, whether a file must have it, and the headers that mean it. */
export interface Column {
  readonly name: string;
  /** The header as shown to people; it is an alias too. */
  readonly zh: string;
  readonly also: readonly string[];
  readonly required: boolean;
  /** Money may name its unit in the header, a share may be in percent. */
  readonly measure?: 'money' | 'share';
}

const column = (name: string, zh: string, also: readonly string[] = [], more: Partial<Column> = {}): Column => ({
  name,
  zh,
  also,
  required: false,
  ...more,
});
const required = { required: true } as const;
const share = { measure: 'share' } as const;

/** The village that a row is about: by one column with a code or a name, or by two, one for each. */
const VILLAGE: readonly Column[] = [
  column('village', '村', [
    'village_name',
    '村名',
    '村名称',
    '行政村',
    '行政村名称',
    '村庄',
    '村(社区)',
    '村/社区',
    '村社区',
    '社区',
    '村委会',
    '村集体',
    '村级集体经济组织',
    '村屯',
  ]),
  column('village_code', '村代码', ['village_id', '村编码', '村编号', '行政村代码', '村级代码']),
  column('township', '乡镇', ['township_name', 'town', '镇', '乡', '乡(镇)', '镇(乡)', '乡镇名称', '所属乡镇']),
];

const COUNTY = column('county', '县', ['county_code', 'county_name', '县代码', '县名', '县名称', '县(区)', '县(市、区)', '县区', '区县']);

/** Every column of every table, with the headers it is known by; the only place where they are listed. */
export const COLUMNS: Readonly<Record<TableKind, readonly Column[]>> = {
  villages: [
    column(
      'code',
      '村代码',
      ['village_code', '代码', '编码', '区划代码', '统计代码', '统计用区划代码', '行政区划代码', '行政村代码', '村编码'],
      required,
    ),
    column(
      'name',
      '村名',
      ['village', 'village_name', '名称', '村', '村名称', '行政村', '行政村名称', '村庄', '村(社区)', '村/社区', '村社区', '村委会'],
      required,
    ),
    column('township_code', '乡镇代码', ['town_code', '镇代码', '乡代码', '乡(镇)代码', '乡镇编码']),
    VILLAGE[2]!,
    COUNTY,
    ...CRITERIA.map((criterion, index) =>
      column(`criterion_${index + 1}`, `条件${index + 1}`, [
        criterion,
        CRITERION_WORDS[criterion].zh,
        CRITERION_WORDS[criterion].en,
        `条件${'一二三四五六'[index]}`,
        `第${'一二三四五六'[index]}项条件`,
        `第${index + 1}项条件`,
      ]),
    ),
  ],
  receipts: [
    ...VILLAGE,
    column('mode', '模式', ['收入模式', '发展模式', '经营模式', '模式类别', '经济模式', '五个模式'], required),
    column('industry', '产业', ['行业', '重点产业', '产业类别', '产业类型', '所属产业']),
    column('park', '园区', ['park_code', 'park_name', '园区代码', '园区名称', '产业园', '产业园区', '示范园', '所属园区']),
    column('project', '项目', ['project_code', 'project_name', '项目代码', '项目名称', '项目编号', '所属项目']),
    column(
      'month',
      '月份',
      ['date', 'year_month', '年月', '月', '到账月份', '到账时间', '到账日期', '入账月份', '入账日期', '收款月份', '日期'],
      required,
    ),
    column(
      'amount',
      '金额',
      ['income', '到账金额', '收入', '收入金额', '到账', '实际到账', '实际到账金额', '到账收入', '入账金额', '收款金额'],
      {
        ...required,
        measure: 'money',
      },
    ),
    column('reference', '凭证号', ['ref', 'voucher', '凭证', '凭证编号', '凭据号', '票据号', '流水号', '参考号', '单据号']),
  ],
  targets: [
    ...VILLAGE,
    column('year', '年度', ['年', '年份', '目标年度', '目标年份'], required),
    column('amount', '目标', ['target', '目标金额', '金额', '目标收入', '收入目标', '年度目标', '目标值', '目标任务'], {
      ...required,
      measure: 'money',
    }),
  ],
  parks: [
    column('code', '园区代码', ['park', 'park_code', '代码', '编号', '园区编号', '编码'], required),
    column('name', '园区名称', ['park_name', '名称', '园区', '园区名', '产业园名称'], required),
    column('kind', '类型', ['type', '类别', '园区类型', '园区类别', '种类']),
    column('payer', '付款方', ['付款人', '付款单位', '支付方', '支付单位', '经营主体', '运营主体']),
    COUNTY,
  ],
  projects: [
    column('code', '项目代码', ['project', 'project_code', '代码', '编号', '项目编号', '编码', '项目编码'], required),
    ...VILLAGE,
    column('name', '项目名称', ['project_name', '名称', '项目', '项目名'], required),
    column('mode', '模式', ['收入模式', '发展模式', '经营模式', '模式类别', '经济模式', '五个模式'], required),
    column('industry', '产业', ['行业', '重点产业', '产业类别', '产业类型', '所属产业']),
    column('park', '园区', ['park_code', 'park_name', '园区代码', '园区名称', '产业园', '产业园区', '示范园', '所属园区']),
    column('funder', '资金来源', ['source', '出资方', '出资单位', '投资方', '拨款单位', '资助方', '资金渠道']),
    column(
      'capital',
      '投入资金',
      ['amount', '资金', '本金', '投入', '投资额', '投资金额', '总投资', '项目资金', '财政资金', '金额', '资金额度'],
      {
        ...required,
        measure: 'money',
      },
    ),
    column('rate', '年收益率', ['return', '收益率', '回报率', '年回报率', '预期收益率'], share),
    column('sd', '收益波动', ['波动', '对数标准差', '标准差', '离散度']),
    column(
      'start',
      '投产月份',
      ['开始月份', '起始月份', '收益起始月份', '见效月份', '计划投产月份', '预计投产月份', '投产时间', '开始'],
      required,
    ),
    column('delay', '延期月数', ['延期', '平均延期', '平均延期月数', '延期(月)', '延误月数']),
    column('failure', '失败率', ['失败概率', '违约率', '违约概率', '年失败率'], share),
    column('insured', '赔付比例', ['保险赔付比例', '保险比例', '赔付率'], share),
    column('premium', '保费比例', ['保费', '保费率', '保费占比'], share),
    column('late', '迟付率', ['迟付概率', '迟到概率', '延迟到账概率', '延迟到账率'], share),
    column('stage', '阶段', ['status', '状态', '项目阶段', '项目状态', '进度']),
  ],
};

/** The terms of a project that a file may hold, with the largest value that makes sense; those at 1 are shares. */
export const TERM_LIMITS = { rate: 1, sd: 5, delay: 240, failure: 1, insured: 1, premium: 1, late: 1 } as const;
