import { choice, day, documents, optional, park, text } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const supportActions = defineRegister({
  name: 'supportAction',
  plural: 'supportActions',
  group: 'PARKS',
  source: ['P'],
  label: { zh: '扶持行动', en: 'Support actions' },
  purpose: { zh: '技术力量、物流渠道、合同完善等行动', en: 'Technology, logistics, contracts and markets that a park is helped with' },
  fields: {
    park: park('园区', 'Park'),
    kind: choice('种类', 'Kind', {
      type: 'SupportKind',
      choices: {
        TECHNOLOGY: { zh: '技术力量', en: 'Technology' },
        LOGISTICS: { zh: '物流渠道', en: 'Logistics' },
        CONTRACT: { zh: '合同完善', en: 'Contract' },
        MARKET: { zh: '销售渠道', en: 'Market' },
        SUPPLY: { zh: '原料供应', en: 'Supply' },
      },
    }),
    what: text('做什么', 'What'),
    owner: text('责任单位', 'Owner'),
    dueOn: day('期限', 'Due'),
    doneOn: optional(day('完成日期', 'Done')),
    documents: documents(),
  },
  title: 'what',
  order: 'dueOn',
});
