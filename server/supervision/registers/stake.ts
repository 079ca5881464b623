import { amount, documents, longText, month, optional, park, share, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const stakes = defineRegister({
  name: 'stake',
  plural: 'stakes',
  group: 'PARKS',
  source: ['P'],
  label: { zh: '入股', en: 'Stakes' },
  purpose: { zh: '各村在园区的投入和约定回报', en: 'What each village has in a park, and the return promised' },
  fields: {
    park: park('园区', 'Park'),
    village: village('村', 'Village'),
    capital: amount('入股资金', 'Capital'),
    since: month('从哪个月起', 'Since'),
    promisedRate: optional(share('约定年回报率', 'Promised yearly return')),
    terms: optional(longText('约定', 'Terms')),
    documents: documents(),
  },
  title: 'village',
  order: 'since',
});
