import { amount, day, documents, optional, project, text, village } from '../register/field.js';
import { defineRegister } from '../register/register.js';
import { inOrder } from '../register/in-order.js';

export const insurancePolicies = defineRegister({
  name: 'insurancePolicy',
  plural: 'insurancePolicies',
  group: 'RISK',
  source: ['K'],
  label: { zh: '农业保险', en: 'Insurance policies' },
  purpose: {
    zh: '项目投保情况；养殖险保死亡，不保价格和违约',
    en: 'Insurance of projects; livestock policies cover deaths, not prices or default',
  },
  fields: {
    village: village('村', 'Village'),
    project: optional(project('项目', 'Project')),
    insurer: text('保险公司', 'Insurer'),
    subject: text('保险标的', 'Subject'),
    startsOn: day('起保日期', 'From'),
    endsOn: day('到期日期', 'Until'),
    premium: amount('保费', 'Premium'),
    cover: amount('保额', 'Cover'),
    documents: documents(),
  },
  title: 'subject',
  order: 'startsOn',
  check: inOrder('startsOn', 'endsOn'),
});
