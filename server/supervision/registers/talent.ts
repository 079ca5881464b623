import { choice, day, documents, optional, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const talents = defineRegister({
  name: 'talent',
  plural: 'talents',
  group: 'PEOPLE',
  source: ['H'],
  label: { zh: '人才库', en: 'Talent' },
  purpose: { zh: '致富带头人、实用技术人才、经营管理人才', en: 'Leaders, technicians and managers trained or brought in' },
  fields: {
    village: village('村', 'Village'),
    person: text('姓名', 'Name'),
    kind: choice('类别', 'Kind', {
      type: 'TalentKind',
      choices: {
        LEADER: { zh: '致富带头人', en: 'Leader' },
        TECHNICIAN: { zh: '实用技术人才', en: 'Technician' },
        MANAGER: { zh: '经营管理人才', en: 'Manager' },
      },
    }),
    origin: choice('来源', 'Origin', {
      type: 'TalentOrigin',
      choices: { TRAINED: { zh: '培养', en: 'Trained' }, BROUGHT_IN: { zh: '引进', en: 'Brought in' } },
    }),
    since: day('从何时起', 'Since'),
    skill: optional(text('专长', 'Skill')),
    documents: documents(),
  },
  title: 'person',
  order: 'since',
});
