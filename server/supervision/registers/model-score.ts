import { documents, text, village, whole, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const modelScores = defineRegister({
  name: 'modelScore',
  plural: 'modelScores',
  group: 'DEMONSTRATION',
  source: ['D'],
  label: { zh: '示范社评分', en: 'Scorecards' },
  purpose: { zh: '按八项标准给示范社打分', en: 'Model co-operatives scored on the eight criteria' },
  fields: {
    village: village('村', 'Village'),
    year: year('年度', 'Year'),
    partyLead: whole('党建引领', 'Party lead', { most: 10 }),
    plan: whole('发展规划', 'Plan', { most: 10 }),
    stableIncome: whole('稳定收入', 'Stable income', { most: 10 }),
    operation: whole('规范运行', 'Operation', { most: 10 }),
    supervision: whole('监管机制', 'Supervision', { most: 10 }),
    economicEffect: whole('经济效益', 'Economic effect', { most: 10 }),
    demonstrationEffect: whole('示范效益', 'Demonstration effect', { most: 10 }),
    sustainability: whole('可持续', 'Sustainable', { most: 10 }),
    judgedBy: text('评分人', 'Judged by'),
    documents: documents(),
  },
  title: 'village',
  order: 'year',
});
