import { amount, choice, day, documents, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const awards = defineRegister({
  name: 'award',
  plural: 'awards',
  group: 'PUBLICITY',
  source: ['A', 'D'],
  label: { zh: '奖励', en: 'Awards' },
  purpose: { zh: '获评县级及以上示范社的资金奖励', en: 'Awards to model co-operatives of county level and above' },
  fields: {
    village: village('村', 'Village'),
    name: text('奖项', 'Award'),
    level: choice('级别', 'Level', {
      type: 'AwardLevel',
      choices: {
        COUNTY: { zh: '县级', en: 'County' },
        CITY: { zh: '市级', en: 'City' },
        REGION: { zh: '自治区级', en: 'Region' },
        STATE: { zh: '国家级', en: 'State' },
      },
    }),
    awardedOn: day('日期', 'Day'),
    amount: optional(amount('奖金', 'Money')),
    documents: documents(),
  },
  title: 'name',
  order: 'awardedOn',
});
