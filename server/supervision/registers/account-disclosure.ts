import { day, documents, month, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const accountDisclosures = defineRegister({
  name: 'accountDisclosure',
  plural: 'accountDisclosures',
  group: 'RISK',
  source: ['K'],
  label: { zh: '财务公开', en: 'Open accounts' },
  purpose: { zh: '代理记账和财务公开', en: 'Accounts kept by the agency and opened to members' },
  fields: {
    village: village('村', 'Village'),
    period: month('账期', 'Period'),
    agency: text('代理机构', 'Agency'),
    disclosedOn: day('公开日期', 'Opened on'),
    documents: documents(),
  },
  title: 'agency',
  order: 'period',
});
