import { amount, choice, day, documents, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const sponsorships = defineRegister({
  name: 'sponsorship',
  plural: 'sponsorships',
  group: 'ORGANISATION',
  source: ['O', 'F'],
  label: { zh: '后援投入', en: 'Sponsor contributions' },
  purpose: { zh: '定点帮扶单位在资金、项目、技术上的实质投入', en: 'What sponsor units put into their villages' },
  fields: {
    village: village('村', 'Village'),
    sponsor: text('后援单位', 'Sponsor unit'),
    kind: choice('投入种类', 'Kind', {
      type: 'SponsorshipKind',
      choices: { MONEY: { zh: '资金', en: 'Money' }, PROJECT: { zh: '项目', en: 'Project' }, TECHNOLOGY: { zh: '技术', en: 'Technology' } },
    }),
    what: text('内容', 'What'),
    amount: optional(amount('金额', 'Amount')),
    givenOn: day('日期', 'Day'),
    documents: documents(),
  },
  title: 'what',
  order: 'givenOn',
});
