import { choice, day, optional, text, township, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const reporters = defineRegister({
  name: 'reporter',
  plural: 'reporters',
  group: 'RECEIPTS',
  source: ['R'],
  label: { zh: '报送人员', en: 'Reporters' },
  purpose: { zh: '乡镇分管领导和村级信息员', en: 'The leader in charge and the reporter of each township and village' },
  fields: {
    township: township('乡镇', 'Township'),
    village: optional(village('村', 'Village')),
    role: choice('角色', 'Role', {
      type: 'ReporterRole',
      choices: { TOWNSHIP_LEADER: { zh: '乡镇分管领导', en: 'Township leader in charge' }, INFORMANT: { zh: '信息员', en: 'Reporter' } },
    }),
    person: text('姓名', 'Name'),
    phone: optional(text('电话', 'Telephone')),
    since: day('从何时起', 'Since'),
  },
  title: 'person',
  order: 'since',
});
