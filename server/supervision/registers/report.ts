import { day, documents, flag, month, optional, signedAmount, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';

export const reports = defineRegister({
  name: 'report',
  plural: 'reports',
  group: 'RECEIPTS',
  source: ['R'],
  label: { zh: '月报', en: 'Monthly reports' },
  purpose: {
    zh: '谁在什么时候报了哪个月；同一个月有两个来源的数时并排放着，直到确认一个',
    en: 'Who reported which month when; where two sources give a figure both stand side by side until one is confirmed',
  },
  fields: {
    village: village('村', 'Village'),
    month: month('月份', 'Month'),
    source: text('来源', 'Source'),
    amount: optional(signedAmount('当月到账', 'Received in the month')),
    reportedOn: day('上报日期', 'Reported on'),
    reportedBy: text('上报人', 'Reported by'),
    confirmed: optional(flag('已确认', 'Confirmed')),
    documents: documents(),
  },
  title: 'source',
  order: 'month',
  frozenBy: 'month',
});
