import { inBoth } from '../i18n/words.js';

/** What the registers come to, at a glance; the names are those of their addresses. */
export const PANELS = [
  'month-reporting',
  'project-library',
  'duty-calendar',
  'park-overviews',
  'funder-accounts',
  'eligibility-check',
  'income-distribution',
  'instrument-income',
  'property-shares',
  'unit-appraisals',
  'village-pair',
] as const;
export type PanelName = (typeof PANELS)[number];

interface PanelWords {
  readonly label: string;
  readonly purpose: string;
}

export const panelWords = inBoth<Record<PanelName, PanelWords>>(
  {
    'month-reporting': {
      label: '月报报送',
      purpose: '哪个村在什么时候报了哪个月、有没有佐证；谁迟报、谁没报；两个来源的数并排看，确认一个；关账后不能再改。',
    },
    'project-library': {
      label: '项目库',
      purpose: '每个项目的五个环节、交付节点、应收与实收，以及它失败、推迟或迟付时村里还有多大可能达标。',
    },
    'duty-calendar': { label: '履职日历', purpose: '各单位该做的研究、调度和走访，按月看做了没有、有没有佐证、逾期没有。' },
    'park-overviews': { label: '三园总览', purpose: '各村在园区的投入、合同缺项、节点、应收款，以及园区推迟对各村达标的影响。' },
    'funder-accounts': { label: '资金总账', purpose: '每个出资方下达、立项、拨付了多少，还剩多少。' },
    'eligibility-check': {
      label: '六项条件',
      purpose: '每个村六项扶持条件的评定：符合不符合、谁评定、凭什么；六项都符合才能申请扶持资金。',
    },
    'income-distribution': { label: '分配测算', purpose: '按本县自己定的办法算每一份多少，看审批到了哪一步；用途、份额和基数都可改。' },
    'instrument-income': { label: '举措收入', purpose: '五个模式各靠哪些办法创收：每种办法有多少村在用，今年和上年各带来多少。' },
    'property-shares': { label: '物业份额', purpose: '集中购买的门面等物业：各村出了多少、占多少、该分多少租金，合计对不对得上买价。' },
    'unit-appraisals': { label: '考核汇总', purpose: '每个单位和乡镇履职做了多少、逾期多少，三项考核怎么说，村里收入到了哪一步。' },
    'village-pair': { label: '示范对照', purpose: '一个示范村和另一个村并排看：收入从哪来、条件、项目、评分，示范村做了什么、见效多少。' },
  },
  {
    'month-reporting': {
      label: 'Monthly reporting',
      purpose:
        'Which village reported which month when and on what evidence, who is late or missing, two sources side by side until one is confirmed; a closed month does not change.',
    },
    'project-library': {
      label: 'Project library',
      purpose:
        'The five stages of every project, its milestones, what is owed and came, and what the village’s chance is if it fails, is delayed or pays late.',
    },
    'duty-calendar': {
      label: 'Calendar of duties',
      purpose: 'Who had to meet, plan or visit in which month, whether they did, on what evidence, and what is overdue.',
    },
    'park-overviews': {
      label: 'The parks',
      purpose: 'What villages have in each park, gaps in contracts, milestones, receivables, and what a delay does to the villages.',
    },
    'funder-accounts': { label: 'Ledger by funder', purpose: 'What every funder allotted, committed and paid, and what is left.' },
    'eligibility-check': {
      label: 'Six conditions',
      purpose:
        'The six conditions of every village: met or not, judged by whom, on what evidence; a village that meets all six may get a grant.',
    },
    'income-distribution': {
      label: 'Distribution',
      purpose: 'What each share of a rule comes to, and how far its approval is; purposes, shares and base are the county’s own.',
    },
    'instrument-income': {
      label: 'Income by instrument',
      purpose: 'By what the five modes earn: how many villages use each instrument, and what it brought this year and last.',
    },
    'property-shares': {
      label: 'Jointly bought property',
      purpose: 'What each village paid, its share and its part of the rent, and whether the sum is the price.',
    },
    'unit-appraisals': {
      label: 'Appraisals',
      purpose: 'How every unit and township kept its duties, what the three appraisals say, and how far its villages’ income is.',
    },
    'village-pair': {
      label: 'Model beside another',
      purpose:
        'A model village beside any other: where income comes from, conditions, projects, scores, what the model did and what came of it.',
    },
  },
);
