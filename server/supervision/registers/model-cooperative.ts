import { choice, day, documents, longText, optional, village, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const modelCooperatives = defineRegister({
  name: 'modelCooperative',
  plural: 'modelCooperatives',
  group: 'DEMONSTRATION',
  source: ['D'],
  label: { zh: '示范社名册', en: 'Model co-operatives' },
  purpose: { zh: '重点打造、新增和培育的示范社', en: 'Model co-operatives built up, added and brought on' },
  fields: {
    village: village('村', 'Village'),
    level: choice('级别', 'Level', {
      type: 'ModelLevel',
      choices: { COUNTY: { zh: '县级', en: 'County' }, CITY: { zh: '市级', en: 'City' }, REGION: { zh: '自治区级', en: 'Region' } },
    }),
    cohort: year('批次', 'Cohort'),
    state: choice('状态', 'State', {
      type: 'ModelState',
      choices: {
        CANDIDATE: { zh: '培育', en: 'Candidate' },
        BUILDING: { zh: '重点打造', en: 'Being built up' },
        NAMED: { zh: '已评定', en: 'Named' },
        WITHDRAWN: { zh: '已取消', en: 'Withdrawn' },
      },
    }),
    namedOn: optional(day('评定日期', 'Named on')),
    remark: optional(longText('说明', 'Remark')),
    documents: documents(),
  },
  title: 'village',
  order: 'cohort',
});
