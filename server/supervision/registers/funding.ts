import { amount, choice, day, documents, optional, project, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const fundings = defineRegister({
  name: 'funding',
  plural: 'fundings',
  group: 'FUNDING',
  source: ['F'],
  label: { zh: '资金台账', en: 'Funder ledger' },
  purpose: { zh: '中央、自治区、县、后援单位和社会资金的下达、拨付和收回', en: 'Money allotted, paid out and taken back, by funder' },
  fields: {
    funder: text('出资方', 'Funder'),
    level: choice('资金来源', 'Source', {
      type: 'FundingLevel',
      choices: {
        CENTRAL: { zh: '中央', en: 'Central' },
        REGION: { zh: '自治区', en: 'Region' },
        COUNTY: { zh: '县级', en: 'County' },
        SPONSOR: { zh: '后援单位', en: 'Sponsor unit' },
        SOCIETY: { zh: '社会力量', en: 'Society' },
      },
    }),
    kind: choice('收支', 'Movement', {
      type: 'FundingKind',
      choices: {
        ALLOTTED: { zh: '下达', en: 'Allotted' },
        PAID: { zh: '拨付', en: 'Paid out' },
        RETURNED: { zh: '收回', en: 'Taken back' },
      },
    }),
    amount: amount('金额', 'Amount'),
    bookedOn: day('日期', 'Day'),
    documentNumber: text('文号', 'Document number'),
    project: optional(project('项目', 'Project')),
    village: optional(village('村', 'Village')),
    documents: documents(),
  },
  title: 'documentNumber',
  order: 'bookedOn',
});
