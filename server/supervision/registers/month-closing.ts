import { MONTH_CLOSINGS } from '../../store/month-closings.js';
import { choice, month, optional, whole } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const monthClosings = defineRegister({
  name: MONTH_CLOSINGS,
  plural: 'monthClosings',
  group: 'RECEIPTS',
  source: ['R'],
  label: { zh: '关账', en: 'Closed months' },
  purpose: {
    zh: '哪些月份已经关账；关账后那个月的数不能再改，重开要写明原因，历次关账和重开都留在记录里',
    en: 'Which months are closed: their figures do not change any more; opening one again needs a reason, and every closing and reopening stays on record',
  },
  fields: {
    month: month('月份', 'Month'),
    state: choice('状态', 'State', {
      type: 'MonthState',
      choices: { CLOSED: { zh: '已关账', en: 'Closed' }, REOPENED: { zh: '已重开', en: 'Opened again' } },
    }),
    missing: optional(whole('关账时没有报数的村', 'Villages without a report when it was closed', { most: 1_000_000 })),
  },
  title: 'month',
  order: 'month',
  ruledBy: 'closeMonth',
});
