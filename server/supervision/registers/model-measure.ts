import { day, documents, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const modelMeasures = defineRegister({
  name: 'modelMeasure',
  plural: 'modelMeasures',
  group: 'DEMONSTRATION',
  source: ['D'],
  label: { zh: '示范做法', en: 'What model villages did' },
  purpose: { zh: '示范村做了什么、见效多少，供别村对照', en: 'What a model village did and what came of it' },
  fields: {
    village: village('村', 'Village'),
    doneOn: day('日期', 'Day'),
    what: text('做法', 'What'),
    effect: optional(longText('成效', 'Effect')),
    documents: documents(),
  },
  title: 'what',
  order: 'doneOn',
});
