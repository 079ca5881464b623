import { documents, longText, optional, text, township, village, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const workPlans = defineRegister({
  name: 'workPlan',
  plural: 'workPlans',
  group: 'ORGANISATION',
  source: ['O'],
  label: { zh: '年度方案', en: 'Yearly plans' },
  purpose: { zh: '单位、乡镇和村的年度工作方案与目标任务', en: 'Yearly plans of units, townships and villages' },
  fields: {
    year: year('年度', 'Year'),
    unit: text('单位', 'Unit'),
    title: text('方案名称', 'Title'),
    plan: optional(longText('主要内容', 'Content')),
    township: optional(township('乡镇', 'Township')),
    village: optional(village('村', 'Village')),
    documents: documents(),
  },
  title: 'title',
  order: 'year',
});
