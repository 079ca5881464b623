import { choice, documents, entry, longText, optional, village, year } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const cadreAppraisals = defineRegister({
  name: 'cadreAppraisal',
  plural: 'cadreAppraisals',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '干部考核', en: 'Appraisals of cadres' },
  purpose: {
    zh: '考核结果作为“进退留转”的参考，由人决定，不自动得出',
    en: 'A reference for decisions on posts, which people take and no program does',
  },
  fields: {
    village: village('村', 'Village'),
    cadre: entry('村干部', 'Cadre', 'cadre'),
    year: year('年度', 'Year'),
    result: choice('结果', 'Result', {
      type: 'CadreResult',
      choices: {
        EXCELLENT: { zh: '优秀', en: 'Excellent' },
        GOOD: { zh: '称职', en: 'Good' },
        ADEQUATE: { zh: '基本称职', en: 'Adequate' },
        POOR: { zh: '不称职', en: 'Poor' },
      },
    }),
    remark: optional(longText('评语', 'Remark')),
    documents: documents(),
  },
  title: 'cadre',
  order: 'year',
});
