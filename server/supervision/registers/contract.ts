import { amount, choice, day, documents, entry, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { inOrder } from '../register/in-order.js';

export const contracts = defineRegister({
  name: 'contract',
  plural: 'contracts',
  group: 'RISK',
  source: ['K'],
  label: { zh: '合同清理', en: 'Contracts checked' },
  purpose: { zh: '承包合同清理规范台账', en: 'Contracts looked through and put right' },
  fields: {
    village: village('村', 'Village'),
    counterparty: text('承包方', 'Counterparty'),
    partner: optional(entry('合作主体', 'Partner', 'partner')),
    subject: text('标的', 'Subject'),
    signedOn: optional(day('签订日期', 'Signed')),
    endsOn: optional(day('到期日期', 'Ends')),
    yearlyAmount: optional(amount('年承包款', 'Yearly amount')),
    state: choice('清理结果', 'State', {
      type: 'ContractState',
      choices: {
        SOUND: { zh: '规范', en: 'Sound' },
        UNCLEAR: { zh: '需规范', en: 'To be put right' },
        DISPUTED: { zh: '有争议', en: 'Disputed' },
        MENDED: { zh: '已规范', en: 'Put right' },
      },
    }),
    finding: optional(longText('问题', 'Finding')),
    mendedOn: optional(day('规范日期', 'Put right on')),
    documents: documents(),
  },
  title: 'subject',
  order: 'signedOn',
  check: inOrder('signedOn', 'endsOn'),
});
