import { day, documents, longText, optional, park, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { inOrder } from '../register/in-order.js';

export const parkContracts = defineRegister({
  name: 'parkContract',
  plural: 'parkContracts',
  group: 'PARKS',
  source: ['P'],
  label: { zh: '园区合同', en: 'Park contracts' },
  purpose: { zh: '园区合同及其缺口', en: 'Contracts of parks, and what they lack' },
  fields: {
    park: park('园区', 'Park'),
    counterparty: text('对方', 'Counterparty'),
    subject: text('标的', 'Subject'),
    signedOn: optional(day('签订日期', 'Signed')),
    endsOn: optional(day('到期日期', 'Ends')),
    gap: optional(longText('缺什么', 'What it lacks')),
    mendedOn: optional(day('补充完善日期', 'Mended')),
    documents: documents(),
  },
  title: 'subject',
  order: 'signedOn',
  check: inOrder('signedOn', 'endsOn'),
});
