import { choice, documents, longText, optional, text, township, whole, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const appraisals = defineRegister({
  name: 'appraisal',
  plural: 'appraisals',
  group: 'ORGANISATION',
  source: ['O', 'H'],
  label: { zh: '考核评议', en: 'Appraisals' },
  purpose: { zh: '三项考核对村集体经济的评价', en: 'What the three appraisals say of the collective economy' },
  fields: {
    kind: choice('考核', 'Appraisal', {
      type: 'AppraisalKind',
      choices: {
        PARTY_BUILDING: { zh: '基层党建述职评议考核', en: 'Party building' },
        POVERTY_RELIEF: { zh: '脱贫攻坚工作成效', en: 'Poverty relief' },
        REVITALISATION: { zh: '乡村振兴实绩考核', en: 'Rural revitalisation' },
      },
    }),
    year: year('年度', 'Year'),
    unit: text('被考核单位', 'Unit'),
    township: optional(township('乡镇', 'Township')),
    score: optional(whole('得分', 'Score', { most: 100 })),
    finding: optional(longText('评价', 'Finding')),
    documents: documents(),
  },
  title: 'unit',
  order: 'year',
});
