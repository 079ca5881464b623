import { amount, day, documents, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const cadres = defineRegister({
  name: 'cadre',
  plural: 'cadres',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '村干部', en: 'Village cadres' },
  purpose: { zh: '村干部岗位、报酬和岗位目标', en: 'Posts, pay and targets of village cadres' },
  fields: {
    village: village('村', 'Village'),
    person: text('姓名', 'Name'),
    post: text('岗位', 'Post'),
    since: day('任职日期', 'Since'),
    monthlyPay: optional(amount('月报酬', 'Monthly pay')),
    target: optional(longText('岗位目标', 'Post target')),
    documents: documents(),
  },
  title: 'person',
  order: 'since',
});
