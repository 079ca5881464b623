import { choice, documents, longText, optional, text, village, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const distributionRules = defineRegister({
  name: 'distributionRule',
  plural: 'distributionRules',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '收益分配办法', en: 'Distribution rules' },
  purpose: {
    zh: '收益怎么分：基数、份额和名目都可改，不预设“433”的含义',
    en: 'How income is distributed: base, shares and labels are yours; nothing is assumed of “433”',
  },
  fields: {
    name: text('名称', 'Name'),
    year: year('年度', 'Year'),
    village: optional(village('村', 'Village')),
    base: choice('分配基数', 'Base', {
      type: 'DistributionBase',
      choices: {
        INCOME: { zh: '当年收入', en: 'Income of the year' },
        NET_INCOME: { zh: '当年收益', en: 'Net income of the year' },
        INCREASE: { zh: '比上年增加的收入', en: 'Increase over the year before' },
      },
    }),
    step: choice('审批进度', 'Step', {
      type: 'DistributionStep',
      choices: {
        DRAFT: { zh: '草案', en: 'Draft' },
        BRANCH: { zh: '村党支部提议', en: 'Proposed by the branch' },
        MEMBERS: { zh: '成员大会通过', en: 'Passed by the members' },
        TOWNSHIP: { zh: '乡镇审核', en: 'Checked by the township' },
        PUBLISHED: { zh: '已公示', en: 'Published' },
      },
    }),
    remark: optional(longText('说明', 'Remark')),
    documents: documents(),
  },
  title: 'name',
  order: 'year',
});
