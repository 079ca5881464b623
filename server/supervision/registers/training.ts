import { day, documents, optional, text, township, village, whole } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const trainings = defineRegister({
  name: 'training',
  plural: 'trainings',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '培训记录', en: 'Training log' },
  purpose: { zh: '村干部和带头人的专业培训', en: 'Training of cadres and leaders' },
  fields: {
    heldOn: day('日期', 'Day'),
    topic: text('主题', 'Topic'),
    organiser: text('主办单位', 'Organiser'),
    attendees: whole('人数', 'Attendees', { most: 10_000 }),
    days: optional(whole('天数', 'Days', { most: 365 })),
    township: optional(township('乡镇', 'Township')),
    village: optional(village('村', 'Village')),
    documents: documents(),
  },
  title: 'topic',
  order: 'heldOn',
});
