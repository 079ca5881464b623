import { amount, day, documents, optional, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const jointProperties = defineRegister({
  name: 'jointProperty',
  plural: 'jointProperties',
  group: 'PARKS',
  source: ['M6'],
  label: { zh: '联合物业', en: 'Jointly bought property' },
  purpose: { zh: '集中资金统一购买的门面等物业', en: 'Property that villages bought together' },
  fields: {
    name: text('名称', 'Name'),
    address: optional(text('地址', 'Address')),
    boughtOn: day('购买日期', 'Bought'),
    price: amount('价款', 'Price'),
    tenant: optional(text('承租人', 'Tenant')),
    yearlyRent: optional(amount('年租金', 'Yearly rent')),
    documents: documents(),
  },
  title: 'name',
  order: 'boughtOn',
});
