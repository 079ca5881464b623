import { amount, entry, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const propertyShares = defineRegister({
  name: 'propertyShare',
  plural: 'propertyShares',
  group: 'PARKS',
  source: ['M6'],
  label: { zh: '物业份额', en: 'Shares of property' },
  purpose: { zh: '各村在联合物业中的份额', en: 'The share that each village has in a jointly bought property' },
  fields: {
    property: entry('物业', 'Property', 'jointProperty'),
    village: village('村', 'Village'),
    paid: amount('出资', 'Paid'),
  },
  title: 'village',
});
