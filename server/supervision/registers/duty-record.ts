import { day, documents, entry, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const dutyRecords = defineRegister({
  name: 'dutyRecord',
  plural: 'dutyRecords',
  group: 'ORGANISATION',
  source: ['O'],
  label: { zh: '履职记录', en: 'Duty records' },
  purpose: { zh: '会议、调度、走访实际开展的情况', en: 'Meetings, visits and plans that took place' },
  fields: {
    duty: entry('哪项职责', 'Duty', 'duty'),
    heldOn: day('日期', 'Day'),
    topic: text('议题', 'Topic'),
    minutes: optional(longText('纪要', 'Minutes')),
    village: optional(village('村', 'Village')),
    documents: documents(),
  },
  title: 'topic',
  order: 'heldOn',
});
