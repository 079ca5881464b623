import { day, documents, entry, longText, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const negativeItems = defineRegister({
  name: 'negativeItem',
  plural: 'negativeItems',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '负面清单', en: 'Negative list' },
  purpose: { zh: '岗位负面清单记录', en: 'What stands on the negative list of a post' },
  fields: {
    village: village('村', 'Village'),
    cadre: entry('村干部', 'Cadre', 'cadre'),
    notedOn: day('日期', 'Day'),
    what: text('事项', 'What'),
    remedy: optional(longText('整改', 'Remedy')),
    documents: documents(),
  },
  title: 'what',
  order: 'notedOn',
});
