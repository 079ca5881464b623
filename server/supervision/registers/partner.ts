import { choice, day, documents, longText, optional, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const partners = defineRegister({
  name: 'partner',
  plural: 'partners',
  group: 'RISK',
  source: ['K'],
  label: { zh: '合作主体', en: 'Partners' },
  purpose: { zh: '合作企业、经营实体的信用核查和评级', en: 'Partner firms, their credit checked and rated' },
  fields: {
    name: text('名称', 'Name'),
    creditCode: optional(text('统一社会信用代码', 'Credit code')),
    rating: choice('评级', 'Rating', {
      type: 'PartnerRating',
      choices: {
        A: { zh: 'A 信用好', en: 'A: sound' },
        B: { zh: 'B 一般', en: 'B: fair' },
        C: { zh: 'C 有风险', en: 'C: risky' },
        D: { zh: 'D 不宜合作', en: 'D: avoid' },
      },
    }),
    checkedOn: day('核查日期', 'Checked'),
    checkedBy: text('核查人', 'Checked by'),
    finding: optional(longText('核查结果', 'Finding')),
    documents: documents(),
  },
  title: 'name',
  order: 'checkedOn',
});
