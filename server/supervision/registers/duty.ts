import { choice, month, optional, text, township, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { inOrder } from '../register/in-order.js';

export const duties = defineRegister({
  name: 'duty',
  plural: 'duties',
  group: 'ORGANISATION',
  source: ['O'],
  label: { zh: '履职清单', en: 'Duties' },
  purpose: { zh: '谁至少多久研究、调度或走访一次', en: 'Who has to meet, plan or visit at least how often' },
  fields: {
    body: choice('责任主体', 'Body', {
      type: 'DutyBody',
      choices: {
        COUNTY_COMMITTEE: { zh: '县委、县政府', en: 'County party committee and government' },
        LEADING_GROUP: { zh: '领导小组', en: 'Leading group' },
        MEMBER_UNIT: { zh: '领导小组成员单位', en: 'Member unit of the leading group' },
        SPONSOR_UNIT: { zh: '定点帮扶单位', en: 'Sponsor unit' },
        TOWNSHIP: { zh: '乡镇党委、政府', en: 'Township' },
        WORK_TEAM: { zh: '工作队员', en: 'Work team' },
        COOPERATIVE: { zh: '村民合作社', en: 'Village co-operative' },
      },
    }),
    owner: text('责任单位', 'Owner'),
    what: text('要做什么', 'What'),
    cadence: choice('至少多久一次', 'At least', {
      type: 'DutyCadence',
      choices: {
        MONTHLY: { zh: '每月', en: 'Monthly' },
        QUARTERLY: { zh: '每季度', en: 'Quarterly' },
        HALF_YEARLY: { zh: '每半年', en: 'Half-yearly' },
        YEARLY: { zh: '每年', en: 'Yearly' },
      },
    }),
    since: month('从哪个月起', 'Since'),
    until: optional(month('到哪个月止', 'Until')),
    township: optional(township('乡镇', 'Township')),
    village: optional(village('村', 'Village')),
  },
  title: 'what',
  order: 'since',
  check: inOrder('since', 'until'),
});
