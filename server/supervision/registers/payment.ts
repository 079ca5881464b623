import { amount, day, documents, longText, optional, park, project, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const payments = defineRegister({
  name: 'payment',
  plural: 'payments',
  group: 'RECEIPTS',
  source: ['P', 'R'],
  label: { zh: '应收款', en: 'Payments due' },
  purpose: {
    zh: '按合同应到的收益：何时、多少、谁付，到账没有',
    en: 'What is owed by contract: when, how much, by whom, and whether it came',
  },
  fields: {
    village: village('村', 'Village'),
    payer: text('付款方', 'Payer'),
    park: optional(park('园区', 'Park')),
    project: optional(project('项目', 'Project')),
    amount: amount('应收', 'Due amount'),
    dueOn: day('应到日期', 'Due on'),
    received: optional(amount('实收', 'Received amount')),
    receivedOn: optional(day('到账日期', 'Received on')),
    remark: optional(longText('说明', 'Remark')),
    documents: documents(),
  },
  title: 'payer',
  order: 'dueOn',
});
